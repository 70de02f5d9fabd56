import { actionContext } from '../../actions/action.ts';
import { Icon } from '../ui/Icon.tsx';
import { Keys } from '../ui/Keys.tsx';
import { StatusWord } from '../ui/StatusWord.tsx';
import type { Entry } from './entries.ts';

interface Properties {
  entry: Entry;
  active: boolean;
  onPoint(): void;
  onTake(): void;
}

/** One line of the palette: an action with its key, or an object with its kind and status. */
export function Line({ entry, active, onPoint, onTake }: Properties) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
    <div
      id={entry.id}
      className="palette-line"
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={onTake}
    >
      {entry.type === 'action' ? <ActionLine entry={entry} /> : <ObjectLine entry={entry} />}
    </div>
  );
}

function ActionLine({ entry: { action, title } }: { entry: Extract<Entry, { type: 'action' }> }) {
  const [shortcut] = action.shortcuts;
  return (
    <>
      <Icon name={action.iconNow?.(actionContext()) ?? action.icon} />
      <span className="palette-name">{title}</span>
      {shortcut && <Keys shortcut={shortcut} />}
    </>
  );
}

function ObjectLine({ entry: { kind, name, namespace, status } }: { entry: Extract<Entry, { type: 'object' }> }) {
  return (
    <>
      <span className="palette-kind">{kind}</span>
      <span className="palette-name mono">
        {name}
        {namespace && namespace !== 'default' && <span className="quiet"> · {namespace}</span>}
      </span>
      {status && <StatusWord {...status} />}
    </>
  );
}
