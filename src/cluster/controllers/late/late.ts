import { laterParts } from '../../later/later.ts';
import type { Store } from '../../world/store.ts';
import type { Controller } from '../controller.ts';
import type { LateControllerName } from './registry.ts';

/** What must be known of a late controller from the start. */
export interface LateController extends Pick<Controller, 'watches' | 'delay' | 'firstBackOff'> {
  /** Plural names of the resources that it is there for: before there is an object of one, nothing concerns it. */
  awakenedBy: readonly string[];
}

/**
 * Stands for a controller that the first picture does not need: its rules are loaded later. Its memory, if it has one, is a
 * plain object that is empty at the beginning.
 */
export function late(name: LateControllerName, { awakenedBy, ...known }: LateController): Controller {
  const real = () => laterParts(`the ${name}`).controllers[name];
  const isAwake = (store: Store) => awakenedBy.some((resource) => (store.objects.get(resource)?.size ?? 0) > 0);
  return {
    ...known,
    name,
    createMemory: () => ({}),
    keysFor: (change, store, memory) =>
      isAwake(store) || awakenedBy.includes(change.resource) ? real().keysFor(change, store, memory) : [],
    reconcile: (view, key) => real().reconcile(view, key),
    refused: (view, key, request, failure) => real().refused?.(view, key, request, failure) ?? [],
  };
}
