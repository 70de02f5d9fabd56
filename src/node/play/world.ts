import { addNode, type NodeToAdd } from '../../cluster/kubelet/node.ts';
import { configureImages } from '../../cluster/runtime/runtime.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { runUntil, tellComponents } from '../../cluster/simulation.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { fromTimestamp } from '../../cluster/world/time.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Environment } from './scenario.ts';

/** The cluster has run for this long when a scenario begins: its nodes are long Ready. */
const before = 60_000;

/** The instant at which a scenario begins. Throws for a start that is no time. */
export function startOf({ start = '2026-01-01T00:00:00Z', secondOfMinute }: Environment): number {
  const time = fromTimestamp(start);
  if (Number.isNaN(time)) throw new Error(`no time: ${start}`);
  return secondOfMinute === undefined ? time : time - (time % 60_000) + secondOfMinute * 1000;
}

/** The world of an environment, at the instant at which the scenario begins. */
export function worldOf(environment: Environment, seed: number): World {
  const start = startOf(environment);
  const world = createWorld({ seed, start: environment.still ? start : start - before });
  bootCluster(world, { nodes: [] });
  for (const node of environment.nodes ?? []) {
    addNode(world, toAdd(node));
    if (environment.images) configureImages(world, node.metadata.name, environment.images, environment.pullSeconds);
  }
  tellComponents(world);
  if (!environment.still) runUntil(world, start);
  return world;
}

function toAdd({ metadata, spec, status }: NonNullable<Environment['nodes']>[number]): NodeToAdd {
  return {
    name: metadata.name,
    labels: metadata.labels ?? {},
    ...(spec?.taints && { taints: spec.taints }),
    capacity: texts(status?.capacity),
    allocatable: texts(status?.allocatable),
    podCIDR: spec?.podCIDR ?? '',
    addresses: status?.addresses ?? [],
    nodeInfo: texts(status?.nodeInfo),
  };
}

const texts = (map: object | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(map ?? {}).map(([key, value]) => [key, String(value)]));
