import type { ObjectToWrite } from '../../../api/objects.ts';
import type { EditorTextKey } from '../../../i18n/editor.ts';

/** A place in the text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A stretch of the text; its end is the place after the last letter. */
export interface Span {
  start: Place;
  end: Place;
}

/** A thing that is wrong with the text itself, before any cluster is asked. */
export interface TextError extends Place {
  message: string;
}

/** One object of a manifest. Plain data: it comes from a worker. */
export interface ManifestDocument {
  object: ObjectToWrite;
  /** Where it begins. */
  place: Place;
  /** Its own text, and how many lines stand before it. */
  source: { text: string; linesBefore: number };
  /** Fields that the simulator takes and does nothing with. */
  hints: readonly SupportHint[];
}

export interface SupportHint extends Span {
  path: string;
  message: { en: string; ko: string };
}

/** What a manifest holds; with any error there are no documents: half a manifest is never applied. */
export interface Reading {
  documents: ManifestDocument[];
  errors: TextError[];
}

/** Something that the API server found wrong with a document: at a field, or with the whole of it. */
export interface Problem {
  field?: string;
  message: string;
}

/** A change of the text that mends a problem. */
export interface Fix {
  title: { key: EditorTextKey; values: Record<string, string> };
  edits: readonly (Span & { text: string })[];
}

/** A problem with its place in the text and the ways to mend it. */
export interface Finding extends Problem, Span {
  fixes: readonly Fix[];
}
