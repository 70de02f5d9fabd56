import { create } from 'zustand';
import { isFailure } from '../../api/status.ts';
import type { ClusterClient } from '../../client/client.ts';
import { useCluster } from '../../store/cluster.ts';
import { type Applied, applyDocuments, type Base } from './applyDocuments.ts';
import { type Draft, dropDraft, keepDraft, useDrafts } from './drafts.ts';
import { editorDocument, kubectlName } from './editorDocument.ts';
import { editable } from './liveManifest.ts';
import type { Checked } from './marks.ts';
import type { TextError } from './reading/document.ts';
import { readDocuments } from './reading/reader.ts';

/** What came of the last Apply of a document. */
export type Result =
  /** `left` documents were not sent, since the user stopped it. */
  | { kind: 'applied'; applied: readonly Applied[]; left: number }
  | { kind: 'text'; errors: readonly TextError[] }
  | { kind: 'nothing' }
  | { kind: 'unreachable'; message: string };

interface EditorState {
  /** The id of the document that is shown. */
  active: string | undefined;
  live: boolean;
  showsDiff: boolean;
  /** How far an Apply has come, while one runs. */
  progress: { done: number; total: number } | undefined;
  /** By document id. */
  results: Readonly<Record<string, Result>>;
  /** What the API server says of the text that is shown, as it was last looked at. */
  checked: (Checked & { id: string; text: string }) | undefined;
  /** What was discarded last, to be brought back. */
  discarded: { id: string; draft: Draft } | undefined;
}

export const useEditor = create<EditorState>()(() => ({
  active: undefined,
  live: false,
  showsDiff: false,
  progress: undefined,
  results: {},
  checked: undefined,
  discarded: undefined,
}));

/** Takes in what was typed: kept at once, unless it is what the cluster has anyway. */
export function edit(id: string, text: string): void {
  const { drafts } = useDrafts.getState();
  const { live, liveText, draft } = editorDocument(id, useCluster.getState(), drafts);
  if (text === liveText) {
    if (draft) dropDraft(id);
    return;
  }
  const original = draft?.original ?? (live && editable(live));
  keepDraft(id, { ...draft, text, ...(original && { original }) });
}

/** Ends an Apply that runs, after the document that is on its way. */
let running: AbortController | undefined;

export function cancelApply(): void {
  running?.abort();
}

/** The object that a document's text began as, where it is an edit of a live one. */
export function baseOf(id: string, draft: Draft | undefined): Base | undefined {
  const name = kubectlName(id);
  return name && draft?.original ? { name, object: draft.original } : undefined;
}

/** Sends a document to the cluster. The text stays whatever the answer; the answer is kept in `results`. */
export async function apply(client: ClusterClient, id: string): Promise<void> {
  const { drafts } = useDrafts.getState();
  const { text, draft } = editorDocument(id, useCluster.getState(), drafts);
  running?.abort();
  const abort = new AbortController();
  running = abort;
  useEditor.setState({ progress: { done: 0, total: 1 } });
  try {
    const { documents, errors } = await readDocuments(text);
    if (errors.length > 0) return setResult(id, { kind: 'text', errors });
    const total = documents.length;
    if (total === 0) return setResult(id, { kind: 'nothing' });
    const applied = await applyDocuments(client, documents, {
      base: baseOf(id, draft),
      signal: abort.signal,
      onProgress: (done) => useEditor.setState({ progress: { done, total } }),
    });
    setResult(id, { kind: 'applied', applied, left: total - applied.length });
    const isWhole = applied.length === total;
    if (isWhole && applied.every(({ outcome }) => typeof outcome === 'string')) settle(id, text, applied);
  } catch (error) {
    setResult(id, { kind: 'unreachable', message: error instanceof Error ? error.message : String(error) });
  } finally {
    if (running === abort) useEditor.setState({ progress: undefined });
  }
}

/** The cluster has taken a text: an edit of a live object is over, unless it says more (comments) than the cluster keeps. */
function settle(id: string, text: string, applied: readonly Applied[]): void {
  const { drafts } = useDrafts.getState();
  const draft = drafts[id];
  if (!draft) return;
  const isEdit = kubectlName(id) !== undefined;
  const hasTypedOn = draft.text !== text;
  if (isEdit && !hasTypedOn && !/(^|\s)#/m.test(text)) {
    dropDraft(id);
    return;
  }
  const stored = applied.length === 1 ? applied[0]?.object : undefined;
  const original = isEdit && stored ? { original: editable(stored) } : {};
  keepDraft(id, { ...draft, ...original, applied: text });
}

function setResult(id: string, result: Result): void {
  useEditor.setState(({ results }) => ({ results: { ...results, [id]: result } }));
}

/** Throws a draft away; it can be brought back until the next one is. */
export function discard(id: string): void {
  const draft = useDrafts.getState().drafts[id];
  if (!draft) return;
  dropDraft(id);
  useEditor.setState(({ results }) => {
    const { [id]: _gone, ...rest } = results;
    return { results: rest, discarded: { id, draft } };
  });
}

export function undoDiscard(): void {
  const { discarded } = useEditor.getState();
  if (!discarded) return;
  keepDraft(discarded.id, discarded.draft);
  useEditor.setState({ discarded: undefined, active: discarded.id });
}

/** Deletes a Pod without grace and creates it anew as the text has it, as `kubectl replace --force`. */
export async function replacePod(client: ClusterClient, id: string, refused: Applied): Promise<void> {
  const { metadata } = refused.document.object;
  const address = { resource: 'pods', namespace: metadata?.namespace ?? 'default', name: metadata?.name ?? '' };
  const { answer } = await client.request({ verb: 'delete', ...address, options: { gracePeriodSeconds: 0 } });
  if (isFailure(answer) && answer.code !== 404) {
    return setResult(id, { kind: 'applied', applied: [{ ...refused, outcome: answer }], left: 0 });
  }
  await apply(client, id);
}
