import { type ControlPlaneMessage, messageOfRevision, messages } from './messages.ts';

/** One write, and the writes that led to it: each was made on seeing the next. */
export interface CauseWalk {
  write: ControlPlaneMessage;
  /** The nearest cause first. */
  because: ControlPlaneMessage[];
}

const longestWalk = 20;

/** The writes that led to this one, the nearest first, as far as they are known. */
export function causesOf(write: ControlPlaneMessage): ControlPlaneMessage[] {
  const walk: ControlPlaneMessage[] = [];
  let at: ControlPlaneMessage | undefined = write;
  while (at?.saw !== undefined && walk.length < longestWalk) {
    const before: ControlPlaneMessage | undefined = messageOfRevision(at.saw);
    if (!before || before.revision >= at.revision) break;
    walk.push(before);
    at = before;
  }
  return walk;
}

/** The known writes of an object, the newest first, each with the walk of its causes. */
export function writesOf(uid: string, most = 30): CauseWalk[] {
  const own = messages.toArray().filter((message) => message.uid === uid);
  return own
    .reverse()
    .slice(0, most)
    .map((write) => ({ write, because: causesOf(write) }));
}
