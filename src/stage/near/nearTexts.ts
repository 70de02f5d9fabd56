import { nt } from '../../i18n/near.ts';
import { exitMeaning } from '../../scene/exitMeaning.ts';
import { type Countdown, leftOf } from '../../scene/near/openPod.ts';

/** `exit 137: SIGKILL`. */
export function exitText(code: number): string {
  return nt('near.exit', { code, meaning: meaningText(code) });
}

/** What an exit code means, in words. */
export function meaningText(code: number): string {
  const meaning = exitMeaning(code);
  return meaning.kind === 'signal' ? meaning.signal : nt(`near.exit.${meaning.kind}`);
}

/** `restarts in 7 s`. */
export function countdownText(countdown: Countdown, now: number): string {
  const { seconds } = leftOf(countdown, now);
  return nt(`near.countdown.${countdown.what}`, { seconds });
}
