import type { Milliseconds } from '../world/queue.ts';

/** One entry of client-go's flowcontrol.Backoff. */
export interface BackOff {
  length: Milliseconds;
  /** When it was last raised. */
  at: Milliseconds;
}

/** Source: kubelet MaxContainerBackOff, images back-off of 1.36. */
const firstBackOff = 10_000;
const longestBackOff = 300_000;

/** A quiet time longer than this starts the back-off over. Source: kubelet MaxContainerBackOff * 2. */
const resetAfter = 600_000;

/** Whether it is still too early to try again after something at `since`. Source: Backoff.IsInBackOffSince. */
export function isInBackOff(entry: BackOff | undefined, since: Milliseconds, now: Milliseconds): boolean {
  if (!entry || since - entry.at > resetAfter) return false;
  return now - since < entry.length;
}

/** The entry after another failure at `since`: doubled, or begun anew after a quiet time. Source: Backoff.Next. */
export function nextBackOff(
  entry: BackOff | undefined,
  since: Milliseconds,
  now: Milliseconds,
  { first = firstBackOff, longest = longestBackOff } = {},
): BackOff {
  if (!entry || since - entry.at > resetAfter) return { length: first, at: now };
  return { length: Math.min(entry.length * 2, longest), at: now };
}

/** `10s`, `1m20s`, `5m0s`: a time.Duration of whole seconds as Go prints it. */
export function goDuration(length: Milliseconds): string {
  const seconds = Math.round(length / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
