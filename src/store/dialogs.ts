import { create } from 'zustand';

/** `search` is the palette that begins with objects rather than actions. */
export type DialogName = 'palette' | 'search' | 'help' | 'support';

export const useDialogs = create<{ open: DialogName | undefined }>()(() => ({ open: undefined }));
