import type { DaemonSet, Node, Pod, PodTemplateSpec, Stored } from '../../../../api/objects.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import type { View, Write } from '../../controller.ts';
import { createPod, deletePods, podNameOf, slowStart } from '../../podcontrol.ts';
import type { ReadyLooks } from '../readylooks.ts';
import { revisionHashLabel } from '../revisions.ts';
import { podTemplateFor } from './template.ts';

export type StoredDaemonSet = Stored<DaemonSet>;

/** The component of its Events and the actor of its causes. */
export const daemonSetController = 'daemonset-controller';

/** At most so many Pods are made, and so many deleted, in a pass. Source: BurstReplicas. */
const burst = 250;

/** What the controller keeps between passes. */
export interface DaemonSetMemory {
  looks: ReadyLooks;
  /** By DaemonSet, generation and node: how long to wait before another failed Pod is deleted there. */
  failed: Map<string, { wait: Milliseconds; since: Milliseconds }>;
}

/** A pass over a DaemonSet under way. */
export interface Draft {
  view: View;
  daemonSet: StoredDaemonSet;
  nodes: readonly Stored<Node>[];
  /** Its Pods by the name of the node that they run on or are meant for, without those that have ended and are leaving. */
  podsByNode: ReadonlyMap<string, readonly Stored<Pod>[]>;
  /** Of the current revision. */
  hash: string;
  writes: Write[];
  /** When to look again. */
  looks: Milliseconds[];
}

export const memoryOf = ({ memory }: View): DaemonSetMemory => memory as DaemonSetMemory;

/** Makes Pods on nodes and deletes others. False where there is nothing to do. Source: syncNodes. */
export function syncNodes(draft: Draft, toDelete: readonly Stored<Pod>[], nodes: readonly string[]): boolean {
  const { daemonSet, hash, view, writes } = draft;
  const base = `${daemonSet.metadata.name}-`;
  const wanted = nodes.slice(0, burst);
  for (const [index, batch] of slowStart(wanted.length).entries()) {
    const template = podTemplateFor(daemonSet, hash, wanted[index] ?? '');
    const pod = { name: podNameOf(base, view.generateName), generateName: base, template };
    writes.push(createPod(daemonSetController, daemonSet, pod, batch));
  }
  writes.push(...deletePods(daemonSetController, daemonSet, toDelete.slice(0, burst)));
  return nodes.length + toDelete.length > 0;
}

/** Whether a Pod is of the current revision (or, as before there were revisions, of the current generation). */
export function isUpdated({ metadata: { labels } }: Stored<Pod>, { daemonSet, hash }: Draft): boolean {
  const generation = daemonSet.metadata.annotations?.['deprecated.daemonset.template.generation'];
  const isOfHash = hash !== '' && labels?.[revisionHashLabel] === hash;
  return isOfHash || (generation !== undefined && labels?.['pod-template-generation'] === generation);
}

export const templateOf = ({ spec }: StoredDaemonSet): PodTemplateSpec | undefined => spec?.template;

export const minReadySecondsOf = ({ spec }: StoredDaemonSet): number => spec?.minReadySeconds ?? 0;
