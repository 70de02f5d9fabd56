import { type Selected, useSelection } from '../store/selection.ts';
import { type StageArrangement, type ThemeChoice, useView, type ViewState, viewDefaults } from '../store/view.ts';

/** What the part of the address behind `#` says: `#select=pods/default/web-1&language=ko&theme=light`. */
export interface HashState {
  selected?: Selected;
  language?: ViewState['language'];
  theme?: ThemeChoice;
  arrangement?: StageArrangement;
}

const themes: readonly string[] = ['system', 'dark', 'light', 'contrast', 'projector'] satisfies ThemeChoice[];

/** Reads such a part; what it does not understand is left out. */
export function readHash(hash: string): HashState {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const [, resource, key] = /^([a-z]+)\/(.+)$/.exec(asked.get('select') ?? '') ?? [];
  const language = asked.get('language');
  const theme = asked.get('theme') ?? '';
  const arrangement = asked.get('arrangement');
  return {
    ...(resource && key && { selected: { resource, key } }),
    ...((language === 'ko' || language === 'en') && { language }),
    ...(themes.includes(theme) && { theme: theme as ThemeChoice }),
    ...((arrangement === 'nodes' || arrangement === 'owners') && { arrangement }),
  };
}

/** Writes it; what the machine would choose by itself is not said. Slashes stay readable. */
export function writeHash({ selected, language, theme, arrangement }: HashState): string {
  const said = new URLSearchParams();
  if (selected) said.set('select', `${selected.resource}/${selected.key}`);
  if (language && language !== viewDefaults.language) said.set('language', language);
  if (theme && theme !== viewDefaults.theme) said.set('theme', theme);
  if (arrangement && arrangement !== viewDefaults.arrangement) said.set('arrangement', arrangement);
  return said.toString().replaceAll('%2F', '/');
}

/** Takes in what the address says, and from then on lets the address say what is shown. */
export function followHash(): void {
  take();
  addEventListener('hashchange', take);
  const write = () => {
    const { language, theme, arrangement } = useView.getState();
    const { selected } = useSelection.getState();
    const hash = writeHash({ language, theme, arrangement, ...(selected && { selected }) });
    if (hash !== location.hash.slice(1)) {
      history.replaceState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
    }
  };
  useSelection.subscribe((state, before) => {
    if (state.selected !== before.selected) write();
  });
  useView.subscribe(write);
}

function take(): void {
  const { selected, ...view } = readHash(location.hash);
  if (selected) useSelection.getState().select(selected);
  useView.setState(view);
}
