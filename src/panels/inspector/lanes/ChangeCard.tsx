import { t } from '../../../i18n/i18n.ts';
import type { LaneChange } from '../../../scene/lanes/podLanes.ts';
import { elapsedText } from '../../ui/time.ts';
import { actorText, newsTexts } from './words.ts';

interface ChangeCardProperties {
  change: LaneChange;
  /** When the scenario began, and the present. */
  start: number;
  now: number;
  /** Absent where there is no clock to turn. */
  go: (() => void) | undefined;
}

/** The chosen change: when, by whom, and what. */
export function ChangeCard({ change, start, now, go }: ChangeCardProperties) {
  return (
    <div className="change-card">
      <p className="change-head">
        <b className="mono">{elapsedText(change.at - start)}</b>
        <span className="quiet">{actorText(change)}</span>
        {change.at > now && <span className="badge">{t('history.ahead')}</span>}
        {go && (
          <button type="button" className="button change-go" onClick={go}>
            {t('history.go')}
          </button>
        )}
      </p>
      <ul>
        {newsTexts(change).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
