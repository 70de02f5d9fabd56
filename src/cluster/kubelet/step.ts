import { push } from '../world/queue.ts';
import type { KubeletMessage } from './messages.ts';
import type { PodScope } from './scope.ts';

/** The worker's current step is over at `at`; a step begun meanwhile makes the message void. */
export function wait({ world, node, worker }: PodScope, at: number): void {
  worker.step++;
  const message: KubeletMessage = { type: 'stepDone', node, uid: worker.pod.metadata.uid, step: worker.step };
  push(world.queue, at, 'kubelet', message);
}
