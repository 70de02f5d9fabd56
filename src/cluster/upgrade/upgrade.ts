import { controllerOf, type Node, type Pod, type Stored } from '../../api/objects.ts';
import { call } from '../apiserver/apiserver.ts';
import type { Component } from '../component.ts';
import { isIn } from '../kubelet/machines/advance.ts';
import { startKubelet, stopKubelet } from '../kubelet/node.ts';
import { type Milliseconds, push } from '../world/queue.ts';
import { getObject, listIndexed } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Upgrade } from './state.ts';

/** kubectl drain asks again after so long. */
const retryPeriod: Milliseconds = 5_000;
/** Taking the old kubelet away and putting the new one in its place. */
const installation: Milliseconds = 20_000;
const versionForm = /^v\d+\.\d+\.\d+$/;
const actor = 'node-upgrade';

/**
 * What an administrator does by hand, node by node: drain, put another kubelet in place, uncordon. Budgets hold: a Pod
 * that may not be evicted is asked for again every five seconds. Source: kubeadm's "Upgrading Linux nodes".
 */
export const nodeUpgrade: Component = {
  name: 'node-upgrade',
  handle(world, { node }: { node: string }) {
    const upgrade = world.upgrades.get(node);
    if (!upgrade) return;
    const wait = world.kubelets.has(node) ? step(world, node, upgrade) : undefined;
    if (wait === undefined) world.upgrades.delete(node);
    else push(world.queue, world.now + wait, 'node-upgrade', { node });
  },
};

/** Why a node cannot be upgraded now. */
export function refusedUpgrade(world: World, node: string, version: string): string | undefined {
  if (!versionForm.test(version)) return `${version} is no version such as v1.36.3`;
  return world.upgrades.has(node) ? `node ${node} is being upgraded` : undefined;
}

/** Begins the upgrade of a node. */
export function beginUpgrade(world: World, node: string, version: string): void {
  const wasCordoned = getObject<Stored<Node>>(world.store, 'nodes', node)?.spec?.unschedulable ?? false;
  world.upgrades.set(node, { version, stage: 'draining', wasCordoned });
  push(world.queue, world.now, 'node-upgrade', { node });
}

/** One step; how long until the next, undefined after the last. */
function step(world: World, name: string, upgrade: Upgrade): Milliseconds | undefined {
  const kubelet = world.kubelets.get(name);
  if (!kubelet || world.stoppedParts.has('apiserver')) return retryPeriod;
  switch (upgrade.stage) {
    case 'draining':
      setCordon(world, name, true);
      if (drain(world, name)) return retryPeriod;
      upgrade.stage = 'installing';
      stopKubelet(world, name);
      return installation;
    case 'installing':
      kubelet.version = upgrade.version;
      startKubelet(world, name);
      upgrade.stage = 'starting';
      return retryPeriod;
    case 'starting':
      if (!isUp(world, name)) return retryPeriod;
      if (!upgrade.wasCordoned) setCordon(world, name, false);
      return undefined;
  }
}

/** Evicts what is to go; true while something is still there. */
function drain(world: World, node: string): boolean {
  const going = listIndexed<Stored<Pod>>(world.store, 'podsByNode', node).filter(isToGo);
  for (const { metadata } of going) {
    const { name, namespace = '' } = metadata;
    if (metadata.deletionTimestamp) continue;
    const object = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
    const request = { verb: 'create', resource: 'pods', namespace, name, subresource: 'eviction', object } as const;
    call(world, request, { actor });
  }
  return going.length > 0;
}

/** Pods of DaemonSets stay, as with `kubectl drain --ignore-daemonsets`; what has ended is in nobody's way. */
const isToGo = (pod: Stored<Pod>): boolean =>
  controllerOf(pod)?.kind !== 'DaemonSet' && pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

function setCordon(world: World, name: string, isCordoned: boolean): void {
  const node = getObject<Stored<Node>>(world.store, 'nodes', name);
  if (!node || (node.spec?.unschedulable ?? false) === isCordoned) return;
  const { unschedulable: _unschedulable, ...spec } = node.spec ?? {};
  const object = { ...node, spec: isCordoned ? { ...spec, unschedulable: true } : spec };
  call(world, { verb: 'update', resource: 'nodes', name, object }, { actor });
}

function isUp(world: World, name: string): boolean {
  const kubelet = world.kubelets.get(name);
  const node = getObject<Stored<Node>>(world.store, 'nodes', name);
  if (!kubelet || !isIn(kubelet.node, 'kubelet.Running')) return false;
  const isReady = node?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  return isReady === true && node?.status?.nodeInfo?.kubeletVersion === kubelet.version;
}
