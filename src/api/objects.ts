import type { ObjectMeta, OwnerReference } from './generated/kubernetes.ts';

export type * from './generated/kubernetes.ts';

/** The metadata of an object that the API server has stored: what it always fills in is not optional any more. */
export interface StoredMeta extends ObjectMeta {
  name: string;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
}

/**
 * Any Kubernetes object as the API server holds it. Stored objects are never changed in place: a write makes a new
 * object that shares what did not change, so whoever holds one holds a moment of it.
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: StoredMeta;
}

/** A kind's generated type as it is when stored: metadata complete, `apiVersion` and `kind` set. */
export type Stored<T> = Omit<T, 'apiVersion' | 'kind' | 'metadata'> & KubernetesObject;

/** An object as a client sends it: nothing but the kind need be there. */
export interface ObjectToWrite {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  [field: string]: unknown;
}

/** The owner that manages the object (`controller: true`), if any. */
export function controllerOf(object: { metadata?: ObjectMeta }): OwnerReference | undefined {
  return object.metadata?.ownerReferences?.find((owner) => owner.controller);
}
