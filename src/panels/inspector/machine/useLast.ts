import { useRef } from 'react';
import type { MachineMoment } from '../../../cluster/kubelet/state.ts';
import { valueText } from './words.ts';

/** The state that a machine was seen in before the present one, in words; undefined while only one has been seen. */
export function useLast({ value, since }: MachineMoment): string | undefined {
  const seen = useRef<{ now: string; since: number; before: string | undefined }>(undefined);
  const now = valueText(value);
  const known = seen.current;
  if (!known || since < known.since) seen.current = { now, since, before: undefined };
  else if (known.now !== now) seen.current = { now, since, before: known.now };
  return seen.current?.before;
}
