/** One schema of an OpenAPI document, as far as the generator looks at it. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  description?: string;
  default?: unknown;
  type?: string;
  format?: string;
  title?: string;
  [extension: string]: unknown;
}
export type Definitions = Record<string, Schema>;

const referencePrefix = '#/components/schemas/';

/** All schemas of the documents in one table; the same schema stands in many documents, always alike. */
export function mergeDocuments(documents: { components?: { schemas?: Definitions } }[]): Definitions {
  const merged: Definitions = {};
  for (const document of documents) Object.assign(merged, document.components?.schemas);
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The OpenAPI v3 way to describe a referenced field, `allOf: [$ref]` with a default, becomes a plain JSON-schema reference. */
export function inlineReferences(definitions: Definitions): Definitions {
  const rewrite = (schema: Schema): Schema => {
    const only = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
    const { allOf: _allOf, default: _default, ...rest } = schema;
    const out: Schema = only?.$ref ? { ...rest, $ref: only.$ref } : { ...schema };
    if (out.$ref) out.$ref = out.$ref.replace(referencePrefix, '#/definitions/');
    if (out.properties)
      out.properties = Object.fromEntries(Object.entries(out.properties).map(([name, s]) => [name, rewrite(s)]));
    if (out.items) out.items = rewrite(out.items);
    if (typeof out.additionalProperties === 'object') out.additionalProperties = rewrite(out.additionalProperties);
    return out;
  };
  return Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, rewrite(schema)]));
}

/**
 * The name a type has in the generated file: the last part of the definition's name, with the group in front where two
 * groups share it (`Event` of core stays, that of events.k8s.io becomes `EventsV1Event`).
 */
export function shortName(definition: string, all: string[]): string {
  const parts = definition.split('.');
  const last = parts.at(-1) ?? definition;
  const rivals = all.filter((other) => other.split('.').at(-1) === last);
  const isFirst = rivals.length === 1 || definition.startsWith('io.k8s.api.core.v1.');
  const noCore = !rivals.some((other) => other.startsWith('io.k8s.api.core.v1.'));
  const isLatest = noCore && rivals.sort().at(-1) === definition;
  if (isFirst || isLatest) return last;
  const [group = '', version = ''] = parts.slice(-3, -1);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return `${capital(group)}${capital(version)}${last}`;
}

/** The definitions under their short names, for the compiler of types: descriptions shortened, string formats dropped. */
export function withShortNames(definitions: Definitions): Definitions {
  const names = Object.keys(definitions);
  const short = new Map(names.map((name) => [name, shortName(name, names)]));
  const rewrite = (schema: Schema): Schema => {
    const { title: _title, $ref, ...out } = { ...schema };
    if ($ref) {
      const name = $ref.replace('#/definitions/', '');
      return { $ref: `#/definitions/${short.get(name) ?? name}` };
    }
    if (out.description) out.description = firstSentence(out.description);
    if (out.properties)
      out.properties = Object.fromEntries(Object.entries(out.properties).map(([name, s]) => [name, rewrite(s)]));
    if (out.items) out.items = rewrite(out.items);
    if (typeof out.additionalProperties === 'object') out.additionalProperties = rewrite(out.additionalProperties);
    // metav1.Time is `string | null` on the wire: events carry nulls.
    return out;
  };
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      short.get(name) ?? name,
      { ...rewrite(schema), title: short.get(name) ?? name },
    ]),
  );
}

function firstSentence(text: string): string {
  const end = text.search(/\.(\s|$)/);
  return (end < 0 ? text : text.slice(0, end + 1)).replaceAll('*/', '* /');
}
