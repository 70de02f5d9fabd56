import type { KubernetesObject, LabelSelector, ObjectToWrite, Scale, StoredMeta } from '../../../api/objects.ts';
import { jsonMergePatch } from '../../../api/patch/jsonMergePatch.ts';
import { resourceOf } from '../../../api/resources.ts';
import { conflict, invalid, isFailure, notFound } from '../../../api/status.ts';
import { type Cause, getObject, keyOf } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import type { ApiResponse, WriteOptions } from '../request.ts';
import { replace } from '../update.ts';
import type { SubresourceHandlers } from './registry.ts';

type Scalable = KubernetesObject & {
  spec?: { replicas?: number; selector?: LabelSelector };
  status?: { replicas?: number };
};

/** The number of replicas as a small object of its own, the same for every kind that has one. */
export const scale: SubresourceHandlers = {
  get(world, request) {
    const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
    return { answer: object ? scaleOf(object) : notFound(resourceOf(request.resource), request.name) };
  },
  update(world, request, cause) {
    return setScale(world, request, () => request.object, request.options, cause);
  },
  patch(world, request, cause) {
    const patched = (now: KubernetesObject) => jsonMergePatch(now, request.patch) as ObjectToWrite;
    return setScale(world, request, patched, request.options, cause);
  },
};

function setScale(
  world: World,
  request: { resource: string; namespace?: string; name: string },
  wanted: (now: KubernetesObject) => ObjectToWrite,
  options: WriteOptions | undefined,
  cause: Cause,
): ApiResponse {
  const resource = resourceOf(request.resource);
  const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
  if (!object) return { answer: notFound(resource, request.name) };
  const next = wanted(scaleOf(object));
  const version = next.metadata?.resourceVersion;
  if (version && version !== object.metadata.resourceVersion) return { answer: conflict(resource, request.name) };
  const replicas = (next as Scale).spec?.replicas ?? 0;
  if (replicas < 0) {
    const detail = 'must be greater than or equal to 0';
    const error = { type: 'Invalid value', field: 'spec.replicas', value: replicas, detail } as const;
    return { answer: invalid({ ...resource, group: 'autoscaling', kind: 'Scale' }, request.name, [error]) };
  }
  const scaled = { ...object, spec: { ...object.spec, replicas } } as unknown as ObjectToWrite;
  const { answer } = replace(world, resource, object, scaled, false, options, cause);
  return { answer: isFailure(answer) ? answer : scaleOf(answer as Scalable) };
}

function scaleOf(object: Scalable): KubernetesObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const labels = object.spec?.selector?.matchLabels ?? {};
  const metadata: StoredMeta = { name, uid, resourceVersion, creationTimestamp, ...(namespace && { namespace }) };
  const selector = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata,
    spec: { replicas: object.spec?.replicas ?? 0 },
    status: { replicas: object.status?.replicas ?? 0, selector },
  } as KubernetesObject;
}
