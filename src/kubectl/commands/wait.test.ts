import { describe, expect, it } from 'vitest';
import { createInProcessClient } from '../../client/inProcess.ts';
import { createSession } from '../../client/session/session.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { put, remove } from '../../cluster/world/store.ts';
import { kubectl } from '../kubectl.ts';

const start = 1_770_000_000_000;
const cause = { actor: 'test' };
const conditions = [{ type: 'Complete', status: 'True' }];

/** Runs `kubectl wait` while one Job is there; `meanwhile` happens when it begins to sleep. */
async function run(line: string, status: object, meanwhile: 'delete' | 'nothing' = 'nothing') {
  const world = createWorld({ seed: 1, start });
  const metadata = { name: 'work', namespace: 'default', uid: 'job', resourceVersion: '1', creationTimestamp: '' };
  put(world.store, start, 'jobs', { apiVersion: 'batch/v1', kind: 'Job', metadata, status } as never, cause);
  const session = createSession(world);
  const client = createInProcessClient(session, 'kubectl', () => Promise.resolve());
  if (meanwhile === 'delete') remove(world.store, start, 'jobs', 'default/work', cause);
  const printed = { stdout: '', stderr: '' };
  await kubectl(client, {
    line,
    write(stream, text) {
      printed[stream] += text;
    },
  });
  return printed;
}

describe('kubectl wait', () => {
  it.each([
    ['--for=condition=complete', { conditions }],
    ['--for=condition=Complete=true', { conditions }],
    ["--for=jsonpath='{.status.succeeded}'=3", { succeeded: 3 }],
    ["--for=jsonpath='{.status.succeeded}'", { succeeded: 1 }],
    ['--for=create', {}],
  ])('%s is met', async (flag, status) => {
    expect(await run(`kubectl wait job/work ${flag}`, status)).toEqual({
      stdout: 'job.batch/work condition met\n',
      stderr: '',
    });
  });

  it('says what did not come in time', async () => {
    expect(await run('kubectl wait job/work --for=condition=failed --timeout=0s', { conditions })).toEqual({
      stdout: '',
      stderr: 'error: timed out waiting for the condition on jobs/work\n',
    });
  });

  it('has nothing to say of what is gone already', async () => {
    expect(await run('kubectl wait job/work --for=delete', {}, 'delete')).toEqual({ stdout: '', stderr: '' });
  });

  it('refuses what it cannot wait for', async () => {
    const { stderr } = await run('kubectl wait job/work --for=ready', {});
    expect(stderr).toBe('error: unrecognized condition: "ready"\n');
  });
});
