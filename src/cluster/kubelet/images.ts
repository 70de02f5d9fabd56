import type { Milliseconds } from '../world/queue.ts';
import { type BackOff, isInBackOff, nextBackOff } from './backOff.ts';

/** A pull that failed, under the Pod's uid and the image. */
export type FailedPull = BackOff & { message: string };

/** What is said: an Event without its object. */
export interface Saying {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** What is to be done about an image before a container is made of it. */
export type ImageDecision =
  | { act: 'use' | 'pull'; say: Saying }
  | {
      act: 'wait';
      say: Saying;
      reason: 'InvalidImageName' | 'ErrImageNeverPull' | 'ImagePullBackOff';
      /** The waiting message of the container. */
      message: string;
    };

/** Decides by name, policy, presence and back-off. Source: EnsureImageExists of images/image_manager.go. */
export function decideImage(asked: {
  image: string;
  policy: string | undefined;
  name: { ok: true } | { ok: false; message: string };
  isPresent: boolean;
  failedPull: FailedPull | undefined;
  now: Milliseconds;
}): ImageDecision {
  const { image, policy, name, isPresent, failedPull, now } = asked;
  if (!name.ok) {
    const { message } = name;
    return { act: 'wait', say: warning('InspectFailed', message), reason: 'InvalidImageName', message };
  }
  if (isPresent && policy !== 'Always') {
    const message = `Container image "${image}" already present on machine and can be accessed by the pod`;
    return { act: 'use', say: normal('Pulled', message) };
  }
  if (policy === 'Never') {
    const message = `Container image "${image}" is not present with pull policy of Never`;
    return { act: 'wait', say: warning('ErrImageNeverPull', message), reason: 'ErrImageNeverPull', message };
  }
  if (failedPull && isInBackOff(failedPull, failedPull.at, now)) {
    const text = `Back-off pulling image "${image}"`;
    const message = `${text}: ErrImagePull: ${failedPull.message}`;
    return { act: 'wait', say: normal('BackOff', text), reason: 'ImagePullBackOff', message };
  }
  return { act: 'pull', say: normal('Pulling', `Pulling image "${image}"`) };
}

const normal = (reason: string, message: string): Saying => ({ type: 'Normal', reason, message });
const warning = (reason: string, message: string): Saying => ({ type: 'Warning', reason, message });

/** What a pull that failed with `message` leaves behind, after `before`, the failure before it. */
export function failPull(before: FailedPull | undefined, message: string, now: Milliseconds): FailedPull {
  return { ...nextBackOff(before, now, now), message };
}

export function sayPullFailed(image: string, message: string): Saying {
  return warning('Failed', `Failed to pull image "${image}": ${message}`);
}

/** `took` is the pull itself, `waited` that with the time in the queue of pulls before it. */
export function sayPulled(image: string, pull: { size: number; took: Milliseconds; waited: Milliseconds }): Saying {
  const times = `${goMilliseconds(pull.took)} (${goMilliseconds(pull.waited)} including waiting)`;
  return normal('Pulled', `Successfully pulled image "${image}" in ${times}. Image size: ${pull.size} bytes.`);
}

/** A time.Duration of milliseconds as Go prints it: `15ms`, `1.234s`, `1m5.2s`. */
function goMilliseconds(length: Milliseconds): string {
  if (length < 1000) return length === 0 ? '0s' : `${length}ms`;
  const minutes = Math.floor(length / 60_000);
  return `${minutes > 0 ? `${minutes}m` : ''}${(length % 60_000) / 1000}s`;
}
