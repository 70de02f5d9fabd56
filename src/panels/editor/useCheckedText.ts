import { useEffect } from 'react';
import type { ClusterClient } from '../../client/client.ts';
import { checkText } from './check.ts';
import type { EditorDocument } from './editorDocument.ts';
import { baseOf, useEditor } from './useEditor.ts';

/** How long a pause in typing lets the API server look at the text, in wall-clock milliseconds. */
const pause = 400;

/** Keeps `checked` at what the API server would say of the text that is shown; nothing is asked of a text that it has. */
export function useCheckedText(client: ClusterClient | undefined, document: EditorDocument | undefined): void {
  const { id, text } = document ?? {};
  const isTyped = document?.draft !== undefined;
  const result = useEditor((state) => (id === undefined ? undefined : state.results[id]));
  const isApplying = useEditor((state) => state.progress !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is that of the text; an Apply may change the answer, so its result asks anew
  useEffect(() => {
    if (!client || id === undefined || text === undefined || !isTyped || isApplying) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      // Where the cluster cannot be reached the connection says so; the marks stay as they were.
      const checked = await checkText(client, text, abort.signal, baseOf(id, document?.draft)).catch(() => undefined);
      if (checked && !abort.signal.aborted) useEditor.setState({ checked: { ...checked, id, text } });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, id, text, isTyped, isApplying, result]);
}
