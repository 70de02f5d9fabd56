import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject, Probe } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { fromTimestamp } from '../../../src/api/time.ts';
import { createInProcessClient } from '../../../src/client/inProcess.ts';
import { createSession } from '../../../src/client/session/session.ts';
import { createWorld } from '../../../src/cluster/world/create.ts';
import { put } from '../../../src/cluster/world/store.ts';
import { describeProbe } from '../../../src/kubectl/describe/container.ts';
import { kubectl } from '../../../src/kubectl/kubectl.ts';

interface Recorded {
  name: string;
  objects: KubernetesObject[];
  command: string;
  at: string;
  stdout: string;
  stderr?: string;
}
const read = (file: string) => JSON.parse(readFileSync(`e2e/conformance/recordings/${file}`, 'utf8'));
const recorded: Recorded[] = read('api/describe.json');

describe('describe, as the real kubectl prints it', () => {
  it.each(recorded.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const world = createWorld({ seed: 1, start: fromTimestamp(one.at) });
    for (const object of one.objects) {
      const resource = resourceOfKind(object.apiVersion, object.kind);
      if (resource) put(world.store, world.now, resource.plural, object, { actor: 'test' });
    }
    const client = createInProcessClient(createSession(world), 'kubectl', () => Promise.resolve());
    const printed = { stdout: '', stderr: '' };
    await kubectl(client, {
      line: one.command,
      write(stream, text) {
        printed[stream] += text;
      },
    });
    expect(printed).toEqual({ stdout: one.stdout, stderr: one.stderr ?? '' });
  });

  const functions: { name: string; in: { fn: string; probe: Probe }; out: string }[] = read('functions/printing.json');
  it.each(functions.filter((one) => one.in.fn === 'DescribeProbe').map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      expect(describeProbe(one.in.probe)).toBe(one.out);
    },
  );
});
