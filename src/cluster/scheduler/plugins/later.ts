import type { Pod, Stored } from '../../../api/objects.ts';
import { laterParts } from '../../later/later.ts';
import type { Plugin, Snapshot } from '../plugin.ts';
import type { LatePlugin } from './late/registry.ts';

/**
 * A plugin whose code a page loads later: it has nothing to do for Pods with which `isConcerned` says that it has not.
 * Asked for every decision, so it must be cheap.
 */
export function later(name: LatePlugin, isConcerned: (pod: Stored<Pod>, snapshot: Snapshot) => boolean): Plugin {
  const steps = () => laterParts(`the scheduler plugin ${name}`).scheduling.plugins[name];
  return {
    name,
    preFilter: (pod, snapshot) =>
      isConcerned(pod, snapshot) ? (steps().preFilter?.(pod, snapshot) ?? 'skip') : 'skip',
    mayHelp: (pod, event, labelsOfNamespace) => steps().mayHelp?.(pod, event, labelsOfNamespace) ?? false,
  };
}
