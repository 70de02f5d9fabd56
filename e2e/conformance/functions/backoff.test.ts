import { describe } from 'vitest';
import { type BackOff, goDuration, isInBackOff, nextBackOff } from '../../../src/cluster/kubelet/backOff.ts';
import {
  decideImage,
  type FailedPull,
  failPull,
  sayPulled,
  sayPullFailed,
} from '../../../src/cluster/kubelet/images.ts';
import { normalizeImage } from '../../../src/cluster/runtime/runtime.ts';
import { readCases, testCases } from './recorded.ts';

interface Runs {
  fn: 'doBackOff';
  container: string;
  pod: string;
  initialSeconds: number;
  maxSeconds: number;
  runSeconds: number[];
}

interface Pulls {
  fn: 'EnsureImageExists';
  image: string;
  imagePullPolicy: string;
  imagePresent: boolean;
  steps: { at: number; registry: string; podUID?: string }[];
}

const cases = readCases<Runs | Pulls, unknown>('backoff.json');
const only = <T extends Runs | Pulls>(fn: T['fn']) => cases.filter((one) => one.in.fn === fn) as never;

describe('crash loops', () => {
  testCases<Runs, unknown>(only('doBackOff'), ({ container, pod, initialSeconds, maxSeconds, runSeconds }) => {
    let now = 0;
    let entry: BackOff | undefined;
    return runSeconds.map((seconds) => {
      now += seconds * 1000;
      const exitAt = now;
      const waits = isInBackOff(entry, exitAt, now) && entry;
      if (waits) now = exitAt + waits.length;
      entry = nextBackOff(entry, exitAt, now, { first: initialSeconds * 1000, longest: maxSeconds * 1000 });
      return {
        exitAt: exitAt / 1000,
        restartAt: now / 1000,
        waited: (now - exitAt) / 1000,
        nextBackOffSeconds: entry.length / 1000,
        ...(waits && {
          waitingReason: 'CrashLoopBackOff',
          waitingMessage: `back-off ${goDuration(waits.length)} restarting failed container=${container} pod=${pod}`,
        }),
      };
    });
  });
});

const neverSo = 'the simulated registry is never unavailable and signs nothing';

describe('image pulls', () => {
  testCases<Pulls, unknown>(
    only('EnsureImageExists'),
    ({ image, imagePullPolicy, imagePresent, steps }) => {
      let isPresent = imagePresent;
      const failures = new Map<string, FailedPull>();
      return steps.map(({ at, registry, podUID = '' }) => {
        const now = at * 1000;
        const failedPull = failures.get(podUID);
        const name = normalizeImage(image);
        const decision = decideImage({ image, policy: imagePullPolicy, name, isPresent, failedPull, now });
        const events: object[] = [decision.say];
        const askedRegistry = decision.act === 'pull';
        const answer = { at, askedRegistry, events };
        if (decision.act === 'wait')
          return { ...answer, waitingReason: decision.reason, waitingMessage: decision.message };
        if (askedRegistry && registry !== 'ok') {
          failures.set(podUID, failPull(failedPull, registry, now));
          events.push(sayPullFailed(image, registry));
          return { ...answer, waitingReason: 'ErrImagePull', waitingMessage: registry };
        }
        if (askedRegistry) {
          isPresent = true;
          const pulled = sayPulled(image, { size: 1, took: 1, waited: 2 });
          const message = pulled.message.replace('1ms (2ms', '<d> (<d>').replace('size: 1 bytes', 'size: <n> bytes');
          events.push({ ...pulled, message });
        }
        return { ...answer, started: true };
      });
    },
    { 'image pull: registry unavailable': neverSo, 'image pull: bad signature': neverSo },
  );
});
