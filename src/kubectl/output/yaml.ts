import { stringify } from 'yaml';

/** An object as `-o yaml` prints it: keys sorted, lists not indented. Source: sigs.k8s.io/yaml. */
export function toYaml(value: unknown): string {
  return stringify(sortKeys(value), {
    indentSeq: false,
    lineWidth: 80,
    minContentWidth: 0,
    version: '1.1',
    singleQuote: null,
    defaultStringType: 'PLAIN',
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
  });
}

/** An object as `-o json` prints it: keys sorted, indented by four blanks. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 4)}\n`;
}

/** A copy with the keys of all objects in order, as Go's JSON writes maps; lists keep theirs. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([k, v]) => [k, sortKeys(v)]));
}
