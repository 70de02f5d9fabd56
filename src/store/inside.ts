import { create } from 'zustand';
import type { PodInside } from '../client/client.ts';
import { useClock } from './clock.ts';
import { useCluster } from './cluster.ts';
import { useSession } from './session.ts';

/** What was last heard of the inside of Pods that somebody looks at, by uid. */
export const useInside = create<{ pods: ReadonlyMap<string, PodInside> }>()(() => ({ pods: new Map() }));

/** While time runs the cluster is asked this often, in wall-clock milliseconds. */
const period = 250;

const wanted = new Map<string, readonly string[]>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isAsking = false;
let isStale = false;
let stopFollowing: (() => void) | undefined;

/** Says whose inside `asker` wants to know from now on; none is none. Nothing is asked for while nobody wants anything. */
export function wantInside(asker: string, uids: readonly string[]): void {
  const before = wanted.get(asker) ?? [];
  if (before.length === uids.length && before.every((uid, index) => uid === uids[index])) return;
  if (uids.length > 0) wanted.set(asker, uids);
  else wanted.delete(asker);
  if (wanted.size > 0) {
    stopFollowing ??= follow();
    askSoon(0);
    return;
  }
  stopFollowing?.();
  stopFollowing = undefined;
  useInside.setState({ pods: new Map() });
}

/** While time stands, a change of the clock or of an object is a reason to ask; while it runs, the time is. */
function follow(): () => void {
  const look = (): void => askSoon(useClock.getState().running ? period : 0);
  const stops = [useClock.subscribe(look), useCluster.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    timer = undefined;
  };
}

function askSoon(delay: number): void {
  isStale = true;
  if (isAsking || (timer !== undefined && delay > 0)) return;
  clearTimeout(timer);
  timer = setTimeout(ask, delay);
}

async function ask(): Promise<void> {
  timer = undefined;
  const tank = useSession.getState().client?.tank;
  const uids = [...new Set([...wanted.values()].flat())];
  if (!tank || uids.length === 0) return;
  isAsking = true;
  isStale = false;
  try {
    takeIn(await tank.inside(uids));
  } catch {
    // The line to the cluster says itself that it is down; until it is up again the last answer stands.
  }
  isAsking = false;
  if (isStale && wanted.size > 0) askSoon(useClock.getState().running ? period : 0);
}

/** Those that are as they were stay the same objects, and where all are, nobody is told. */
function takeIn(answer: readonly PodInside[]): void {
  if (wanted.size === 0) return;
  const before = useInside.getState().pods;
  const pods = new Map<string, PodInside>();
  let isSame = before.size === answer.length;
  for (const one of answer) {
    const known = before.get(one.uid);
    const same = known !== undefined && JSON.stringify(known) === JSON.stringify(one);
    pods.set(one.uid, same ? known : one);
    isSame &&= same;
  }
  if (!isSame) useInside.setState({ pods });
}
