import { bundle, runChild } from './child.ts';
import type { Benchmark } from './measure.ts';

const child = new URL('./kubelet.child.ts', import.meta.url);
const pods = 100;
const how = `${pods} Pods bound by hand to one node, a liveness and a readiness probe every 10 s each, in a Node process of its own`;

/** What kubelets cost: a Pod's start, an hour of Pods that only answer their probes, and what a Pod takes of the world. */
export const kubelet: Benchmark = {
  name: 'kubelet',
  async run() {
    const {
      startSeconds = 0,
      bytes = 0,
      idleSeconds = 0,
      idleEvents = 0,
    } = runChild(await bundle(child), String(pods));
    return [
      { measure: 'kubelet: CPU for each Pod start', value: (1000 * startSeconds) / pods, unit: 'ms', how },
      { measure: `kubelet: CPU for an hour of ${pods} idle Pods`, value: idleSeconds, unit: 's', how },
      { measure: `kubelet: events in an hour of ${pods} idle Pods`, value: idleEvents, unit: 'events', how },
      { measure: 'kubelet: world for each Pod', value: bytes / pods / 1024, unit: 'KB', how: `${how}; v8.serialize` },
    ];
  },
};
