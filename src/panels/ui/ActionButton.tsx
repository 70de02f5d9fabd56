import { perform } from '../../actions/perform.ts';
import { actionOf } from '../../actions/registry.ts';
import { ariaShortcuts } from '../../actions/shortcuts.ts';
import { translate } from '../../i18n/i18n.ts';
import { Hint } from './Hint.tsx';
import { Icon } from './Icon.tsx';
import { useAction } from './useAction.ts';

interface Properties {
  /** Of actions/registry.ts. */
  id: string;
  /** Shows the title beside the icon. */
  labelled?: boolean;
  className?: string;
}

/** The button of an action, with its title and key as a tooltip. Stays focusable where it is not possible now. */
export function ActionButton({ id, labelled = false, className = '' }: Properties) {
  const action = actionOf(id);
  const { enabled, title, icon } = useAction(action);
  const text = translate(title);
  const [shortcut] = action.shortcuts;
  const button = (
    <button
      type="button"
      className={`button ${labelled ? '' : 'button-icon'} ${className}`}
      aria-label={text}
      aria-disabled={!enabled}
      aria-keyshortcuts={ariaShortcuts(action)}
      onClick={() => void perform(action)}
    >
      <Icon name={icon} />
      {labelled && <span className="button-text">{text}</span>}
    </button>
  );
  return (
    <Hint text={text} shortcut={shortcut}>
      {button}
    </Hint>
  );
}
