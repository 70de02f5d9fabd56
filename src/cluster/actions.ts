import type { ControlPlanePart } from './controlPlane.ts';
import type { DeclaredImage } from './runtime/images/declared.ts';

/** What can be done to a simulated cluster from outside its API. Plain data: part of the history of commands. */
export type TankAction =
  /** Cuts the power of nodes: containers, kubelet and network stop in the instant. */
  | { type: 'powerOff'; nodes: string[] }
  /** Powers nodes on again; one that does not exist yet is added, with these labels. */
  | { type: 'powerOn'; nodes: string[]; labels?: Record<string, string> }
  /** Cuts nodes off the network: containers run on, nobody hears of them. */
  | { type: 'cutOff'; nodes: string[] }
  | { type: 'reconnect'; nodes: string[] }
  | { type: 'restartKubelet'; nodes: string[] }
  /** Stops a process of the control plane; nodes and their containers run on. */
  | { type: 'stopPart'; part: ControlPlanePart }
  | { type: 'startPart'; part: ControlPlanePart }
  /** Stops the kubelet; containers run on, nobody looks after them. */
  | { type: 'stopKubelet'; nodes: string[] }
  | { type: 'startKubelet'; nodes: string[] }
  /** From now on the kubelet and the container runtime take so many times longer; 1 is the usual speed. */
  | { type: 'slow'; nodes: string[]; factor: number }
  /** Drains a node, brings it back with another version of the kubelet, and lets Pods on it again. */
  | { type: 'upgrade'; node: string; version: string }
  /** Something outside of Kubernetes takes so many bytes of each node's memory and disk from now on; 0 gives them back. */
  | { type: 'outside'; nodes: string[]; memory: number; disk: number }
  /** Takes a machine out for good: it is cut off the power, and the cloud provider deletes its Node. */
  | { type: 'removeNode'; node: string }
  /** Sets how many requests each client sends in a second. */
  | { type: 'setRequestRate'; client: string; perSecond: number }
  /** Ends the first process of a container with SIGKILL, as `kill -9` on the node. */
  | { type: 'killContainer'; namespace: string; pod: string; container: string }
  /** Puts an image into the registry, or changes one that was put there so. */
  | { type: 'declareImage'; image: DeclaredImage };
