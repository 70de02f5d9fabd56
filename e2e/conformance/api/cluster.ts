import type { ObjectToWrite } from '../../../src/api/objects.ts';
import type { ClusterClient } from '../../../src/client/client.ts';
import type { ApiRequest } from '../../../src/cluster/apiserver/request.ts';
import { bootCluster } from '../../../src/cluster/scenario/boot.ts';
import { createWorld } from '../../../src/cluster/world/create.ts';
import type { World } from '../../../src/cluster/world/world.ts';
import { kubectl } from '../../../src/kubectl/kubectl.ts';
import { createDriver } from '../../../src/node/play/driver.ts';

export interface Printed {
  stdout: string;
  stderr: string;
  exit: number;
}

/** An API server with nothing behind it, as the answers were recorded, and kubectl. */
export interface StillCluster {
  world: World;
  client: ClusterClient;
  /** The writes that kubectl sent, in order. */
  sent: ApiRequest[];
  /** Runs a command line, or its words. */
  run(command: string | readonly string[], stdin?: string, files?: Readonly<Record<string, string>>): Promise<Printed>;
}

/** How long a command may take in the cluster's time. */
const patience = 60_000;

export function stillCluster(): StillCluster {
  const world = createWorld({ seed: 1 });
  bootCluster(world, { nodes: [], isBare: true });
  const driver = createDriver(world, { still: true, afterEach: () => undefined });
  const sent: ApiRequest[] = [];
  const client: ClusterClient = {
    ...driver.client,
    request(request) {
      if (request.verb !== 'get' && request.verb !== 'list') sent.push(structuredClone(request));
      return driver.client.request(request);
    },
  };
  return {
    world,
    client,
    sent,
    async run(command, stdin = '', files = {}) {
      const printed = { stdout: '', stderr: '' };
      const running = kubectl(client, {
        ...(typeof command === 'string' ? { line: command } : { words: command }),
        stdin,
        files,
        signal: new AbortController().signal,
        write(stream, text) {
          printed[stream] += text;
        },
      });
      await driver.runUntilDone(running, world.now + patience);
      const { exit } = await running;
      return { ...printed, exit };
    },
  };
}

/** A run of 1000 or more `a` is recorded as `<a*COUNT>`. */
export const expand = (text: string): string => text.replace(/<a\*(\d+)>/g, (_, count) => 'a'.repeat(Number(count)));

/** Where a document's object lives: its resource and namespace, as a request names them. */
export function placeOf(resource: { plural: string; namespaced: boolean }, object: ObjectToWrite) {
  return {
    resource: resource.plural,
    ...(resource.namespaced && { namespace: object.metadata?.namespace ?? 'default' }),
  };
}
