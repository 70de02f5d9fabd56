import { say } from '../../../i18n/editor.ts';
import type { Finding, ManifestDocument, Problem, Reading } from './document.ts';

/** What the worker is asked. */
export type Question =
  | { ask: 'read'; text: string }
  | { ask: 'explain'; source: ManifestDocument['source']; problems: readonly Problem[] };

/** Wall-clock milliseconds after which a text is given up: a page that waits for ever says nothing. */
const patience = 10_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

function end(error: Error): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  waiting.clear();
}

function begin(): Worker {
  const made = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<{ id: number; answer: unknown }>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    clearTimeout(one?.timer);
    one?.resolve(data.answer);
  };
  made.onerror = (event) => end(new Error(event.message || say('editor.readerFailed')));
  return made;
}

/** Large texts take seconds to read: never in the page's own thread, where there are workers. */
async function ask(question: Question): Promise<unknown> {
  if (typeof Worker === 'undefined') {
    const [{ readManifest }, { explainProblems }] = await Promise.all([import('./read.ts'), import('./explain.ts')]);
    return question.ask === 'read' ? readManifest(question.text) : explainProblems(question.source, question.problems);
  }
  worker ??= begin();
  const to = worker;
  const id = nextId++;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new Error(say('editor.readerSlow'))), patience);
    waiting.set(id, { resolve, reject, timer });
    to.postMessage({ id, question });
  });
}

/** Reads a manifest of one or more documents. A text that takes too long, or breaks the reader, is an error in it. */
export async function readDocuments(text: string): Promise<Reading> {
  try {
    return (await ask({ ask: 'read', text })) as Reading;
  } catch (error) {
    return { documents: [], errors: [{ line: 1, column: 1, message: String((error as Error).message) }] };
  }
}

/** Where the problems of a document stand in the text, and how they can be mended. */
export async function explain({ source }: ManifestDocument, problems: readonly Problem[]): Promise<Finding[]> {
  if (problems.length === 0) return [];
  return (await ask({ ask: 'explain', source, problems })) as Finding[];
}
