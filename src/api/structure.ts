/** The types of the kinds that the cluster serves, out of the OpenAPI documents (src/node/generate/structure.ts). */
import compact from './generated/structure.json' with { type: 'json' };
import { resourceOf } from './resources.ts';

export type Type =
  | { kind: 'struct'; name: string }
  | { kind: 'list'; of: Type }
  | { kind: 'map'; of: Type }
  | { kind: Scalar };
export type Scalar =
  | 'string'
  | 'bytes'
  | 'int32'
  | 'int64'
  | 'boolean'
  | 'number'
  | 'quantity'
  | 'intOrString'
  | 'time'
  | 'microTime'
  | 'any';

/** One field of a type, with how patches treat it. */
export interface Field {
  type: Type;
  required: boolean;
  /** An empty text, 0 or false is stored rather than left out: the field is required, or a pointer in Go. */
  keepsZero: boolean;
  /** A strategic merge patch merges the list's elements, or the field's map, rather than replacing. */
  merges: boolean;
  /** The key by which elements are told apart; absent in a merged list of texts. */
  mergeKey?: string;
  /** The patch lists all keys that stay. */
  retainKeys: boolean;
  /** A strategic merge patch replaces the map as a whole. */
  replaces: boolean;
  /** The keys of a list that server-side apply takes for a map, in the documents' order. */
  mapKeys?: string[];
  /** What those keys are where an element leaves them out; a key that is not here must be given. */
  keyDefaults?: Readonly<Record<string, unknown>>;
  /** A list that server-side apply takes for a set. */
  isSet: boolean;
  /** Whether server-side apply takes a map or list as one piece, where the field says so and not its type. */
  isAtomic?: boolean;
  /** The field holds a struct itself, not a pointer to one: the server always writes it. */
  isEmbedded: boolean;
  /** Allowed values, where the documents name them. */
  enum?: readonly string[];
}

const scalars: Record<string, Scalar> = {
  s: 'string',
  y: 'bytes',
  i: 'int32',
  l: 'int64',
  b: 'boolean',
  f: 'number',
  q: 'quantity',
  x: 'intOrString',
  t: 'time',
  u: 'microTime',
  a: 'any',
};
const enums = compact.enums.map((line) => line.split(' '));

function typeOf(code: string): Type {
  const rest = code.slice(1);
  if (code.startsWith('#')) return { kind: 'struct', name: rest };
  if (code.startsWith('[')) return { kind: 'list', of: typeOf(rest) };
  if (code.startsWith('{')) return { kind: 'map', of: typeOf(rest) };
  return { kind: scalars[code] ?? 'any' };
}

/**
 * `name:type` and then marks: `*` pointer, `~` struct without one, `!` required, `^key` merged, `$` retainKeys, `|`
 * replaced, `&keys` map keys (`key:default`, `key?` must be given), `%` set, `@` atomic, `@-` not atomic, `=enum`.
 */
const linePattern = /^([^:]+):([#[{\w]+)(\*?)(~?)(!?)(\^\w*)?(\$?)(\|?)(&[\w,:?]+)?(%?)(@-?)?(?:=(\d+))?$/;

function parseField(text: string): [string, Field] {
  const match = linePattern.exec(text);
  if (!match) throw new Error(`structure.json: cannot read ${text}`);
  const [, name = '', code = '', pointer, embedded, required, merge, retain, replace, keys, set, atomic, allowed] =
    match;
  const field: Field = {
    type: typeOf(code),
    keepsZero: pointer === '*' || required === '!',
    required: required === '!',
    merges: merge !== undefined,
    retainKeys: retain === '$',
    replaces: replace === '|',
    isSet: set === '%',
    isEmbedded: embedded === '~',
  };
  if (merge && merge.length > 1) field.mergeKey = merge.slice(1);
  if (keys) Object.assign(field, readKeys(keys.slice(1)));
  if (atomic) field.isAtomic = atomic === '@';
  const values = allowed === undefined ? undefined : enums[Number(allowed)];
  if (values) field.enum = values;
  return [name, field];
}

function readKeys(text: string): Pick<Field, 'mapKeys' | 'keyDefaults'> {
  const keys = text.split(',').map((key) => /^(\w+)(\??):?(.*)$/.exec(key) ?? []);
  const defaults = keys
    .filter(([, , mustBeGiven]) => !mustBeGiven)
    .map(([, name = '', , value = '']) => [name, /^\d+$/.test(value) ? Number(value) : value] as const);
  return { mapKeys: keys.map(([, name = '']) => name), keyDefaults: Object.fromEntries(defaults) };
}

const lineOf = (struct: string): string => {
  const line = (compact.types as Record<string, string>)[struct];
  if (line === undefined) throw new Error(`no type ${struct}`);
  return line;
};

/** Whether server-side apply takes values of this struct as one piece. */
export const isAtomicStruct = (struct: string): boolean => lineOf(struct).startsWith('@');

const parsed = new Map<string, ReadonlyMap<string, Field>>();

/** The fields of a struct by name; throws for a name that the structure does not have, a mistake in the program. */
export function fieldsOf(struct: string): ReadonlyMap<string, Field> {
  let fields = parsed.get(struct);
  if (!fields) {
    const fieldTexts = lineOf(struct)
      .split(' ')
      .filter((text) => text.includes(':'));
    fields = new Map(fieldTexts.map(parseField));
    parsed.set(struct, fields);
  }
  return fields;
}

/** The type of a resource's objects. */
export function typeOfResource(plural: string): Type {
  return { kind: 'struct', name: resourceOf(plural).kind };
}
