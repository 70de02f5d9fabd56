import type { KubernetesObject, LabelSelector, ObjectToWrite, Scale, StoredMeta } from '../../../../api/objects.ts';
import { type Resource, resourceOf } from '../../../../api/resources.ts';
import { selectorOf, selectorText } from '../../../../api/selectors/labels.ts';
import { conflict, type Failure, invalid, isFailure, noSuchResource, notFound } from '../../../../api/status.ts';
import { laterParts } from '../../../later/later.ts';
import { type Cause, getObject, keyOf } from '../../../world/store.ts';
import type { World } from '../../../world/world.ts';
import { withWarnings } from '../../create.ts';
import { authorOf, type Writing, withManagedFields } from '../../managedFields.ts';
import { patchedByComponent } from '../../patch.ts';
import type { ApiRequest, ApiResponse } from '../../request.ts';
import { isChecked } from '../../rules.ts';
import { storeChange } from '../../update.ts';
import type { SubresourceHandlers } from '../registry.ts';

type Scalable = KubernetesObject & {
  spec?: { replicas?: number; selector?: LabelSelector | Record<string, string> };
  status?: { replicas?: number };
};
type WriteRequest = Extract<ApiRequest, { verb: 'update' | 'patch' }>;

/** The kinds that have a number of replicas. */
const scalable: ReadonlySet<string> = new Set(['deployments', 'replicasets', 'replicationcontrollers', 'statefulsets']);

/** The number of replicas as a small object of its own, the same for every kind that has one. */
export const scale: Required<Pick<SubresourceHandlers, 'get' | 'update' | 'patch'>> = {
  get(world, request) {
    if (!scalable.has(request.resource)) return { answer: noSuchResource() };
    const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
    return { answer: object ? scaleOf(object) : notFound(resourceOf(request.resource), request.name) };
  },
  update: setScale,
  patch: setScale,
};

function setScale(world: World, request: WriteRequest, cause: Cause): ApiResponse {
  if (!scalable.has(request.resource)) return { answer: noSuchResource() };
  const resource = resourceOf(request.resource);
  const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
  if (!object) return { answer: notFound(resource, request.name) };
  const { managedFields } = object.metadata;
  const writing: Writing = { options: request.options, subresource: 'scale', cause, isTracked: true };
  const now = managedFields ? laterParts('scale').patching.scaleWithManagers(scaleOf(object), object) : scaleOf(object);
  const wanted = wantedScale(world, request, now, writing);
  if (isFailure(wanted)) return { answer: wanted };
  const next = wanted.object;
  const refused = refusalOf(request, resource, object, next);
  if (refused) return { answer: refused };
  const replicas = (next as Scale).spec?.replicas ?? 0;
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

/** Why a Scale cannot be had. Source: ScaleREST Update and scaleUpdatedObjectInfo of pkg/registry/apps/deployment/storage. */
function refusalOf(
  { name, options }: WriteRequest,
  resource: Resource,
  { metadata }: Scalable,
  wanted: ObjectToWrite,
): Failure | undefined {
  if (isChecked(options)) {
    const errors = laterParts('validation').rules.validateScale(wanted as Scale);
    if (errors.length > 0) return invalid({ ...resource, group: 'autoscaling', kind: 'Scale' }, name, errors);
  }
  const { uid, resourceVersion } = wanted.metadata ?? {};
  if (uid && uid !== metadata.uid)
    return conflict(
      { ...resource, plural: `${resource.plural}/scale` },
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  const isStale = resourceVersion && resourceVersion !== metadata.resourceVersion;
  return isStale ? conflict(resource, name) : undefined;
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

/** Which Pods are counted, as text. */
function selectorTextOf({ kind, spec }: Scalable): string {
  const selector = spec?.selector ?? {};
  const given = kind === 'ReplicationController' ? { matchLabels: selector as Record<string, string> } : selector;
  return selectorText(selectorOf(given));
}

function scaleOf(object: Scalable): KubernetesObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const metadata: StoredMeta = { name, uid, resourceVersion, creationTimestamp, ...(namespace && { namespace }) };
  const replicas = object.spec?.replicas ?? 0;
  const selector = selectorTextOf(object);
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata,
    spec: replicas ? { replicas } : {},
    status: { replicas: object.status?.replicas ?? 0, ...(selector && { selector }) },
  } as KubernetesObject;
}
