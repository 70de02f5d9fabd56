import type { KubernetesObject, ObjectToWrite, Pod, PodTemplateSpec, Stored } from '../../api/objects.ts';
import type { EventToRecord } from '../events/record.ts';
import type { RequestWrite, Write } from './controller.ts';

/** At most so many Pods are made or deleted in a pass. Source: BurstReplicas of ReplicaSets. */
export const burst = 500;

/** The longest base of a generated name. Source: k8s.io/apiserver names.maxGeneratedNameLength. */
const longestBase = 58;

/** An Event of a controller about one of its objects. */
export function eventAbout(
  component: string,
  about: KubernetesObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): EventToRecord {
  return { component, about, type, reason, message };
}

/** The reference to an owner that manages. Source: metav1.NewControllerRef. */
export function controllerReference({ apiVersion, kind, metadata: { name, uid } }: KubernetesObject) {
  return { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true };
}

/** What an owner makes a Pod of: a name (or the base of one, which the Pod then carries) and a template. */
export interface NewPod {
  name: string;
  generateName?: string;
  template: PodTemplateSpec | undefined;
}

/** Makes a Pod for its owner, and says so. Source: pkg/controller RealPodControl.CreatePodsWithGenerateName. */
export function createPod(component: string, owner: KubernetesObject, pod: NewPod, batch?: number): RequestWrite {
  const { namespace } = owner.metadata;
  const { labels, annotations, finalizers } = pod.template?.metadata ?? {};
  const metadata = {
    name: pod.name,
    ...(pod.generateName && { generateName: pod.generateName }),
    ...(namespace && { namespace }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(finalizers && { finalizers }),
    ownerReferences: [controllerReference(owner)],
  };
  const object: ObjectToWrite = { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod.template?.spec };
  return {
    request: { verb: 'create', resource: 'pods', ...(namespace && { namespace }), object },
    ...(batch !== undefined && { batch }),
    event: eventAbout(component, owner, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.name}`),
  };
}

/** A Pod's name out of its owner's, drawn by `generateName`. */
export function podNameOf(base: string, generateName: (base: string) => string): string {
  return generateName(base.slice(0, longestBase));
}

/**
 * The sizes of the batches in which so many Pods are made: 1, 2, 4, ...; where one of a batch is refused the rest is
 * not even tried. For each Pod in turn the size of its batch, which also tells the batches apart. Source: slowStartBatch.
 */
export function slowStart(count: number): number[] {
  const batches: number[] = [];
  for (let batch = 1; batches.length < count; batch *= 2)
    for (let i = 0; i < batch && batches.length < count; i++) batches.push(batch);
  return batches;
}

/** Deletes Pods, all at the same time, and says so. Source: RealPodControl.DeletePod. */
export function deletePods(component: string, owner: KubernetesObject, pods: readonly Stored<Pod>[]): Write[] {
  return pods.map(({ metadata: { name, namespace, uid } }) => ({
    request: {
      verb: 'delete',
      resource: 'pods',
      ...(namespace && { namespace }),
      name,
      options: { preconditions: { uid } },
    },
    tolerate: [404],
    batch: 1,
    event: eventAbout(component, owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`),
  }));
}

/** Replaces an object's status by `update` of the status subresource. */
export function writeStatus(resource: string, object: KubernetesObject, status: object): RequestWrite {
  const { name, namespace } = object.metadata;
  return {
    request: {
      verb: 'update',
      resource,
      ...(namespace && { namespace }),
      name,
      subresource: 'status',
      object: { ...object, status } as ObjectToWrite,
    },
    tolerate: [404],
  };
}
