/**
 * The structs that the API server holds objects in: those of API version v1 as far as they are the same, and the
 * internal ones that differ. Source: k8s.io/kubernetes pkg/apis/core/types.go; the recordings show them in its answers.
 */
import versioned from '../podtemplatehash/layout.json' with { type: 'json' };
import internal from './internal.json' with { type: 'json' };

export interface GoField {
  /** Its name in Go, which JSON of an internal struct shows; undefined where the inner fields stand in the outer one. */
  name: string | undefined;
  /** Where the object of API version v1 holds it; undefined where it is spread over that object. */
  from: string | undefined;
  type: string;
}

const lines: Record<string, string> = { ...versioned.structs, ...internal.structs };
const metaTypes: ReadonlySet<string> = new Set(internal.meta.split(' '));
const named = new Map(
  Object.entries(versioned.named).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
);

function parseField(entry: string): GoField {
  const [go = '', json = '', type = ''] = entry.split(' ');
  if (json === '~') return { name: undefined, from: undefined, type };
  const from = json || go.charAt(0).toLowerCase() + go.slice(1);
  return { name: go === '~' ? undefined : go, from, type };
}

const parsed = new Map<string, readonly GoField[]>();

/** The fields of a struct in the order of its declaration; undefined for what is no struct. */
export function goFields(type: string): readonly GoField[] | undefined {
  const line = lines[type];
  if (line === undefined) return undefined;
  let fields = parsed.get(type);
  if (!fields) {
    fields = line.split(';').map(parseField);
    parsed.set(type, fields);
  }
  return fields;
}

/** The type behind a name that Go gives it: `string` for `v1.PullPolicy`. */
export const underlying = (type: string): string => named.get(type) ?? type;

/** Whether JSON writes the struct as in API version v1: with its names there, and without what is empty. */
export const isMeta = (type: string): boolean => metaTypes.has(type);
