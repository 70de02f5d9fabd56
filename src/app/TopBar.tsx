import { perform } from '../actions/perform.ts';
import { actionOf } from '../actions/registry.ts';
import { ariaShortcuts } from '../actions/shortcuts.ts';
import { t, translate, useLanguage } from '../i18n/i18n.ts';
import { Transport } from '../panels/transport/Transport.tsx';
import { ActionButton } from '../panels/ui/ActionButton.tsx';
import { Icon } from '../panels/ui/Icon.tsx';
import { Keys } from '../panels/ui/Keys.tsx';
import { useSession } from '../store/session.ts';
import { Fence } from './Fence.tsx';
import { addressOf, scenarioTitles } from './scenarios.ts';

/** Name, scenario, time, search, and what concerns the page itself. */
export function TopBar() {
  useLanguage();
  return (
    <header className="bar">
      <div className="bar-start">
        <h1 className="brand">
          <Mark />
          {t('app.name')}
        </h1>
        <ScenarioChoice />
      </div>
      <div className="bar-middle">
        <Fence>
          <Transport />
        </Fence>
      </div>
      <div className="bar-end">
        <SearchButton />
        <ActionButton id="arrangement" />
        <ActionButton id="openEditor" />
        <ActionButton id="toggleSide" />
        <ActionButton id="language" />
        <ActionButton id="theme" className="wide-only" />
        <ActionButton id="present" className="wide-only" />
        <ActionButton id="help" />
      </div>
    </header>
  );
}

/** A tank with three Pods in it. */
function Mark() {
  return (
    <svg className="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect
        x="1.75"
        y="2.75"
        width="16.500"
        height="14.500"
        rx="3.250"
        fill="none"
        stroke="var(--running)"
        strokeWidth="1.5"
      />
      <path d="M5 11.500h4v3H5zM11 11.500h4v3h-4zM11 6.500h4v3h-4z" fill="var(--running)" />
    </svg>
  );
}

function ScenarioChoice() {
  const scenario = useSession((session) => session.scenario);
  return (
    <select
      className="select"
      aria-label={t('app.scenario')}
      value={scenario}
      onChange={(event) => location.assign(addressOf(event.target.value, location.href))}
    >
      {Object.entries(scenarioTitles).map(([name, title]) => (
        <option key={name} value={name}>
          {translate(title)}
        </option>
      ))}
    </select>
  );
}

function SearchButton() {
  const action = actionOf('palette');
  return (
    <button
      type="button"
      className="button search-button"
      aria-label={translate(action.title)}
      aria-keyshortcuts={ariaShortcuts(action)}
      onClick={() => void perform(action)}
    >
      <Icon name="search" />
      <span className="search-text">{t('app.search')}</span>
      <Keys shortcut="Mod+k" />
    </button>
  );
}
