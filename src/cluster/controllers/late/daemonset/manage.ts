import type { Node, Pod, Stored } from '../../../../api/objects.ts';
import { eventAbout } from '../../podcontrol.ts';
import { availableAt, isPodReady } from '../../pods.ts';
import { revisionHashLabel } from '../revisions.ts';
import { type Draft, daemonSetController, memoryOf, minReadySecondsOf, syncNodes } from './draft.ts';
import { surgeOf } from './rollingupdate.ts';
import { shouldRun } from './template.ts';

const firstWait = 1000;
const longestWait = 900_000;

/** Makes and deletes Pods so that every node has the one it should have. False where all is well. Source: manage. */
export function manage(draft: Draft): boolean {
  const toDelete: Stored<Pod>[] = [];
  const needing: string[] = [];
  const names = new Set<string>();
  for (const node of draft.nodes) {
    names.add(node.metadata.name);
    if (manageNode(draft, node, toDelete)) needing.push(node.metadata.name);
  }
  // The garbage collector of Pods only knows those that were on their node.
  for (const [name, pods] of draft.podsByNode)
    if (!names.has(name)) toDelete.push(...pods.filter(({ spec }) => !spec?.nodeName));
  return syncNodes(draft, toDelete, needing);
}

/** Whether the node needs a Pod; those that must go are added to `toDelete`. Source: podsShouldBeOnNode. */
function manageNode(draft: Draft, node: Stored<Node>, toDelete: Stored<Pod>[]): boolean {
  const { daemonSet, podsByNode } = draft;
  const { run, stay } = shouldRun(node, daemonSet);
  const pods = podsByNode.get(node.metadata.name);
  if (!pods) return run;
  const staying = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  if (!stay) {
    toDelete.push(...staying);
    return false;
  }
  const running: Stored<Pod>[] = [];
  for (const pod of staying) {
    const phase = pod.status?.phase;
    if (phase !== 'Failed' && phase !== 'Succeeded') running.push(pod);
    else if (phase === 'Succeeded' || mayDeleteFailed(draft, node)) {
      toDelete.push(pod);
      draft.writes.push({ event: endedEvent(draft, pod, node) });
    }
  }
  if (!surgeOf(draft, 1)) {
    toDelete.push(...[...running].sort(oldestFirst).slice(1));
    return false;
  }
  if (running.length > 1) toDelete.push(...surplus(draft, running));
  return running.length === 0 && run;
}

/** With a surge a node may have two: an old one that is ready, and a new one that is not available yet. */
function surplus({ daemonSet, hash, view }: Draft, running: readonly Stored<Pod>[]): Stored<Pod>[] {
  const isNew = ({ metadata }: Stored<Pod>) => metadata.labels?.[revisionHashLabel] === hash;
  const sorted = [...running].sort(oldestFirst);
  const newest = sorted.find(isNew);
  const old = sorted.find((pod) => !isNew(pod));
  const rest = sorted.filter((pod) => pod !== newest && pod !== old);
  if (!newest || !old) return rest;
  const at = availableAt(newest, minReadySecondsOf(daemonSet));
  const isAvailable = at !== undefined && at <= view.now;
  return !isPodReady(old) || isAvailable ? [...rest, old] : rest;
}

/** Failed Pods are deleted at once, then after 1, 2, 4, ... seconds: what fails again and again would hurry in circles. */
function mayDeleteFailed({ daemonSet, view, looks }: Draft, node: Stored<Node>): boolean {
  const { failed } = memoryOf(view);
  const key = `${daemonSet.metadata.uid}/${daemonSet.status?.observedGeneration ?? 0}/${node.metadata.name}`;
  const known = failed.get(key);
  const entry = known && view.now - known.since <= 2 * longestWait ? known : undefined;
  if (entry && view.now - entry.since < entry.wait) {
    looks.push(view.now + entry.wait);
    return false;
  }
  failed.set(key, { wait: entry ? Math.min(2 * entry.wait, longestWait) : firstWait, since: view.now });
  return true;
}

function endedEvent({ daemonSet }: Draft, { metadata, status }: Stored<Pod>, node: Stored<Node>) {
  const where = `${metadata.namespace}/${metadata.name} on node ${node.metadata.name}`;
  return status?.phase === 'Failed'
    ? eventAbout(
        daemonSetController,
        daemonSet,
        'Warning',
        'FailedDaemonPod',
        `Found failed daemon pod ${where}, will try to kill it`,
      )
    : eventAbout(
        daemonSetController,
        daemonSet,
        'Normal',
        'SucceededDaemonPod',
        `Found succeeded daemon pod ${where}, will try to delete it`,
      );
}

/** Those on their node first, then by age. Source: podByCreationTimestampAndPhase. */
export function oldestFirst(a: Stored<Pod>, b: Stored<Pod>): number {
  const onNode = Number(Boolean(b.spec?.nodeName)) - Number(Boolean(a.spec?.nodeName));
  if (onNode !== 0) return onNode;
  const [ageA, ageB] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  if (ageA !== ageB) return ageA < ageB ? -1 : 1;
  return a.metadata.name < b.metadata.name ? -1 : 1;
}
