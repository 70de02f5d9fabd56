import type { KubernetesObject } from '../../api/objects.ts';
import { apiVersionOf, type Resource } from '../../api/resources.ts';
import { badRequest, type Failure, failure, isFailure } from '../../api/status.ts';
import { keyOf, listObjects, type Store } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { decodeContinue, encodeContinue } from './continueToken.ts';
import type { ApiRequest, ApiResponse, ObjectList } from './request.ts';
import { checkListOptions, checkNotOlderThan, parseResourceVersion } from './resourceVersion.ts';
import { wantedBy } from './selection.ts';
import { toTable } from './table.ts';

type ListRequest = Extract<ApiRequest, { verb: 'list' }>;

/** What a list begins with: as of which revision, and from which key on. */
interface Beginning {
  revision: number;
  start: string;
}

/** The objects that both selectors take, in the order of their keys, page by page where a limit is set. */
export function list(world: World, resource: Resource, request: ListRequest): ApiResponse {
  const answer = listAnswer(world.store, resource, request);
  return {
    answer:
      isFailure(answer) || request.as !== 'Table'
        ? answer
        : toTable(resource, answer, world.now, request.includeObject),
  };
}

function listAnswer(store: Store, resource: Resource, request: ListRequest): ObjectList | Failure {
  const refused = checkListOptions(request);
  if (refused) return refused;
  const wanted = wantedBy(resource, request);
  if (isFailure(wanted)) return wanted;
  const beginning = readBeginning(store, request);
  if (isFailure(beginning)) return beginning;
  const { revision, start } = beginning;
  const objects = objectsAt(store, resource.plural, request.namespace, revision);
  if (objects === 'gone') return gone(request, start);

  const keyed = objects.map((object) => ({ key: relativeKey(request.namespace, object), object }));
  const rest = keyed.filter(({ key }) => key >= start).sort((a, b) => (a.key < b.key ? -1 : 1));
  const limit = pageSize(request);
  const items: KubernetesObject[] = [];
  let seen = 0;
  for (const { object } of rest) {
    if (items.length === limit) break;
    seen++;
    if (wanted.takes(object)) items.push(object);
  }
  const last = rest[seen - 1]?.key;
  return {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata: {
      resourceVersion: String(revision),
      ...(seen < rest.length && {
        continue: encodeContinue({ revision, start: `${last}\0` }),
        // How many of the others would be taken is not known before they are looked at.
        ...(wanted.isEverything && { remainingItemCount: rest.length - seen }),
      }),
    },
    items,
  };
}

/** A list of "any" version is answered from memory, in one piece. Source: apiserver storage/cacher.computeListLimit. */
const pageSize = ({ limit = 0, resourceVersion }: ListRequest): number =>
  limit > 0 && resourceVersion !== '0' ? limit : Number.POSITIVE_INFINITY;

/** `web` in the list of a namespace, `default/web` in one of all: etcd's order, to the byte. */
const relativeKey = (namespace: string | undefined, { metadata }: KubernetesObject): string =>
  namespace === undefined ? keyOf(metadata) : metadata.name;

/** Source: apiserver storage.ValidateListOptions. */
function readBeginning(store: Store, request: ListRequest): Beginning | Failure {
  const { resourceVersion, resourceVersionMatch = '' } = request;
  if (request.continue) {
    const token = decodeContinue(request.continue);
    if ('error' in token) return badRequest(`invalid continue token: ${token.error}`);
    if (resourceVersion && resourceVersion !== '0')
      return badRequest('specifying resource version is not allowed when using continue');
    return { revision: token.revision < 0 ? store.revision : token.revision, start: token.start };
  }
  const parsed = parseResourceVersion(resourceVersion);
  if ('error' in parsed) return badRequest(`invalid resource version: ${parsed.error}`);
  // Without a match, a version together with a limit has always meant exactly this version.
  const isExact = resourceVersionMatch === 'Exact' || (!resourceVersionMatch && (request.limit ?? 0) > 0);
  if (isExact && parsed.revision > store.revision)
    return failure(500, '', 'etcdserver: mvcc: required revision is a future revision');
  if (isExact && parsed.revision > 0) return { revision: parsed.revision, start: '' };
  return checkNotOlderThan(resourceVersion, store.revision) ?? { revision: store.revision, start: '' };
}

/** The objects as they were at a revision: what has been written since is taken back. */
function objectsAt(
  store: Store,
  resource: string,
  namespace: string | undefined,
  revision: number,
): KubernetesObject[] | 'gone' {
  if (revision === store.revision) return listObjects(store, resource, namespace);
  if (revision < store.compactedRevision) return 'gone';
  const objects = new Map(store.objects.get(resource));
  for (const change of store.log.slice(revision - store.compactedRevision).reverse()) {
    if (change.resource !== resource) continue;
    if (change.previous) objects.set(change.key, change.previous);
    else objects.delete(change.key);
  }
  return [...objects.values()].filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
}

const noLongerConsistent =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** 410: the version is forgotten. Who was paging gets a token to go on with what there is now. Source: etcd3.interpretListError. */
function gone(request: ListRequest, start: string): Failure {
  if (!request.continue) return failure(410, 'Expired', 'The resourceVersion for the provided list is too old.');
  const metadata = { continue: encodeContinue({ revision: -1, start }) };
  return { ...failure(410, 'Expired', noLongerConsistent), metadata };
}
