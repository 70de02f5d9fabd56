import { laterParts } from '../../later/later.ts';
import type { Change, Store } from '../../world/store.ts';
import type { Controller } from '../controller.ts';
import type { LateControllerName } from './registry.ts';

/** What must be known of a late controller from the start. */
export interface LateController
  extends Pick<Controller, 'watches' | 'delay' | 'firstBackOff' | 'longestBackOff' | 'createMemory'> {
  /** Plural names of the resources that it is there for: before there is an object of one, nothing concerns it. */
  awakenedBy?: readonly string[];
  /** Which changes alone concern it. */
  concerns?(change: Change, store: Store): boolean;
}

/**
 * Stands for a controller that the first picture does not need: its rules are loaded later. Its memory, if nothing else is
 * said, is a plain object that is empty at the beginning.
 */
export function late(name: LateControllerName, { awakenedBy = [], concerns, ...known }: LateController): Controller {
  const real = () => laterParts(`the ${name}`).controllers[name];
  const isAwake = (change: Change, store: Store) =>
    concerns?.(change, store) ??
    (awakenedBy.includes(change.resource) ||
      awakenedBy.some((resource) => (store.objects.get(resource)?.size ?? 0) > 0));
  return {
    createMemory: () => ({}),
    delay(change) {
      const { delay = 0 } = real();
      return typeof delay === 'function' ? delay(change) : delay;
    },
    ...known,
    name,
    keysFor: (change, store, memory) => (isAwake(change, store) ? real().keysFor(change, store, memory) : []),
    reconcile: (view, key) => real().reconcile(view, key),
    refused: (view, key, request, failure) => real().refused?.(view, key, request, failure) ?? [],
  };
}
