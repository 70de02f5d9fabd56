import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import type { ManifestDocument, Place, Span } from './document.ts';

/** The text of one document, taken apart so that fields can be found in it. */
export interface Parsed {
  document: Document;
  text: string;
  placeAt(offset: number): Place;
}

/** Takes the text of a document apart once more; it could be read before. */
export function parseSource({ text, linesBefore }: ManifestDocument['source']): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: '1.1', merge: true, uniqueKeys: false, lineCounter });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesBefore, column: col };
  };
  return { document, text, placeAt };
}

export type Path = (string | number)[];

/** The steps of `spec.containers[0].image` or `metadata.labels[a.b/c]`: in brackets stand indexes and keys of maps. */
export function pathOf(field: string): Path {
  return [...field.matchAll(/\[(?:"([^"]*)"|([^\]]*))\]|([^.[\]]+)/g)].map(([, quoted, index, name]) =>
    index !== undefined && /^\d+$/.test(index) ? Number(index) : (quoted ?? index ?? name ?? ''),
  );
}

/** The entry of a map, or the element of a list, at a path; undefined where there is none. */
export function itemAt({ document }: Parsed, path: Path): Node | Pair<Node, Node | null> | undefined {
  const step = path.at(-1);
  if (step === undefined) return document.contents ?? undefined;
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isCollection(parent)) return undefined;
  const item = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    : parent.items[Number(step)];
  return item as Node | Pair<Node, Node | null> | undefined;
}

/** The value at a path. */
export function valueAt(parsed: Parsed, path: Path): Node | undefined {
  const item = itemAt(parsed, path);
  return isPair(item) ? ((item.value as Node | null) ?? undefined) : (item as Node | undefined);
}

/** Where a node of the document stands; its first line only, where it has more. */
export function spanOf({ text, placeAt }: Parsed, node: Node | null | undefined): Span {
  const [start = 0, end = start] = node?.range ?? [];
  const lineEnd = text.indexOf('\n', start);
  return { start: placeAt(start), end: placeAt(Math.max(start + 1, lineEnd < 0 ? end : Math.min(end, lineEnd))) };
}

/** Where a field stands: from its name to the end of its value, or its nearest parent where it is not there. */
export function spanOfField(parsed: Parsed, field: string): Span {
  const path = pathOf(field);
  for (let length = path.length; length > 0; length--) {
    const item = itemAt(parsed, path.slice(0, length));
    if (!item) continue;
    const span = spanOf(parsed, isPair(item) ? (item.key as Node) : (item as Node));
    // A missing field is marked at the name of its parent; one that is there together with a value on the same line.
    const value = isPair(item) && length === path.length && isScalar(item.value) ? spanOf(parsed, item.value) : span;
    return value.start.line === span.start.line ? { start: span.start, end: value.end } : span;
  }
  return spanOf(parsed, parsed.document.contents as Node);
}
