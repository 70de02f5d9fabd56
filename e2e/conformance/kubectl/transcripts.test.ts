import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { fromTimestamp } from '../../../src/api/time.ts';
import { createWorld } from '../../../src/cluster/world/create.ts';
import { put } from '../../../src/cluster/world/store.ts';
import { kubectl } from '../../../src/kubectl/kubectl.ts';
import { createDriver } from '../../../src/node/play/driver.ts';

/** A command line of a recorded session; one without `exit` is run for what it does, but not compared. */
interface Line {
  line: string;
  stdin?: string;
  at: string;
  stdout?: string;
  stderr?: string;
  exit?: number;
}
interface Transcripts {
  baseline: KubernetesObject[];
  setups: Record<string, KubernetesObject[]>;
  sessions: { name: string; setup: string; files?: Record<string, string>; commands: Line[] }[];
}
const { baseline, setups, sessions }: Transcripts = JSON.parse(
  readFileSync('e2e/conformance/recordings/api/transcripts.json', 'utf8'),
);

/** Replaces what the server chooses: revisions, uids, times, addresses, and the column widths that come of them. */
function normal(text: string): string {
  return text
    .replace(/"?resourceVersion"?: "\d+"/g, 'resourceVersion: "<n>"')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>')
    .replace(/\b10\.\d+\.\d+\.\d+/g, '<ip>')
    .replace(/ +/g, ' ');
}

/** How long a line may take in the cluster's time. */
const patience = 5000;

describe('sessions of the real kubectl with an API server alone', () => {
  it.each(sessions.map((session) => [session.name, session] as const))('%s', async (_, { setup, files, commands }) => {
    const world = createWorld({ seed: 1, start: fromTimestamp(commands[0]!.at) });
    for (const object of [...baseline, ...(setups[setup] ?? [])]) {
      const resource = resourceOfKind(object.apiVersion, object.kind);
      if (resource) put(world.store, world.now, resource.plural, object, { actor: 'test' });
    }
    for (const { line, stdin, at, stdout, stderr, exit } of commands) {
      world.now = Math.max(world.now, fromTimestamp(at));
      const driver = createDriver(world, { still: true, afterEach: () => undefined });
      const printed = { stdout: '', stderr: '' };
      const interrupt = new AbortController();
      const running = kubectl(driver.client, {
        line,
        ...(stdin !== undefined && { stdin }),
        ...(files && { files }),
        signal: interrupt.signal,
        write(stream, text) {
          printed[stream] += text;
        },
      });
      await driver.runUntilDone(running, world.now + patience);
      interrupt.abort();
      const result = await running;
      if (exit === undefined) continue;
      const shown = { line, stdout: normal(printed.stdout), stderr: normal(printed.stderr), exit: result.exit };
      expect(shown).toEqual({ line, stdout: normal(stdout ?? ''), stderr: normal(stderr ?? ''), exit });
    }
  });
});
