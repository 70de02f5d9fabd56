import { discover } from '../../api/discovery/discovery.ts';
import { subresourcesOf } from '../../api/discovery/subresources.ts';
import type { KubernetesObject } from '../../api/objects.ts';
import { badRequest, isFailure, noSuchResource } from '../../api/status.ts';
import type { World } from '../world/world.ts';
import { call } from './apiserver.ts';
import { metricsAt } from './metrics.ts';
import { type Place, placeAt, splitPath } from './path.ts';
import type { ApiRequest, ApiResponse, IncludeObject, ListOptions } from './request.ts';
import { readLogs } from './streams.ts';
import { subresources } from './subresources/registry.ts';

/** What the server answers to a GET, as it goes over the wire. */
export interface RawAnswer {
  code: number;
  contentType: 'application/json' | 'text/plain';
  body: string;
}

/** The documents are large and come later still than the rest: whoever asks for one brings them. */
export type OpenApi = (path: string) => object | undefined;

const text = (body: string, code = 200): RawAnswer => ({ code, contentType: 'text/plain', body });
const json = (value: object, code = 200): RawAnswer => ({
  code,
  contentType: 'application/json',
  body: `${JSON.stringify(value)}\n`,
});
const pageNotFound = text('404 page not found\n', 404);
const health = /^\/(healthz|livez|readyz)(\/ping)?\/?$/;

/** Answers a GET of any path: health, discovery, OpenAPI, objects. `accept` is the header of that name. */
export function raw(world: World, url: string, accept = '', openApi?: OpenApi): RawAnswer {
  const { path, query } = splitPath(url);
  if (health.test(path)) return text('ok');
  if (path.startsWith('/openapi/v3')) {
    const document = openApi?.(path);
    return document ? json(document) : pageNotFound;
  }
  const metrics = metricsAt(world, path, query.get('labelSelector'));
  if (metrics) return isFailure(metrics) ? json(metrics, metrics.code) : json(metrics);
  const about = discover(path, accept);
  // The version alone is written by hand, for people to read.
  if (path.startsWith('/version') && about) return { ...json(about), body: JSON.stringify(about, undefined, 2) };
  if (about) return json(about);
  const place = placeAt(path);
  if (!place) return pageNotFound;
  const answer = answerAt(world, place, query, accept);
  if (typeof answer === 'string') return text(answer);
  return isFailure(answer) ? json(answer, answer.code) : json(wireForm(answer));
}

function answerAt(
  world: World,
  place: Place,
  query: ReadonlyMap<string, string>,
  accept: string,
): ApiResponse['answer'] | string {
  if (/^(true|1)$/.test(query.get('watch') ?? '')) return badRequest('a watch is a stream of answers, and this is one');
  if (place.subresource === 'log' && place.resource.plural === 'pods') return logsAt(world, place, query);
  if (place.subresource !== undefined && !isReadable(place)) return noSuchResource();
  return call(world, requestAt(place, query, accept), { actor: 'kubectl' }).answer;
}

/** Whether the resource has this part, and it can be read here. */
const isReadable = ({ resource, subresource = '' }: Place): boolean =>
  subresourcesOf(resource).some(({ name, verbs }) => name === subresource && verbs.includes('get')) &&
  (subresource === 'status' || subresource in subresources);

function requestAt(place: Place, query: ReadonlyMap<string, string>, accept: string): ApiRequest {
  const { resource, namespace, name, subresource } = place;
  const include = query.get('includeObject') as IncludeObject | undefined;
  const common = {
    resource: resource.plural,
    ...(namespace !== undefined && { namespace }),
    ...(accept.includes('as=Table') && { as: 'Table' as const, ...(include && { includeObject: include }) }),
  };
  const resourceVersion = query.get('resourceVersion');
  const version = resourceVersion === undefined ? {} : { resourceVersion };
  if (name !== undefined)
    return { verb: 'get', ...common, ...version, name, ...(subresource && { subresource: subresource as 'status' }) };
  const texts = ['labelSelector', 'fieldSelector', 'continue', 'resourceVersionMatch'] as const;
  const options: ListOptions = { ...version };
  for (const option of texts) {
    const value = query.get(option);
    if (value) options[option] = value;
  }
  const limit = Number(query.get('limit') ?? 0);
  return { verb: 'list', ...common, ...options, ...(limit > 0 && { limit }) };
}

function logsAt(world: World, { namespace = '', name = '' }: Place, query: ReadonlyMap<string, string>) {
  const lines = query.get('tailLines');
  const logs = readLogs(world, {
    namespace,
    pod: name,
    container: query.get('container'),
    previous: query.get('previous') === 'true',
    ...(lines !== undefined && { tailLines: Number(lines) }),
  });
  return isFailure(logs) ? logs : logs.text;
}

/** As Go writes it: the kind first, and in a list not once for each item. */
function wireForm(answer: object): object {
  const { kind, apiVersion, ...rest } = answer as KubernetesObject & { items?: KubernetesObject[] };
  const items = rest.items?.map(({ kind: _kind, apiVersion: _apiVersion, ...item }) => item);
  return { kind, apiVersion, ...rest, ...(items && { items }) };
}
