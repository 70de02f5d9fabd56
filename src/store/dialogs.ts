import { create } from 'zustand';

/** `search` is the palette that begins with objects rather than actions. */
export type DialogName = 'palette' | 'search' | 'help' | 'support' | 'image';

export const useDialogs = create<{
  open: DialogName | undefined;
  /** The image that the dialog `image` is about. */
  image?: string | undefined;
}>()(() => ({ open: undefined }));
