import type { TextKey } from '../i18n/i18n.ts';
import { useDialogs } from '../store/dialogs.ts';
import { useEditorRequest } from '../store/editor.ts';
import { motionReduced, shownTheme, type Theme, type ThemeChoice, useView, type ViewState } from '../store/view.ts';
import type { Action } from './action.ts';

/** What can be selected though it is no object of the API. */
const outside: ReadonlySet<string> = new Set(['clients', 'parts']);
const always = { enabled: () => true };
const themes: readonly Theme[] = ['dark', 'light', 'contrast', 'projector'];

const chooseTheme = (theme: ThemeChoice, title: TextKey): Action => ({
  id: `theme-${theme}`,
  group: 'view',
  title,
  icon: 'theme',
  shortcuts: [],
  enabled: ({ view }) => view.theme !== theme,
  run: () => set({ theme }),
});

function set(view: Partial<ViewState>): void {
  useView.setState(view);
}

export const viewActions: readonly Action[] = [
  {
    id: 'palette',
    group: 'view',
    title: 'action.palette',
    icon: 'palette',
    shortcuts: ['Mod+k'],
    ...always,
    run: () => useDialogs.setState({ open: 'palette' }),
  },
  {
    id: 'search',
    group: 'view',
    title: 'action.search',
    icon: 'search',
    shortcuts: ['/'],
    ...always,
    run: () => useDialogs.setState({ open: 'search' }),
  },
  {
    id: 'support',
    group: 'view',
    title: 'action.support',
    icon: 'help',
    shortcuts: [],
    ...always,
    run: () => useDialogs.setState({ open: 'support' }),
  },
  {
    id: 'help',
    group: 'view',
    title: 'action.help',
    icon: 'help',
    shortcuts: ['?'],
    ...always,
    run: () => useDialogs.setState({ open: 'help' }),
  },
  {
    id: 'openEditor',
    group: 'view',
    title: 'action.openEditor',
    icon: 'editor',
    shortcuts: ['e'],
    ...always,
    run({ selected, view }) {
      if (selected && !outside.has(selected.resource)) {
        useEditorRequest.setState({ request: { type: 'object', resource: selected.resource, key: selected.key } });
      } else if (!view.editorOpen && !useEditorRequest.getState().request) {
        useEditorRequest.setState({ request: { type: 'new' } });
      }
      useView.setState({ editorOpen: true, sideOpen: true, presenting: false });
    },
  },
  {
    id: 'newManifest',
    group: 'view',
    title: 'action.newManifest',
    icon: 'newManifest',
    shortcuts: ['m'],
    ...always,
    run() {
      useEditorRequest.setState({ request: { type: 'new' } });
      useView.setState({ editorOpen: true, sideOpen: true, presenting: false });
    },
  },
  {
    id: 'theme',
    group: 'view',
    title: 'action.theme',
    icon: 'theme',
    shortcuts: ['t'],
    ...always,
    run({ view }) {
      const at = themes.indexOf(shownTheme(view.theme));
      useView.setState({ theme: themes[(at + 1) % themes.length] ?? 'dark' });
    },
  },
  chooseTheme('system', 'action.themeSystem'),
  chooseTheme('dark', 'action.themeDark'),
  chooseTheme('light', 'action.themeLight'),
  chooseTheme('contrast', 'action.themeContrast'),
  chooseTheme('projector', 'action.themeProjector'),
  {
    id: 'language',
    group: 'view',
    title: 'action.language',
    icon: 'language',
    shortcuts: ['l'],
    ...always,
    run: ({ view }) => set({ language: view.language === 'ko' ? 'en' : 'ko' }),
  },
  {
    id: 'motion',
    group: 'view',
    title: 'action.motion',
    titleNow: ({ view }) => (motionReduced(view.reducedMotion) ? 'action.motionAll' : 'action.motionLess'),
    icon: 'motion',
    shortcuts: ['a'],
    ...always,
    run: ({ view }) => set({ reducedMotion: !motionReduced(view.reducedMotion) }),
  },
  {
    id: 'present',
    group: 'view',
    title: 'action.present',
    titleNow: ({ view }) => (view.presenting ? 'action.presentEnd' : 'action.present'),
    icon: 'present',
    iconNow: ({ view }) => (view.presenting ? 'close' : 'present'),
    shortcuts: ['Shift+p'],
    ...always,
    run: ({ view }) => set({ presenting: !view.presenting }),
  },
  {
    id: 'arrangement',
    group: 'view',
    title: 'action.arrangement',
    titleNow: ({ view }) => (view.arrangement === 'owners' ? 'action.byNodes' : 'action.byOwners'),
    icon: 'owners',
    iconNow: ({ view }) => (view.arrangement === 'owners' ? 'nodes' : 'owners'),
    shortcuts: ['v'],
    ...always,
    run: ({ view }) => set({ arrangement: view.arrangement === 'owners' ? 'nodes' : 'owners' }),
  },
  {
    id: 'toggleSide',
    group: 'view',
    title: 'action.toggleSide',
    titleNow: ({ view }) => (view.sideOpen ? 'action.sideFold' : 'action.sideOpen'),
    icon: 'inspector',
    shortcuts: ['i'],
    ...always,
    run: ({ view }) => set({ sideOpen: !view.sideOpen }),
  },
  {
    id: 'toggleDock',
    group: 'view',
    title: 'action.toggleDock',
    titleNow: ({ view }) => (view.dockOpen ? 'action.dockFold' : 'action.dockOpen'),
    icon: 'dock',
    shortcuts: ['d'],
    ...always,
    run: ({ view }) => set({ dockOpen: !view.dockOpen }),
  },
  {
    id: 'singleKeys',
    group: 'view',
    title: 'action.singleKeys',
    titleNow: ({ view }) => (view.singleKeys ? 'action.singleKeysOff' : 'action.singleKeysOn'),
    icon: 'help',
    shortcuts: [],
    ...always,
    run: ({ view }) => set({ singleKeys: !view.singleKeys }),
  },
];
