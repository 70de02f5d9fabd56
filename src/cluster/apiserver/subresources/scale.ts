import type { KubernetesObject, LabelSelector, ObjectToWrite, Scale, StoredMeta } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { conflict, type Failure, invalid, isFailure, notFound } from '../../../api/status.ts';
import { laterParts } from '../../later/later.ts';
import { type Cause, getObject, keyOf } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { withWarnings } from '../create.ts';
import { authorOf, type Writing, withManagedFields } from '../managedFields.ts';
import { patchedByComponent } from '../patch.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';
import { isChecked } from '../rules.ts';
import { storeChange } from '../update.ts';
import type { SubresourceHandlers } from './registry.ts';

type Scalable = KubernetesObject & {
  spec?: { replicas?: number; selector?: LabelSelector };
  status?: { replicas?: number };
};
type WriteRequest = Extract<ApiRequest, { verb: 'update' | 'patch' }>;

/** The number of replicas as a small object of its own, the same for every kind that has one. */
export const scale: SubresourceHandlers = {
  get(world, request) {
    const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
    return { answer: object ? scaleOf(object) : notFound(resourceOf(request.resource), request.name) };
  },
  update: setScale,
  patch: setScale,
};

function setScale(world: World, request: WriteRequest, cause: Cause): ApiResponse {
  const resource = resourceOf(request.resource);
  const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
  if (!object) return { answer: notFound(resource, request.name) };
  const { managedFields } = object.metadata;
  const writing: Writing = { options: request.options, subresource: 'scale', cause, isTracked: true };
  const now = managedFields ? laterParts('scale').patching.scaleWithManagers(scaleOf(object), object) : scaleOf(object);
  const wanted = wantedScale(world, request, now, writing);
  if (isFailure(wanted)) return { answer: wanted };
  const next = wanted.object;
  const version = next.metadata?.resourceVersion;
  if (version && version !== object.metadata.resourceVersion) return { answer: conflict(resource, request.name) };
  const replicas = (next as Scale).spec?.replicas ?? 0;
  if (replicas < 0) {
    const detail = 'must be greater than or equal to 0';
    const error = { type: 'Invalid value', field: 'spec.replicas', value: replicas, detail } as const;
    return { answer: invalid({ ...resource, group: 'autoscaling', kind: 'Scale' }, request.name, [error]) };
  }
  let scaled = object;
  if (managedFields) {
    const isApply = request.verb === 'patch' && request.patchType === 'apply';
    const { managedFieldsAfterScale } = laterParts('scale').patching;
    const entries = managedFieldsAfterScale(resource, authorOf(world, writing), object, now, next, isApply);
    scaled = withManagedFields(object, entries);
  }
  const changed = { ...scaled, spec: { ...object.spec, replicas } } as unknown as ObjectToWrite;
  const { answer } = storeChange(world, resource, object, { object: changed, warnings: [] }, writing);
  return withWarnings(isFailure(answer) ? answer : scaleOf(answer as Scalable), wanted.warnings);
}

function wantedScale(
  world: World,
  request: WriteRequest,
  now: KubernetesObject,
  writing: Writing,
): { object: ObjectToWrite; warnings: string[] } | Failure {
  if (request.verb === 'update') return { object: request.object, warnings: [] };
  const resource = resourceOf(request.resource);
  if (!isChecked(request.options)) return patchedByComponent(resource, now, request);
  const { callPatch, scaleKind } = laterParts('patches').patching;
  return callPatch(resource, scaleKind, request, now, authorOf(world, writing));
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
