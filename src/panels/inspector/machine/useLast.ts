import { useRef } from 'react';
import type { MachineMoment } from '../../../cluster/kubelet/state.ts';
import { valueText } from './words.ts';

/** What was seen of the way to the present state. */
export interface LastTransition {
  /** The state before, in words; the present one itself where it was left and come back to between two looks. */
  from: string;
}

/** The last transition of a machine, as far as it was seen; undefined while only one state has been. */
export function useLast({ value, since }: MachineMoment): LastTransition | undefined {
  const seen = useRef<{ now: string; since: number; last: LastTransition | undefined }>(undefined);
  const now = valueText(value);
  const known = seen.current;
  // An earlier beginning means that the cluster went back in time.
  if (!known || since < known.since) seen.current = { now, since, last: undefined };
  else if (known.now !== now || since > known.since) seen.current = { now, since, last: { from: known.now } };
  return seen.current?.last;
}
