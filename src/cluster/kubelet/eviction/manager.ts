import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { quantityOf } from '../../../api/quantity.ts';
import { recordEvent } from '../../events/record.ts';
import type { World } from '../../world/world.ts';
import { say, scopeOf } from '../scope.ts';
import type { KubeletState } from '../state.ts';
import { evict } from '../worker.ts';
import { measure } from './measure.ts';
import { leastMemory } from './shortage.ts';
import { type EvictionConfig, newEvictionState, synchronize } from './synchronize.ts';
import type { Threshold } from './thresholds.ts';

const hard = (signal: Threshold['signal'], value: Threshold['value']): Threshold => ({
  signal,
  value,
  gracePeriodSeconds: 0,
});

/** The kubelet's defaults. Source: pkg/kubelet/apis/config/v1beta1/defaults_linux.go. */
const config: EvictionConfig = {
  thresholds: [
    hard('memory.available', { quantity: quantityOf(leastMemory, 'BinarySI') }),
    hard('nodefs.available', { percentage: Math.fround(0.1) }),
    hard('nodefs.inodesFree', { percentage: Math.fround(0.05) }),
    hard('imagefs.available', { percentage: Math.fround(0.15) }),
    hard('imagefs.inodesFree', { percentage: Math.fround(0.05) }),
  ],
  pressureTransitionPeriod: 300_000,
  maxPodGracePeriodSeconds: 0,
};

/** One pass over a node that may be short of something: Pods go, and the node's conditions are noted. */
export function evictionPass(world: World, node: Stored<Node>, kubelet: KubeletState): void {
  const measured = measure(world, node, kubelet);
  const filesystems = { dedicatedImageFs: false, splitContainerImageFs: false };
  // Images and dead containers take no room that could be given back: nothing changes by collecting them.
  const pass = synchronize(
    kubelet.eviction ?? newEvictionState(),
    config,
    { now: world.now, ...measured, ...filesystems },
    () => measured.summary,
  );
  kubelet.eviction = pass.state;
  if (pass.reclaiming)
    sayOfNode(world, node, 'Warning', 'EvictionThresholdMet', `Attempting to reclaim ${pass.reclaiming}`);
  for (const { pod, gracePeriodSeconds, message } of pass.evicted)
    evictPod(world, node, pod, gracePeriodSeconds, message);
  const { firstMetAt, conditions } = pass.state;
  if (firstMetAt.length === 0 && conditions.length === 0) delete kubelet.eviction;
}

function evictPod(world: World, node: Stored<Node>, pod: Stored<Pod>, graceSeconds: number, message: string): void {
  const scope = scopeOf(world, node.metadata.name, pod.metadata.uid);
  if (!scope) return;
  say(scope, 'Warning', 'Evicted', message);
  evict(scope, graceSeconds, message);
}

function sayOfNode(
  world: World,
  node: Stored<Node>,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  const { name, resourceVersion } = node.metadata;
  const cause = { actor: `kubelet/${name}`, saw: Number(resourceVersion) };
  recordEvent(world, { component: 'kubelet', host: name, about: node, type, reason, message }, cause);
}
