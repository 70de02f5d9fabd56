import type { RuntimeMessage } from '../runtime/contract.ts';
import type { ProbeKind } from './machines/probe.ts';

/** What kubelets send themselves through the queue; `node` says which kubelet. */
export type KubeletMessage =
  /** The watch brought a change of a Pod. */
  | { type: 'podChanged'; node: string; uid: string; key: string }
  /** A Pod's worker is to look again. */
  | { type: 'wake'; node: string; uid: string; at: number }
  /** A step of a worker that takes time is done. */
  | { type: 'stepDone'; node: string; uid: string; step: number }
  /** The status is to be told once more, without a sync. */
  | { type: 'refreshStatus'; node: string; uid: string; step: number }
  /** PLEG looks at a Pod's containers. */
  | { type: 'relist'; node: string; uid: string; at: number }
  | { type: 'probe'; node: string; uid: string; container: string; kind: ProbeKind; turn: number }
  | { type: 'preStopSlept'; node: string; uid: string; container: string }
  /** A kubelet that has started is ready, and says so. */
  | { type: 'started'; node: string; boot: number }
  /** An object that the Pod has mounted was changed some time ago. */
  | { type: 'remount'; node: string; uid: string }
  | { type: 'heartbeat'; node: string; boot: number }
  /** A Pod that was evicted is gone: the eviction manager looks again. */
  | { type: 'evictionPass'; node: string; boot: number };

export type AnyKubeletMessage = KubeletMessage | RuntimeMessage;
