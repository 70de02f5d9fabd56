import { say } from '../../../i18n/inspector.ts';
import type { LaneChange } from '../../../scene/lanes/podLanes.ts';
import { elapsedText } from '../../ui/time.ts';
import { actorText, causeText, newsTexts } from './words.ts';

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
  const cause = causeText(change);
  return (
    <div className="change-card">
      <p className="change-head">
        <b className="mono">{elapsedText(change.at - start)}</b>
        <span className="quiet">{actorText(change)}</span>
        {change.at > now && <span className="badge">{say('history.ahead')}</span>}
        {go && (
          <button type="button" className="button change-go" onClick={go}>
            {say('history.go')}
          </button>
        )}
      </p>
      <ul>
        {newsTexts(change).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {cause !== undefined && <p className="quiet">{cause}</p>}
    </div>
  );
}
