import type { Language } from '../../i18n/i18n.ts';
import type { Applied } from './applyDocuments.ts';
import type { Fix, ManifestDocument, Span, TextError } from './reading/document.ts';

/** Something to be seen in the text, at its place. */
export interface Mark extends Span {
  severity: 'error' | 'warning' | 'info';
  message: string;
  fixes: readonly Fix[];
}

/** What is known of a text: what the reader found, and what the API server says of each document. */
export interface Checked {
  errors: readonly TextError[];
  documents: readonly ManifestDocument[];
  applied: readonly Applied[];
}

/** The marks of a text, the API server's own words at their lines; hints of the simulator in the given language. */
export function marksOf({ errors, documents, applied }: Checked, language: Language): Mark[] {
  const none: readonly Fix[] = [];
  return [
    ...errors.map(({ line, column, message }): Mark => {
      const start = { line, column };
      return { severity: 'error', message, start, end: { line, column: Number.MAX_SAFE_INTEGER }, fixes: none };
    }),
    ...applied.flatMap(({ findings }) =>
      findings.map(({ field, message, start, end, fixes }): Mark => {
        return { severity: 'error', message: field ? `${field}: ${message}` : message, start, end, fixes };
      }),
    ),
    ...applied.flatMap(({ warnings, document: { place } }) =>
      warnings.map((message): Mark => {
        const end = { line: place.line, column: Number.MAX_SAFE_INTEGER };
        return { severity: 'warning', message, start: place, end, fixes: none };
      }),
    ),
    ...documents.flatMap(({ hints }) =>
      hints.map(({ path, message, start, end }): Mark => {
        return { severity: 'info', message: `${path}: ${message[language]}`, start, end, fixes: none };
      }),
    ),
  ];
}
