import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type Theme = 'dark' | 'light' | 'contrast' | 'projector';
export type Language = 'ko' | 'en';
/** What Pods stand by on the stage: the node that they run on, or the owner that made them. */
export type StageArrangement = 'nodes' | 'owners';
/** `system` follows what the machine says of colour scheme, contrast and motion. */
export type ThemeChoice = Theme | 'system';
export type InspectorTab =
  | 'overview'
  | 'containers'
  | 'conditions'
  | 'events'
  | 'logs'
  | 'history'
  | 'machine'
  | 'scheduling'
  | 'why';

export interface ViewState {
  theme: ThemeChoice;
  language: Language;
  /** Undefined follows the machine. */
  reducedMotion: boolean | undefined;
  /** Pixels. */
  inspectorWidth: number;
  editorWidth: number;
  dockHeight: number;
  /** The column at the right, with the inspector or the editor. */
  sideOpen: boolean;
  dockOpen: boolean;
  /** The column at the right shows the editor instead of the inspector. */
  editorOpen: boolean;
  /** Shortcuts of a single key; who dictates or whose hands tremble can put them out. */
  singleKeys: boolean;
  inspectorTab: InspectorTab;
  arrangement: StageArrangement;
  /** The stage alone, large: never kept. */
  presenting: boolean;
}

export const viewDefaults: ViewState = {
  theme: 'system',
  language: firstLanguage(),
  reducedMotion: undefined,
  inspectorWidth: 400,
  editorWidth: 560,
  dockHeight: 92,
  sideOpen: true,
  dockOpen: true,
  editorOpen: false,
  singleKeys: true,
  inspectorTab: 'overview',
  arrangement: 'nodes',
  presenting: false,
};

/** Raised when what was kept before means something else now; an older one is then forgotten. */
const version = 1;
const storageName = 'podarium.view';

if (typeof location !== 'undefined' && new URLSearchParams(location.search).has('reset')) {
  localStorage.removeItem(storageName);
}

/** What the user has set about the page itself. Kept in localStorage; `?reset` in the address forgets it. */
export const useView = create<ViewState>()(
  persist(() => viewDefaults, {
    name: storageName,
    version,
    storage: createJSONStorage(() => localStorage),
    partialize: ({ presenting: _presenting, ...kept }) => kept,
    migrate: () => viewDefaults,
  }),
);

function firstLanguage(): Language {
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

const matches = (query: string): boolean => typeof matchMedia !== 'undefined' && matchMedia(query).matches;

/** The theme that is shown: the machine's wish where the user left it to that. */
export function shownTheme(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  if (matches('(prefers-contrast: more)')) return 'contrast';
  return matches('(prefers-color-scheme: light)') ? 'light' : 'dark';
}

/** Whether movement is to be left out: as set here, else as the machine says. */
export function motionReduced(set: boolean | undefined): boolean {
  return set ?? matches('(prefers-reduced-motion: reduce)');
}
