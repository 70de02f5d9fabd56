import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, Node, Pod, Stored } from '../../api/objects.ts';
import { secondsUntilEviction } from '../scheduler/tolerations.ts';
import type { Milliseconds } from '../world/queue.ts';
import { type Change, getObject, keyOf, listIndexed, type Store } from '../world/store.ts';
import type { Controller, Plan, View, Write } from './controller.ts';
import { deletePod, markDisrupted } from './disruption.ts';

/** When a Pod's time on its tainted node began, and when it is over. */
interface Appointment {
  since: Milliseconds;
  at: Milliseconds;
}

/** By the key of the Pod. */
type Appointments = Map<string, Appointment>;

/**
 * Deletes Pods from nodes with NoExecute taints that they do not tolerate, or no longer.
 * Source: pkg/controller/tainteviction of 1.36.
 */
export const taintEviction: Controller = {
  name: 'taint-eviction-controller',
  watches: ['pods', 'nodes'],
  createMemory: (): Appointments => new Map(),
  keysFor(change, store, memory) {
    return change.resource === 'pods'
      ? keysOfPod(change, store, memory as Appointments)
      : keysOfNode(change, store, memory as Appointments);
  },
  reconcile(view, key) {
    const appointments = view.memory as Appointments;
    const appointment = appointments.get(key);
    const pod = getObject<Stored<Pod>>(view.store, 'pods', key);
    if (!pod || pod.metadata.deletionTimestamp) {
      if (!appointment) return { writes: [] };
      appointments.delete(key);
      return { writes: pod ? [] : [cancelling(key)] };
    }
    const taints = getObject<Stored<Node>>(view.store, 'nodes', pod.spec?.nodeName ?? '')?.spec?.taints ?? [];
    if (!taints.some(({ effect }) => effect === 'NoExecute')) {
      if (!appointments.delete(key)) return { writes: [] };
      return { writes: [cancelling(key)] };
    }
    const seconds = secondsUntilEviction(taints, pod.spec?.tolerations);
    if (seconds === null) {
      appointments.delete(key);
      return { writes: [] };
    }
    return keepAppointment(view, key, pod, seconds * 1000);
  },
};

function keepAppointment({ now, memory }: View, key: string, pod: Stored<Pod>, stay: Milliseconds): Plan {
  const appointments = memory as Appointments;
  const since = appointments.get(key)?.since ?? now;
  const at = since + stay;
  if (at > now) {
    appointments.set(key, { since, at });
    return { writes: [], requeueAfter: at - now };
  }
  appointments.delete(key);
  const message = 'Taint manager: deleting due to NoExecute taint';
  return {
    writes: [
      { event: eventAbout(key, `Marking for deletion Pod ${key}`) },
      markDisrupted(pod, now, 'DeletionByTaintManager', message),
      deletePod(pod),
    ],
  };
}

const noExecute = (node: Stored<Node> | undefined) =>
  (node?.spec?.taints ?? []).filter(({ effect }) => effect === 'NoExecute');

function keysOfPod({ type, key, object, previous }: Change, store: Store, appointments: Appointments): string[] {
  if (appointments.has(key)) return [key];
  const pod = object as Stored<Pod>;
  const nodeName = pod.spec?.nodeName;
  if (type === 'DELETED' || !nodeName) return [];
  const before = (previous as Stored<Pod> | undefined)?.spec;
  if (before?.nodeName === nodeName && before.tolerations === pod.spec?.tolerations) return [];
  return noExecute(getObject<Stored<Node>>(store, 'nodes', nodeName)).length > 0 ? [key] : [];
}

function keysOfNode({ type, key, object, previous }: Change, store: Store, appointments: Appointments): string[] {
  const now = type === 'DELETED' ? [] : noExecute(object as Stored<Node>);
  if (isSame(now, noExecute(previous as Stored<Node> | undefined))) return [];
  return listIndexed<Stored<Pod>>(store, 'podsByNode', key)
    .map(({ metadata }) => keyOf(metadata))
    .filter((pod) => now.length > 0 || appointments.has(pod));
}

const cancelling = (key: string): Write => ({ event: eventAbout(key, `Cancelling deletion of Pod ${key}`) });

/** The real one names the Pod without its uid. */
function eventAbout(key: string, message: string) {
  const [namespace = '', name = ''] = key.split('/');
  const about = { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace } } as KubernetesObject;
  const component = 'taint-eviction-controller';
  return { component, about, type: 'Normal', reason: 'TaintManagerEviction', message } as const;
}
