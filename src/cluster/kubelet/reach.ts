import type { World } from '../world/world.ts';
import { isIn } from './machines/advance.ts';
import type { KubeletState } from './state.ts';

/** Whether the kubelet's calls arrive and its watches tell it anything: the node has its network, and the API server runs. */
export function reachesApi(world: World, kubelet: KubeletState): boolean {
  return !isIn(kubelet.node, 'network.CutOff') && !world.stoppedParts.has('apiserver');
}
