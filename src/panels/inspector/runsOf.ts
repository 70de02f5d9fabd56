import type { ControlPlaneMessage } from '../../store/messages.ts';

/** Writes one after the other by the same writer to the same object. */
export interface Run {
  /** The nearest of them. */
  message: ControlPlaneMessage;
  count: number;
}

/** A walk of causes with each run as one: a kubelet's six status updates in a row say no more than one. */
export function runsOf(walk: readonly ControlPlaneMessage[]): Run[] {
  const runs: Run[] = [];
  for (const message of walk) {
    const last = runs.at(-1);
    const { actor, type, uid } = message;
    if (last && last.message.actor === actor && last.message.type === type && last.message.uid === uid) last.count++;
    else runs.push({ message, count: 1 });
  }
  return runs;
}
