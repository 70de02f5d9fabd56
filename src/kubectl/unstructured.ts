import { isObject } from '../api/equal.ts';
import { goJson } from '../api/json/write.ts';
import type { ObjectToWrite } from '../api/objects.ts';
import { checkMetadata } from '../api/schema.ts';

/** Why a document is no object; the text as kubectl words it. */
export class NoObject extends Error {}

const jsonName = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

const cannotUnmarshal = (value: unknown, into: string): NoObject =>
  new NoObject(`json: cannot unmarshal ${jsonName(value)} into Go ${into}`);

/** A field that is a text; '' for one that is missing or something else. */
export function textAt(object: object, ...path: string[]): string {
  let value: unknown = object;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return typeof value === 'string' ? value : '';
}

const isGroupVersion = (text: string): boolean => text.split('/').length <= 2;

/** What must hold before kubectl asks the server about an object. Source: kubectl validation.getObjectKind. */
export function headerProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'invalid object to validate';
  const problems: string[] = [];
  const { apiVersion, kind } = value;
  if (apiVersion === null || apiVersion === undefined) problems.push('apiVersion not set');
  else if (typeof apiVersion !== 'string') problems.push("apiVersion isn't string type");
  else if (!isGroupVersion(apiVersion)) problems.push(`unexpected GroupVersion string: ${apiVersion}`);
  if (kind === null || kind === undefined) problems.push('kind not set');
  else if (typeof kind !== 'string') problems.push("kind isn't string type");
  return problems.length > 1 ? `[${problems.join(', ')}]` : problems[0];
}

/** A document as an object; `items` where it is a list, whatever its kind. */
export interface Decoded {
  object: ObjectToWrite;
  items?: ObjectToWrite[];
}

/**
 * A document as kubectl decodes it: of an object it knows kind and metadata, of a list its items. Throws NoObject.
 * Source: apimachinery unstructuredJSONScheme.Decode, cli-runtime metadataValidatingDecoder.
 */
export function decodeDocument(value: unknown): Decoded {
  if (!isObject(value)) throw cannotUnmarshal(value, 'value of type unstructured.detector');
  const items = value.items === undefined ? undefined : readItems(value, value.items);
  if (textAt(value, 'kind') === '' || !isGroupVersion(textAt(value, 'apiVersion')))
    throw new NoObject(`Object 'Kind' is missing in '${goJson(value)}'`);
  const problem = checkMetadata(value.metadata);
  if (problem !== undefined) throw new NoObject(problem);
  return { object: sorted(value) as ObjectToWrite, ...(items && { items }) };
}

/** Items of a typed list need not say what they are. */
function readItems(list: Record<string, unknown>, items: unknown): ObjectToWrite[] {
  if (items !== null && !Array.isArray(items))
    throw cannotUnmarshal(items, 'struct field decodeList.items of type []json.RawMessage');
  const [apiVersion, kind] = [textAt(list, 'apiVersion'), textAt(list, 'kind').replace(/List$/, '')];
  return (items ?? []).map((item: unknown) => {
    if (!isObject(item)) throw cannotUnmarshal(item, 'value of type map[string]interface {}');
    const isNamed = textAt(item, 'kind') !== '' || textAt(item, 'apiVersion') !== '';
    return sorted(isNamed ? item : { ...item, apiVersion, kind }) as ObjectToWrite;
  });
}

/** With the keys in Go's order, in which they are sent: the server names the first fault in that order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** The object with or without a namespace; left alone where its metadata is no map. */
export function withNamespace(object: ObjectToWrite, namespace: string | undefined): ObjectToWrite {
  if (object.metadata !== undefined && !isObject(object.metadata)) return object;
  const { namespace: _, ...metadata } = object.metadata ?? {};
  if (namespace !== undefined) return { ...object, metadata: { ...metadata, namespace } };
  return object.metadata?.namespace === undefined ? object : { ...object, metadata };
}

/** The object as it is created: a version that it had elsewhere means nothing. Source: cli-runtime Helper.Create. */
export function withoutVersion(object: ObjectToWrite): ObjectToWrite {
  if (!textAt(object, 'metadata', 'resourceVersion')) return object;
  const { resourceVersion: _, ...metadata } = object.metadata ?? {};
  return { ...object, metadata };
}
