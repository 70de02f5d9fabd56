import type { Milliseconds } from './world/queue.ts';

/** How long things take, in milliseconds of virtual time: one table. Sources: recordings/lifecycle, kubelet defaults of 1.36. */
export const latency = {
  /** From a write until a watcher acts upon it. */
  watch: 4,
  /** One API call of a component, answered. */
  apiCall: 4,
  /** From the binding of a Pod until its kubelet's first status. */
  podAdmission: 25,
  /** Sandbox and its network. */
  sandbox: 450,
  /** Creating a container, and then starting it: each of the two. */
  containerCreate: 60,
  containerStart: 40,
  /** Other limits for a running container. */
  resize: 20,
  /** From the start of the last container until the kubelet's status says so. */
  startNoticed: 50,
  /** The kubelet looks at the runtime once in this time. Source: kubelet genericPlegRelistPeriod. */
  plegRelist: 1000,
  /** Workers that failed try again after this, times 1.0 to 1.5. Source: kubelet backOffPeriod, workerBackOffJitterFactor. */
  podWorkerBackOff: 10_000,
  /** Workers without news look again after this, times 1.0 to 1.5. Source: kubelet SyncFrequency. */
  podWorkerResync: 60_000,
} satisfies Record<string, Milliseconds>;
