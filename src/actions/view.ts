import { useDialogs } from '../store/dialogs.ts';
import { useEditorRequest } from '../store/editor.ts';
import { motionReduced, shownTheme, type Theme, useView } from '../store/view.ts';
import type { Action } from './action.ts';

const always = { enabled: () => true };
const themes: readonly Theme[] = ['dark', 'light', 'contrast', 'projector'];

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
      if (selected && selected.resource !== 'clients') {
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
  {
    id: 'language',
    group: 'view',
    title: 'action.language',
    icon: 'language',
    shortcuts: ['l'],
    ...always,
    run: ({ view }) => useView.setState({ language: view.language === 'ko' ? 'en' : 'ko' }),
  },
  {
    id: 'motion',
    group: 'view',
    title: 'action.motion',
    icon: 'motion',
    shortcuts: ['a'],
    ...always,
    run: ({ view }) => useView.setState({ reducedMotion: !motionReduced(view.reducedMotion) }),
  },
  {
    id: 'present',
    group: 'view',
    title: 'action.present',
    titleNow: ({ view }) => (view.presenting ? 'action.presentEnd' : 'action.present'),
    icon: 'present',
    shortcuts: ['Shift+p'],
    ...always,
    run: ({ view }) => useView.setState({ presenting: !view.presenting }),
  },
  {
    id: 'toggleSide',
    group: 'view',
    title: 'action.toggleSide',
    icon: 'inspector',
    shortcuts: ['i'],
    ...always,
    run: ({ view }) => useView.setState({ sideOpen: !view.sideOpen }),
  },
  {
    id: 'toggleDock',
    group: 'view',
    title: 'action.toggleDock',
    icon: 'dock',
    shortcuts: ['d'],
    ...always,
    run: ({ view }) => useView.setState({ dockOpen: !view.dockOpen }),
  },
  {
    id: 'singleKeys',
    group: 'view',
    title: 'action.singleKeys',
    icon: 'help',
    shortcuts: [],
    ...always,
    run: ({ view }) => useView.setState({ singleKeys: !view.singleKeys }),
  },
];
