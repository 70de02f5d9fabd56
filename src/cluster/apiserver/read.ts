import type { KubernetesObject } from '../../api/objects.ts';
import { apiVersionOf, type Resource } from '../../api/resources.ts';
import { convertFieldLabel, fieldValue, parseFieldSelector } from '../../api/selectors/fields.ts';
import { parseLabelSelector, selects } from '../../api/selectors/labels.ts';
import { SelectorError } from '../../api/selectors/requirement.ts';
import { badRequest, notFound } from '../../api/status.ts';
import { getObject, keyOf, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { ApiRequest, ApiResponse } from './request.ts';

type Of<Verb> = Extract<ApiRequest, { verb: Verb }>;

/** The object, or 404. */
export function get(world: World, resource: Resource, request: Of<'get'>): ApiResponse {
  const object = getObject(world.store, resource.plural, keyOf(request));
  return { answer: object ?? notFound(resource, request.name) };
}

/**
 * The objects that both selectors take, sorted by key as etcd has them; with `limit` so many from where `continue` (the
 * key of the last one seen) left off.
 */
export function list(world: World, resource: Resource, request: Of<'list'>): ApiResponse {
  let isWanted: (object: KubernetesObject) => boolean;
  try {
    isWanted = wantedBy(resource, request);
  } catch (error) {
    if (error instanceof SelectorError) return { answer: badRequest(error.message) };
    throw error;
  }
  const { revision } = world.store;
  const found = listObjects(world.store, resource.plural, request.namespace)
    .filter(isWanted)
    .map((object) => ({ key: keyOf(object.metadata), object }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const start = request.continue ? found.findIndex(({ key }) => key > (request.continue ?? '')) : 0;
  const rest = start < 0 ? [] : found.slice(start);
  const page = request.limit ? rest.slice(0, request.limit) : rest;
  const remaining = rest.length - page.length;
  const last = page.at(-1)?.key;
  return {
    answer: {
      kind: `${resource.kind}List`,
      apiVersion: apiVersionOf(resource),
      metadata: {
        resourceVersion: String(revision),
        ...(remaining > 0 && last !== undefined && { continue: last, remainingItemCount: remaining }),
      },
      items: page.map(({ object }) => object),
    },
  };
}

function wantedBy(resource: Resource, request: Of<'list'>): (object: KubernetesObject) => boolean {
  const labels = parseLabelSelector(request.labelSelector ?? '');
  const fields = parseFieldSelector(request.fieldSelector ?? '').map((requirement) => ({
    ...requirement,
    field: convertFieldLabel(apiVersionOf(resource), resource.kind, requirement.field),
  }));
  return (object) =>
    selects(labels, object.metadata.labels) &&
    fields.every(({ field, operator, value }) => (fieldValue(object, field) === value) === (operator === '='));
}
