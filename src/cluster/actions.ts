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
  /** Sets how many requests each client sends in a second. */
  | { type: 'setRequestRate'; client: string; perSecond: number }
  /** Ends the first process of a container with SIGKILL, as `kill -9` on the node. */
  | { type: 'killContainer'; namespace: string; pod: string; container: string };
