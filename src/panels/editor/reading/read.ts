import { isObject } from '../../../api/equal.ts';
import type { ObjectToWrite } from '../../../api/objects.ts';
import { resourceOfKind } from '../../../api/resources.ts';
import { supportHints } from '../../../api/support/hints.ts';
import { type SplitDocument, splitYaml } from '../../../api/yaml/documents.ts';
import { type Mark, YamlError } from '../../../api/yaml/error.ts';
import { readNode } from '../../../api/yaml/node.ts';
import { jsonOf } from '../../../api/yaml/read.ts';
import type { ManifestDocument, Place, Reading, SupportHint, TextError } from './document.ts';
import { parseSource, spanOfField } from './locate.ts';

/** Reads a manifest of one or more documents, as kubectl does: YAML 1.1, of doubled keys the last. */
export function readManifest(text: string): Reading {
  const split = splitYaml(text);
  const errors: TextError[] = [];
  const documents: ManifestDocument[] = [];
  for (const source of split.documents) {
    const document = readDocument(source);
    if (document === undefined) continue;
    if ('message' in document) errors.push(document);
    else documents.push(document);
  }
  if (split.error) errors.push(errorOf(split.error, 0));
  return errors.length > 0 ? { documents: [], errors } : { documents, errors };
}

/** The object of a document, or why it is none; undefined where it is empty. */
function readDocument(source: SplitDocument): ManifestDocument | TextError | undefined {
  try {
    const node = readNode(source.text);
    const value = node ? jsonOf(node) : null;
    if (!node || value === null) return undefined;
    const place = placeOf(node.mark, source.linesBefore);
    const problem = headerFault(value);
    if (problem !== undefined) return { ...place, message: problem };
    return withHints(value as ObjectToWrite, place, source);
  } catch (error) {
    if (error instanceof YamlError) return errorOf(error, source.linesBefore);
    throw error;
  }
}

const placeOf = ({ line, column }: Mark, linesBefore: number): Place => ({
  line: linesBefore + line + 1,
  column: column + 1,
});

/** The error at its place; the line that its message names is counted otherwise, and left out. */
const errorOf = ({ message, mark = { line: 0, column: 0 } }: YamlError, linesBefore: number): TextError => ({
  ...placeOf(mark, linesBefore),
  message: message.replace(/^yaml: (line \d+: )?/, ''),
});

function headerFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'this is no Kubernetes object: it has no fields';
  if (!value.apiVersion) return 'error validating data: apiVersion not set';
  return value.kind ? undefined : 'error validating data: kind not set';
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
