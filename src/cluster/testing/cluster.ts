import type { KubernetesObject, Node, Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { act } from '../act.ts';
import type { TankAction } from '../actions.ts';
import { call } from '../apiserver/apiserver.ts';
import type { ApiRequest } from '../apiserver/request.ts';
import { bootCluster } from '../scenario/boot.ts';
import { runUntil, tellComponents } from '../simulation.ts';
import { createWorld } from '../world/create.ts';
import { getObject, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';

// For tests: a cluster, and a user of it.

/** A cluster of so many usual nodes. */
export function clusterOf(nodes: number, seed = 3): World {
  const world = createWorld({ seed });
  bootCluster(world, { nodes });
  return world;
}

/** A user's call; throws the refusal. */
export function ask(world: World, request: ApiRequest): KubernetesObject {
  const { answer } = call(world, request, { actor: 'kubectl' });
  if (isFailure(answer)) throw new Error(answer.message);
  tellComponents(world);
  return answer as KubernetesObject;
}

/** What a user does from outside. */
export function doTo(world: World, action: TankAction): void {
  act(world, action);
  tellComponents(world);
}

/** Lets seconds pass. */
export const wait = (world: World, seconds: number) => runUntil(world, world.now + seconds * 1000);

/** Creates a Deployment in `default`, of Pods labelled `app: NAME`. */
export function createDeployment(world: World, name: string, replicas: number, more: object = {}): void {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'nginx:1.27' }] } };
  const spec = { replicas, selector: { matchLabels: labels }, template, ...more };
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec };
  ask(world, { verb: 'create', resource: 'deployments', namespace: 'default', object });
}

export const podsOf = (world: World) => listObjects<Stored<Pod>>(world.store, 'pods', 'default');
export const isReady = ({ status }: Stored<Pod>) =>
  status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
export const readyPods = (world: World) => podsOf(world).filter(isReady);
export const nodeOf = (world: World, name: string) => getObject<Stored<Node>>(world.store, 'nodes', name);
export const readinessOf = (world: World, name: string) =>
  nodeOf(world, name)?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;

/** Runs in steps of 100 ms until it is so; answers how many seconds that took. */
export function secondsUntil(world: World, isSo: () => boolean, most = 600): number {
  const start = world.now;
  while (!isSo()) {
    if (world.now - start > most * 1000) throw new Error(`not so within ${most} seconds`);
    runUntil(world, world.now + 100);
  }
  return (world.now - start) / 1000;
}
