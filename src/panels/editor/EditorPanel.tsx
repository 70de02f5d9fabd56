import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { say, sayAny } from '../../i18n/editor.ts';
import { currentLanguage, useLanguage } from '../../i18n/i18n.ts';
import { fieldOfResource, useCluster } from '../../store/cluster.ts';
import { useEditorRequest } from '../../store/editor.ts';
import { useSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { DocumentTabs } from './DocumentTabs.tsx';
import { newDraft, useDrafts } from './drafts.ts';
import { documentId, type EditorDocument, editorDocument, manifestNumber } from './editorDocument.ts';
import { exampleManifests } from './manifests/registry.ts';
import { marksOf } from './marks.ts';
import { ResultView } from './ResultView.tsx';
import type { Fix, Place } from './reading/document.ts';
import { readDocuments } from './reading/reader.ts';
import { Toolbar } from './Toolbar.tsx';
import { useCheckedText } from './useCheckedText.ts';
import { apply, edit, replacePod, undoDiscard, useEditor } from './useEditor.ts';
import './editor.css';

const CodeArea = lazy(() => import('./CodeArea.tsx'));
const DiffArea = lazy(() => import('./DiffArea.tsx'));

/** How long a pause in typing applies a valid edit in live mode, in wall-clock milliseconds. */
const livePause = 700;

/** The YAML of what is selected, or a new manifest: edit, apply, compare. */
export default function EditorPanel() {
  useLanguage();
  useFollowedDocument();
  const client = useSession((state) => state.client);
  const { active, showsDiff, results, discarded, checked } = useEditor();
  const drafts = useDrafts((state) => state.drafts);
  const cluster = useCluster();
  const document = active === undefined ? undefined : editorDocument(active, cluster, drafts);
  const [goTo, setGoTo] = useState<Place>();
  const result = active === undefined ? undefined : results[active];
  const [fix, setFix] = useState<Fix>();
  const language = currentLanguage();
  const isOfText = checked !== undefined && checked.id === document?.id && checked.text === document.text;
  const marks = useMemo(() => (checked && isOfText ? marksOf(checked, language) : []), [checked, isOfText, language]);
  useCheckedText(client, document);
  const applyNow = () => {
    if (client && document) void apply(client, document.id);
  };
  useLiveMode(document, applyNow);
  const open = (text: string) => useEditor.setState({ active: newDraft(text), showsDiff: false });

  return (
    <section className="editor" aria-label={say('editor.title')}>
      <DocumentTabs />
      <Toolbar document={document} onApply={applyNow} onNew={open} />
      <Note document={document} />
      {discarded && (
        <p className="editor-note">
          {say('editor.discarded')}{' '}
          <button type="button" className="editor-goto" onClick={undoDiscard}>
            {say('editor.undoDiscard')}
          </button>
        </p>
      )}
      <div className="editor-area">
        {document ? (
          <Suspense fallback={<p className="editor-loading">{say('editor.loading')}</p>}>
            {showsDiff && document.liveText !== undefined ? (
              <DiffArea live={document.liveText} text={document.text} />
            ) : (
              <CodeArea
                id={document.id}
                text={document.text}
                marks={marks}
                goTo={goTo}
                fix={fix}
                onEdit={(text) => edit(document.id, text)}
                onApply={applyNow}
              />
            )}
          </Suspense>
        ) : (
          <Empty onOpen={open} />
        )}
      </div>
      <ResultView
        result={result}
        onGoTo={setGoTo}
        onFix={setFix}
        onReplace={(applied) => client && document && void replacePod(client, document.id, applied)}
      />
    </section>
  );
}

function Note({ document }: { document: EditorDocument | undefined }) {
  if (!document) return null;
  const isGone = !manifestNumber(document.id) && !document.live && document.text !== '';
  if (!isGone && !document.hasMoved) return null;
  return <p className="editor-note">{isGone ? say('editor.gone') : say('editor.moved')}</p>;
}

function Empty({ onOpen }: { onOpen(text: string): void }) {
  return (
    <div className="editor-empty">
      <h2>{say('editor.emptyTitle')}</h2>
      <p>{say('editor.emptyHint')}</p>
      {exampleManifests.slice(0, 1).map(({ title, text }) => (
        <button key={title} type="button" className="button button-primary" onClick={() => onOpen(text)}>
          {say('editor.new')}: {sayAny(title)}
        </button>
      ))}
    </div>
  );
}

/** Shows what was asked for by an action, else what is selected; a selection without YAML changes nothing. */
function useFollowedDocument(): void {
  const request = useEditorRequest((state) => state.request);
  const selected = useSelection((state) => state.selected);
  useEffect(() => {
    if (selected && fieldOfResource[selected.resource]) {
      useEditor.setState({ active: documentId(selected.resource, selected.key), showsDiff: false });
    }
  }, [selected]);
  useEffect(() => {
    // Once taken, a request is over: the panel may be closed and opened again.
    if (!request || useEditorRequest.getState().request !== request) return;
    useEditorRequest.setState({ request: undefined });
    if (request.type === 'object') {
      useEditor.setState({ active: documentId(request.resource, request.key), showsDiff: false });
      return;
    }
    const example = exampleManifests.find(({ kind }) => kind === (request.kind ?? 'Pod')) ?? exampleManifests[0];
    useEditor.setState({ active: newDraft(example?.text ?? ''), showsDiff: false });
  }, [request]);
}

/** In live mode a text that can be read, and that the cluster has not been sent yet, is applied after a pause. */
function useLiveMode(document: EditorDocument | undefined, applyNow: () => void): void {
  const live = useEditor((state) => state.live);
  const text = document?.isUnapplied ? document.text : undefined;
  const id = document?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text or document starts the pause anew, nothing else does
  useEffect(() => {
    if (!live || text === undefined) return undefined;
    let isOld = false;
    const timer = setTimeout(async () => {
      const { errors } = await readDocuments(text);
      if (!isOld && errors.length === 0) applyNow();
    }, livePause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [live, text, id]);
}
