import { type Failure, failure } from '../api/status.ts';
import type { World } from './world/world.ts';

/** A process of the control plane that can be stopped and started by itself. */
export type ControlPlanePart = 'scheduler' | 'controller-manager' | 'apiserver';

/** Which parts of the cluster are not as they should be: for whoever shows or explains it. */
export interface TankParts {
  /** Processes of the control plane that are stopped. */
  stopped: ControlPlanePart[];
  /** Nodes with power whose kubelet is stopped. */
  stoppedKubelets: string[];
  /** Nodes without power, and nodes that are cut off the network. */
  poweredOff: string[];
  cutOff: string[];
  /** Nodes on which all takes so many times longer. */
  slow: Record<string, number>;
  /** Nodes that are being upgraded, with the version that they are to have. */
  upgrading: Record<string, string>;
}

/** Whether a part runs, and can do anything: all of them live by the API server. */
export function works(world: World, part: ControlPlanePart): boolean {
  const { stoppedParts } = world;
  return stoppedParts.size === 0 || !(stoppedParts.has(part) || stoppedParts.has('apiserver'));
}

/** What a client is told that finds nobody listening. Source: kubectl's text for ECONNREFUSED. */
export const connectionRefused =
  'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?';

/** What a component sees of an API server that is stopped; no answer of a server, so without reason. */
export const unreachable = (): Failure => failure(503, '', connectionRefused);
