import type { Milliseconds } from '../world/queue.ts';

/** One entry of client-go's flowcontrol.Backoff. */
export interface BackOff {
  length: Milliseconds;
  /** When it was last raised. */
  at: Milliseconds;
}

/** Source: kubelet MaxContainerBackOff, images back-off of 1.36. */
export const firstBackOff = 10_000;
export const longestBackOff = 300_000;

/** Whether it is still too early to try again after something at `since`. Source: Backoff.IsInBackOffSince. */
export function isInBackOff(
  entry: BackOff | undefined,
  since: Milliseconds,
  now: Milliseconds,
  longest = longestBackOff,
): boolean {
  if (!entry || since - entry.at > 2 * longest) return false;
  return now - since < entry.length;
}

/** The entry after another failure at `since`: doubled, or begun anew after a quiet time of more than twice the longest. */
export function nextBackOff(
  entry: BackOff | undefined,
  since: Milliseconds,
  now: Milliseconds,
  first = firstBackOff,
  longest = longestBackOff,
): BackOff {
  if (!entry || since - entry.at > 2 * longest) return { length: first, at: now };
  return { length: Math.min(entry.length * 2, longest), at: now };
}

/** `10s`, `1m20s`, `5m0s`: a time.Duration of whole seconds as Go prints it. */
export function goDuration(length: Milliseconds): string {
  const seconds = Math.round(length / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
