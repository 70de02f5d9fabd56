import { isObject } from '../../../api/equal.ts';
import type { ObjectToWrite } from '../../../api/objects.ts';
import { resourceOfKind } from '../../../api/resources.ts';
import { supportHints } from '../../../api/support/hints.ts';
import { splitYaml } from '../../../api/yaml/documents.ts';
import { YamlError } from '../../../api/yaml/error.ts';
import { readYaml } from '../../../api/yaml/read.ts';
import type { ManifestDocument, Reading, SupportHint, TextError } from './document.ts';
import { parseSource, spanOf, spanOfField } from './locate.ts';

type Source = ManifestDocument['source'];

/** Reads a manifest of one or more documents, as kubectl does and in its words. */
export function readManifest(text: string): Reading {
  const errors: TextError[] = [];
  const documents: ManifestDocument[] = [];
  let linesBefore = 0;
  try {
    for (const part of splitYaml(text)) {
      const source = { text: part, linesBefore };
      const value = readYaml(part);
      if (value !== null) takeIn(value, source, documents, errors);
      // The line between two documents belongs to neither.
      linesBefore += part.split('\n').length;
    }
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { line, column } = error.mark ?? { line: 0, column: 0 };
    errors.push({ line: linesBefore + line + 1, column: column + 1, message: withoutLine(error.message) });
  }
  return errors.length > 0 ? { documents: [], errors } : { documents, errors };
}

/** The place stands beside the message; the line in it counts within the document, and not always from 1. */
const withoutLine = (message: string) => message.replace(/^yaml: (line \d+: )?/, '');

function takeIn(value: unknown, source: Source, documents: ManifestDocument[], errors: TextError[]): void {
  const parsed = parseSource(source);
  const { start: place } = spanOf(parsed, parsed.document.contents as never);
  const wrong = whyNoObject(value);
  if (wrong) errors.push({ ...place, message: wrong });
  else
    documents.push({ object: value as ObjectToWrite, place, source, hints: hintsOf(value as ObjectToWrite, source) });
}

function whyNoObject(value: unknown): string | undefined {
  if (!isObject(value)) return 'this is no Kubernetes object: it has no fields';
  if (!value.apiVersion) return 'error validating data: apiVersion not set';
  if (!value.kind) return 'error validating data: kind not set';
  return undefined;
}

function hintsOf(object: ObjectToWrite, source: Source): SupportHint[] {
  const resource = resourceOfKind(String(object.apiVersion), String(object.kind));
  const found = resource ? supportHints(resource.plural, object) : [];
  if (found.length === 0) return [];
  const parsed = parseSource(source);
  return found.map(({ path, entry: { en, ko } }) => ({ path, message: { en, ko }, ...spanOfField(parsed, path) }));
}
