import { speedStep, speeds } from '../../actions/speeds.ts';
import { t, useLanguage } from '../../i18n/i18n.ts';
import { useClock } from '../../store/clock.ts';
import { useSession } from '../../store/session.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Hint } from '../ui/Hint.tsx';
import { Slider } from '../ui/Slider.tsx';
import { ClockFace } from './ClockFace.tsx';
import './transport.css';

/** Play, steps, speed and time. */
export function Transport() {
  useLanguage();
  return (
    <fieldset className="transport" aria-label={t('transport.title')}>
      <div className="transport-keys">
        <ActionButton id="stepBack" />
        <ActionButton id="playPause" className="button-primary" />
        <ActionButton id="stepEvent" />
        <ActionButton id="stepChange" />
      </div>
      <Speed />
      <ClockFace />
    </fieldset>
  );
}

function Speed() {
  const speed = useClock((clock) => clock.speed);
  const clock = useSession((session) => session.client?.clock);
  const text = `${speed}×`;
  return (
    <div className="speed">
      <Hint text={t('transport.speed')} shortcut="]">
        <span className="speed-value">{text}</span>
      </Hint>
      <Slider
        label={t('transport.speed')}
        text={text}
        most={speeds.length - 1}
        value={speedStep(speed)}
        onChange={(step) => clock?.setSpeed(speeds[step] ?? 1)}
      />
    </div>
  );
}
