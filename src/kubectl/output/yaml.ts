import { Document, parse, Scalar, visit } from 'yaml';

/** An object as `-o yaml` prints it: keys sorted, lists not indented, quotes as Go puts them. Source: sigs.k8s.io/yaml. */
export function toYaml(value: unknown): string {
  const document = new Document(sortKeys(value), { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && isAmbiguous(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({
    indentSeq: false,
    lineWidth: 80,
    minContentWidth: 0,
    singleQuote: true,
    blockQuote: 'literal',
  });
}

/** Only texts that begin like this can be read as something else than a text. */
const suspicious = /^[-+.~\dyYnNtTfFoO]/;

/** Whether a text without quotes would be read as a number, a boolean, a time or null. */
function isAmbiguous(text: string): boolean {
  // `<<` would be read as a merge of another map.
  if (text === '' || text === '<<') return true;
  if (!suspicious.test(text) || text.includes('\n')) return false;
  try {
    const read: unknown = parse(text, { version: '1.1' });
    return ['number', 'bigint', 'boolean'].includes(typeof read) || read instanceof Date || read === null;
  } catch {
    // What cannot be read without quotes is not read as something else; it gets its quotes for that reason.
    return false;
  }
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
