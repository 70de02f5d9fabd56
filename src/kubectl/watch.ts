import type { KubernetesObject } from '../api/objects.ts';
import type { Resource } from '../api/resources.ts';
import { type Session, sleep } from './session.ts';

/** How a wait ended, if not with a result. */
export type WaitEnd = 'timed out' | 'interrupted';

/** What a wait looks at: all objects when it begins, then each change. A result ends it. */
export interface Waiting<Result> {
  start(objects: KubernetesObject[]): Result | undefined;
  change(object: KubernetesObject, isGone: boolean): Result | undefined;
}

/** Watches a resource until there is a result, the time is up, or a person interrupts. */
export function waitFor<Result>(
  session: Session,
  resource: Resource,
  waiting: Waiting<Result>,
  timeout?: number,
): Promise<Result | WaitEnd> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    let isOver = false;
    const end = (result: Result | WaitEnd) => {
      if (isOver) return;
      isOver = true;
      stop?.();
      session.signal?.removeEventListener('abort', interrupt);
      resolve(result);
    };
    const interrupt = () => end('interrupted');
    /** Looks at something; an error in looking ends the wait as an error. */
    const look = (see: () => Result | undefined): void => {
      if (isOver) return;
      try {
        const result = see();
        if (result !== undefined) end(result);
      } catch (error) {
        isOver = true;
        stop?.();
        reject(error);
      }
    };
    session.signal?.addEventListener('abort', interrupt);
    if (session.signal?.aborted) return end('interrupted');
    if (timeout !== undefined) void sleep(session, timeout).then(() => end('timed out'));
    stop = session.client.watch([resource.plural], {
      reset: (objects) => look(() => waiting.start(objects.map(({ object }) => object))),
      batch: (events) => {
        for (const { object, type } of events) look(() => waiting.change(object, type === 'DELETED'));
      },
    });
    if (isOver) stop();
  });
}

/** Calls `tell` for each change of a wanted object, until a person interrupts. What is there already is not told. */
export async function follow(
  session: Session,
  resource: Resource,
  isWanted: (object: KubernetesObject) => boolean,
  tell: (object: KubernetesObject) => void,
): Promise<void> {
  await waitFor<never>(session, resource, {
    start: () => undefined,
    change(object) {
      if (isWanted(object)) tell(object);
      return undefined;
    },
  });
}
