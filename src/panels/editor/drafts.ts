import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { ObjectToWrite } from '../../api/objects.ts';

/** Text that somebody has typed. Kept until the cluster has it and shows it, or until it is thrown away by hand. */
export interface Draft {
  text: string;
  /** The object that the text began as; absent for a new manifest. */
  original?: ObjectToWrite;
  /** The text as the cluster last took it; while it is the same there is nothing to lose. */
  applied?: string;
}

interface DraftsState {
  /** By document id: `pods/default/web` for a live object, `new/1` for a manifest. */
  drafts: Readonly<Record<string, Draft>>;
  /** New manifests in the order of their making, and the number that the next will have. */
  nextNew: number;
}

/** Raised when what was kept before means something else now. Drafts of before are then carried over by `migrate`. */
const version = 1;

/** All drafts, in localStorage at every keystroke: neither a reload nor a crash of the page loses any. */
export const useDrafts = create<DraftsState>()(
  persist((): DraftsState => ({ drafts: {}, nextNew: 1 }), {
    name: 'podarium.drafts',
    version,
    storage: createJSONStorage(() => localStorage),
  }),
);

export function keepDraft(id: string, draft: Draft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } }));
}

export function dropDraft(id: string): void {
  useDrafts.setState(({ drafts }) => {
    const { [id]: _dropped, ...rest } = drafts;
    return { drafts: rest };
  });
}

/** A new manifest with this text; returns its id. */
export function newDraft(text: string): string {
  const { nextNew } = useDrafts.getState();
  const id = `new/${nextNew}`;
  useDrafts.setState({ nextNew: nextNew + 1 });
  keepDraft(id, { text });
  return id;
}
