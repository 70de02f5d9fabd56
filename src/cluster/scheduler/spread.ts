import { controllerOf, type Pod, type ReplicaSet, type Service, type Stored } from '../../api/objects.ts';
import { type Selector, selectorOf, selectorText, selects } from '../../api/selectors/labels.ts';
import { selectedPods } from '../controllers/selected.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** How many Pods that a selector selects are on each node, kept up to date so that nobody counts Pods anew. */
export interface SpreadCount {
  namespace: string;
  selector: Selector;
  /** Whether Pods that are about to go count too. */
  terminating: boolean;
  counts: Map<string, number>;
}

/** So many selectors are kept up to date; the one asked for least recently goes first. */
const keptCounts = 100;

const isCounted = ({ namespace, selector, terminating }: SpreadCount, { metadata }: Stored<Pod>): boolean =>
  metadata.namespace === namespace &&
  (terminating || !metadata.deletionTimestamp) &&
  selects(selector, metadata.labels);

/** The Pods of a namespace that a selector selects, with those about to go or without, by node. */
export function spreadOf(
  world: World,
  namespace: string,
  selector: Selector,
  terminating: boolean,
  placeOf: (pod: Stored<Pod>) => string | undefined,
  remember: boolean,
): ReadonlyMap<string, number> {
  const { spread } = world.scheduler;
  const key = `${namespace}/${terminating ? 'all' : 'staying'}/${selectorText(selector)}`;
  const known = spread.get(key);
  if (known) {
    if (remember) {
      spread.delete(key);
      spread.set(key, known);
    }
    return known.counts;
  }
  const count: SpreadCount = { namespace, selector, terminating, counts: new Map() };
  for (const pod of selectedPods(world.store, namespace, (labels) => selects(selector, labels))) {
    const place = placeOf(pod);
    if (place !== undefined && isCounted(count, pod)) add(count.counts, place, 1);
  }
  if (remember) {
    spread.set(key, count);
    const [oldest] = spread.keys();
    if (spread.size > keptCounts && oldest !== undefined) spread.delete(oldest);
  }
  return count.counts;
}

function add(counts: Map<string, number>, node: string, amount: number): void {
  const count = (counts.get(node) ?? 0) + amount;
  if (count === 0) counts.delete(node);
  else counts.set(node, count);
}

/** A Pod as it was or is, and the node on which it counts. */
interface Placed {
  pod: Stored<Pod>;
  node: string;
}

/** Brings the counts up to date with a Pod that came, went, moved or changed. */
export function moveInSpread(world: World, before: Placed | undefined, after: Placed | undefined): void {
  if (before && after && before.node === after.node) {
    const [was, is] = [before.pod.metadata, after.pod.metadata];
    if (was.labels === is.labels && was.deletionTimestamp === is.deletionTimestamp) return;
  }
  for (const count of world.scheduler.spread.values()) {
    if (before && isCounted(count, before.pod)) add(count.counts, before.node, -1);
    if (after && isCounted(count, after.pod)) add(count.counts, after.node, 1);
  }
}

/** The owners that say by their selectors what is of one kind. */
const kinds: Readonly<Record<string, string>> = {
  ReplicaSet: 'replicasets',
  ReplicationController: 'replicationcontrollers',
  StatefulSet: 'statefulsets',
};

/**
 * What selects the Pods that are of one kind with this one: the selectors of all Services in front of it and of the
 * ReplicaSet, StatefulSet or ReplicationController that owns it, together. Undefined: nothing does. Source:
 * plugins/helper DefaultSelector.
 */
export function kindOf(world: World, pod: Stored<Pod>): Selector | undefined {
  const { namespace = '', labels } = pod.metadata;
  const requirements: Selector['requirements'][number][] = [];
  for (const { spec, metadata } of (world.store.objects.get('services')?.values() ?? []) as Iterable<Stored<Service>>) {
    if (metadata.namespace !== namespace || !spec?.selector || Object.keys(spec.selector).length === 0) continue;
    const selector = selectorOf({ matchLabels: spec.selector });
    if (selects(selector, labels)) requirements.push(...selector.requirements);
  }
  const owner = controllerOf(pod);
  const plural = owner && kinds[owner.kind];
  const found = plural && getObject<Stored<ReplicaSet>>(world.store, plural, `${namespace}/${owner.name}`);
  if (found) {
    const { selector } = found.spec ?? {};
    const own = plural === 'replicationcontrollers' ? { matchLabels: selector as Record<string, string> } : selector;
    requirements.push(...selectorOf(own).requirements);
  }
  return requirements.length > 0 ? { requirements } : undefined;
}
