import { create } from 'zustand';

/** What the editor is asked to show. Each request is a new object, so that asking again shows it again. */
export type EditorRequest =
  /** The object as it stands. */
  | { type: 'object'; resource: string; key: string }
  /** A new manifest, to begin from an example. */
  | { type: 'new'; kind?: string };

/** Set by actions; read by the editor's panel. */
export const useEditorRequest = create<{ request: EditorRequest | undefined }>()(() => ({ request: undefined }));
