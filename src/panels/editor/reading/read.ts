import { type Document, isMap, isScalar, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { ObjectToWrite } from '../../../api/objects.ts';
import { resourceOfKind } from '../../../api/resources.ts';
import { supportHints } from '../../../api/support/hints.ts';
import type { ManifestDocument, Place, Reading, SupportHint, TextError } from './document.ts';
import { parseSource, spanOfField } from './locate.ts';

/** More aliases than this in one document are refused: a few lines could otherwise stand for gigabytes. */
const mostAliases = 100;

/** Reads a manifest of one or more documents, as kubectl does: YAML 1.1, of doubled keys the last. */
export function readManifest(text: string): Reading {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { version: '1.1', merge: true, uniqueKeys: false, lineCounter: lines });
  const errors: TextError[] = [];
  const documents: ManifestDocument[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const document of 'empty' in parsed ? [] : parsed) {
    for (const error of document.errors) errors.push({ ...placeAt(error.pos[0]), message: firstLine(error.message) });
    if (document.errors.length > 0 || isEmpty(document)) continue;
    const place = placeAt((document.contents as Node).range?.[0] ?? document.range[0]);
    const object = toObject(document);
    if (typeof object === 'string') errors.push({ ...place, message: object });
    else documents.push(withHints(object, place, sourceOf(text, document, placeAt)));
  }
  return errors.length > 0 ? { documents: [], errors } : { documents, errors };
}

const firstLine = (message: string) => (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '');

function isEmpty(document: Document): boolean {
  return document.contents === null || (isScalar(document.contents) && document.contents.value === null);
}

/** The object, or why it is none. */
function toObject(document: Document): ObjectToWrite | string {
  if (!isMap(document.contents)) return 'this is no Kubernetes object: it has no fields';
  let object: ObjectToWrite;
  try {
    object = document.toJS({ maxAliasCount: mostAliases }) as ObjectToWrite;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!object.apiVersion) return 'error validating data: apiVersion not set';
  if (!object.kind) return 'error validating data: kind not set';
  return object;
}

function sourceOf(text: string, document: Document.Parsed, placeAt: (offset: number) => Place) {
  const [start, , end] = document.range;
  // Whole lines, so that columns are those of the text.
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return { text: text.slice(lineStart, end), linesBefore: placeAt(lineStart).line - 1 };
}

function withHints(object: ObjectToWrite, place: Place, source: ManifestDocument['source']): ManifestDocument {
  const resource = resourceOfKind(String(object.apiVersion), String(object.kind));
  const found = resource ? supportHints(resource.plural, object) : [];
  if (found.length === 0) return { object, place, source, hints: [] };
  const parsed = parseSource(source);
  const hints = found.map(
    ({ path, entry: { en, ko } }): SupportHint => ({ path, message: { en, ko }, ...spanOfField(parsed, path) }),
  );
  return { object, place, source, hints };
}
