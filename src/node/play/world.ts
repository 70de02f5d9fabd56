import { fromTimestamp } from '../../api/time.ts';
import { addNode, type NodeToAdd } from '../../cluster/kubelet/node.ts';
import type { ImagePlace } from '../../cluster/runtime/contract.ts';
import { runtimeOf } from '../../cluster/runtime/machines.ts';
import { configureImages } from '../../cluster/runtime/runtime.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { runUntil, tellComponents } from '../../cluster/simulation.ts';
import { createWorld } from '../../cluster/world/create.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Environment, Scenario } from './scenario.ts';

/** The cluster has run for this long when a scenario begins: its nodes are long Ready. */
const before = 60_000;

/** The instant at which a scenario begins. Throws for a start that is no time. */
export function startOf({ start = '2026-01-01T00:00:00Z', secondOfMinute }: Environment): number {
  const time = fromTimestamp(start);
  if (Number.isNaN(time)) throw new Error(`no time: ${start}`);
  return secondOfMinute === undefined ? time : time - (time % 60_000) + secondOfMinute * 1000;
}

/** The world of a scenario, at the instant at which it begins. */
export function worldOf(scenario: Scenario, seed: number): World {
  const environment = scenario.environment ?? {};
  const start = startOf(environment);
  const world = createWorld({ seed, start: environment.still ? start : start - before });
  bootCluster(world, { nodes: [], isBare: true });
  const images = environment.images ?? (isHollow(environment) ? imagesNamedIn(scenario) : undefined);
  for (const node of environment.nodes ?? []) {
    addNode(world, toAdd(node));
    if (isHollow(environment)) runtimeOf(world, node.metadata.name).isHollow = true;
    if (images) configureImages(world, node.metadata.name, images, environment.pullSeconds);
  }
  tellComponents(world);
  if (!environment.still) runUntil(world, start);
  return world;
}

const isHollow = ({ runtime }: Environment): boolean => runtime?.startsWith('hollow') ?? false;

/** On hollow nodes every image is always present: all that the steps name. */
function imagesNamedIn({ steps }: Scenario): Record<string, ImagePlace> {
  const text = steps.map(({ kubectl, stdin }) => `${kubectl ?? ''}\n${stdin ?? ''}`).join('\n');
  const names = text.matchAll(/(?:image["']?: ?|--image=|set image \S+(?: \S+)? \S+?=)["']?([\w./-]+(?::[\w.-]+)?)/g);
  return Object.fromEntries([...names].map(([, name = '']) => [name, 'present']));
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
