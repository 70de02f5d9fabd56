import { type Document, isCollection, isMap, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { ObjectToWrite } from '../../api/objects.ts';

/** A place in the text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A thing that is wrong with the text itself, before any cluster is asked. */
export interface TextError extends Place {
  message: string;
}

/** One object of a manifest. */
export interface ManifestDocument {
  object: ObjectToWrite;
  /** Where it begins. */
  place: Place;
  /** Where a field such as `spec.containers[0].image` stands; a field that is not there gives its nearest parent. */
  placeOf(field: string): Place;
}

/** More aliases than this in one document are refused: a few lines could otherwise stand for gigabytes. */
const mostAliases = 100;

/** Reads a manifest of one or more documents. With any error there are no documents: half a manifest is never applied. */
export function readDocuments(text: string): { documents: ManifestDocument[]; errors: TextError[] } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const errors: TextError[] = [];
  const documents: ManifestDocument[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const document of 'empty' in parsed ? [] : parsed) {
    for (const error of document.errors) errors.push({ ...placeAt(error.pos[0]), message: error.message });
    if (document.errors.length > 0 || isEmpty(document)) continue;
    const place = placeAt(document.contents?.range?.[0] ?? document.range[0]);
    const error = checkObject(document);
    if (error) errors.push({ ...place, message: error });
    else
      documents.push({
        object: document.toJS({ maxAliasCount: mostAliases }) as ObjectToWrite,
        place,
        placeOf: (field) => placeAt(offsetOf(document, field)),
      });
  }
  return errors.length > 0 ? { documents: [], errors } : { documents, errors };
}

function isEmpty(document: Document): boolean {
  return document.contents === null || (isScalar(document.contents) && document.contents.value === null);
}

function checkObject(document: Document): string | undefined {
  if (!isMap(document.contents)) return 'this is no Kubernetes object: it has no fields';
  try {
    document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!document.get('apiVersion')) return 'error validating data: apiVersion not set';
  if (!document.get('kind')) return 'error validating data: kind not set';
  return undefined;
}

function offsetOf(document: Document, field: string): number {
  const path = [...field.matchAll(/\[(?:"([^"]*)"|([^\]]*))\]|([^.[\]]+)/g)].map(([, quoted, index, name]) =>
    index !== undefined && /^\d+$/.test(index) ? Number(index) : (quoted ?? index ?? name ?? ''),
  );
  for (let length = path.length; length > 0; length--) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const step = path[length - 1];
    if (!isCollection(parent)) continue;
    const item = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === step)?.key
      : parent.items[Number(step)];
    const range = (item as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
