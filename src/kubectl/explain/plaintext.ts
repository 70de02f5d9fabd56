import { indent, wrap } from './wrap.ts';

/** A schema in an OpenAPI v3 document, as far as it is explained. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  description?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
  'x-kubernetes-group-version-kind'?: GroupVersionKind[];
}

export interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

export interface Document {
  paths: Record<string, { get?: { 'x-kubernetes-group-version-kind'?: GroupVersionKind } }>;
  components: { schemas: Record<string, Schema> };
}

/** `GROUP`, `KIND` and `VERSION` of what is explained. Source: kubectl pkg/explain/v2/templates/plaintext.tmpl, as all here. */
export function header({ group, version, kind }: GroupVersionKind): string {
  return `${group ? `GROUP:      ${group}\n` : ''}KIND:       ${kind}\nVERSION:    ${version}\n\n`;
}

/** The explanation of a field of a kind, or of the kind itself; undefined where there is no such field. */
export function explain(
  document: Document,
  gvk: GroupVersionKind,
  path: readonly string[],
  recursive: boolean,
): string | undefined {
  const isOfKind = (schema: Schema) =>
    schema['x-kubernetes-group-version-kind']?.some(
      ({ group, version, kind }) => group === gvk.group && version === gvk.version && kind === gvk.kind,
    );
  const schema = Object.values(document.components.schemas).find(isOfKind);
  return schema && new Explainer(document).follow(schema, path, recursive);
}

class Explainer {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Where the schema stands for another one, that one. */
  #resolve(schema: Schema): Schema {
    const reference = referenceOf(schema);
    return (reference && this.#document.components.schemas[nameIn(reference)]) || schema;
  }

  /** Goes down the path, through lists and maps as if they were not there. */
  follow(schema: Schema, path: readonly string[], recursive: boolean): string | undefined {
    const resolved = this.#resolve(schema);
    const [field, ...rest] = path;
    if (field === undefined) return this.#describe(schema, recursive);
    const next = resolved.properties?.[field];
    if (next) {
      const below = this.follow(next, rest, recursive);
      if (below === undefined || rest.length > 0) return below;
      return `FIELD: ${field} <${this.#typeOf(next)}>\n${longEnum(next)}\n\n${below}`;
    }
    const inner = resolved.items ?? resolved.additionalProperties;
    return inner && this.follow(inner, path, recursive);
  }

  #describe(schema: Schema, recursive: boolean): string {
    const description = this.#descriptions(schema) || '<empty>';
    const fields = this.#fields(schema, 1, recursive, []);
    return `DESCRIPTION:\n${indent(wrap(description, 76), 4)}\n${fields && `FIELDS:\n${fields}`}`;
  }

  /** What the field says of itself, and what its type does. */
  #descriptions(schema: Schema): string {
    const own = schema.description ? `${schema.description}\n` : '';
    const resolved = this.#resolve(schema);
    const ofType = resolved !== schema && resolved.description ? `${resolved.description}\n` : '';
    const inner = resolved.items ?? resolved.additionalProperties;
    return own + ofType + (inner ? this.#descriptions(inner) : '');
  }

  /** The fields of a struct, of a list's or a map's elements; those of fields too where it is recursive. */
  #fields(schema: Schema, level: number, recursive: boolean, seen: readonly string[]): string {
    const reference = referenceOf(schema);
    if (reference && seen.includes(reference)) return '';
    const history = reference ? [...seen, reference] : seen;
    const resolved = this.#resolve(schema);
    const inner = resolved.items ?? resolved.additionalProperties;
    if (inner) return this.#fields(inner, level, recursive, history);
    return Object.keys(resolved.properties ?? {})
      .sort()
      .map((name) => {
        const field = resolved.properties?.[name] ?? {};
        const line = this.#field(resolved, name, level);
        if (recursive) return `${line}\n${this.#fields(field, level + 1, recursive, history)}`;
        const description = wrap(field.description || '<no description>', 78 - level * 2);
        return `${line}\n${indent(description, level * 2 + 2)}\n\n`;
      })
      .join('');
  }

  #field(parent: Schema, name: string, level: number): string {
    const blanks = ' '.repeat(level * 2);
    const field = parent.properties?.[name] ?? {};
    const required = parent.required?.includes(name) ? ' -required-' : '';
    const values = field.enum ? `\n${blanks}enum: ${shortEnum(field.enum)}` : '';
    return `${blanks}${name}\t<${this.#typeOf(field)}>${required}${values}`;
  }

  #typeOf(schema: Schema): string {
    if (schema.items) return `[]${this.#typeOf(schema.items)}`;
    if (schema.additionalProperties) return `map[string]${this.#typeOf(schema.additionalProperties)}`;
    const reference = referenceOf(schema);
    if (!reference) return schema.type ?? 'Object';
    const { type } = this.#resolve(schema);
    return type === undefined || type === 'object' ? (reference.split('.').at(-1) ?? 'Object') : type;
  }
}

const referenceOf = ({ $ref, allOf }: Schema): string | undefined =>
  $ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined);
const nameIn = (reference: string): string => reference.replace('#/components/schemas/', '');
const shown = (value: unknown): string => (value === '' ? '""' : String(value));

/** The first values in one line. */
const shortEnum = (values: readonly unknown[]): string =>
  values.slice(0, 4).map(shown).join(', ') + (values.length > 4 ? ', ....' : '');

const longEnum = ({ enum: values }: Schema): string =>
  values ? `ENUM:${values.map((value) => `\n    ${shown(value)}`).join('')}` : '';
