import type { Pod, Stored } from '../../../api/objects.ts';
import type { Change } from './change.ts';

/** Takes the gates off that keep a Pod out of the scheduler's queue; undefined where there are none. */
export function removeGates(pod: Stored<Pod>): Change | undefined {
  const gates = pod.spec?.schedulingGates ?? [];
  if (gates.length === 0) return undefined;
  return {
    on: 'pod',
    inPlace: true,
    words: { change: 'removeGates', gates: gates.map(({ name }) => name) },
    cost: 1,
    alter: ({ schedulingGates: _gone, ...spec }) => spec,
  };
}
