import { perform } from '../actions/perform.ts';
import { actions } from '../actions/registry.ts';
import { actionOfKeystroke, spell } from '../actions/shortcuts.ts';
import { useDialogs } from '../store/dialogs.ts';
import { useView } from '../store/view.ts';

/** Where keys are text, or belong to what is open. */
const ownKeys =
  'input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], .monaco-editor';
/** What answers to the space bar and Enter itself. */
const pressable = 'button, a, summary, [role="tab"]';

/** Runs actions by their keys, everywhere in the page. Returns how to stop. */
export function listenToKeys(target: Window = window): () => void {
  // With Control or Command before anybody else, so that it works in the editor too; single keys after everybody else.
  const early = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !useDialogs.getState().open) act(event);
  };
  const late = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing) return;
    // Also while the dialog is still on its way: what is typed ahead is meant for it.
    if (useDialogs.getState().open) return;
    if (isIn(event, ownKeys) || (/^(Space|Enter)$/.test(spell(event)) && isIn(event, pressable))) return;
    if (useView.getState().singleKeys || event.key === 'Escape') act(event);
  };
  target.addEventListener('keydown', early, true);
  target.addEventListener('keydown', late);
  return () => {
    target.removeEventListener('keydown', early, true);
    target.removeEventListener('keydown', late);
  };
}

function isIn(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** Held keys walk and step; they do not switch to and fro. */
const repeats: ReadonlySet<string> = new Set(['time', 'go', 'traffic']);

function act(event: KeyboardEvent): void {
  const action = actionOfKeystroke(actions, event);
  if (!action) return;
  event.preventDefault();
  if (event.repeat && (action.id === 'playPause' || !repeats.has(action.group))) return;
  void perform(action);
}
