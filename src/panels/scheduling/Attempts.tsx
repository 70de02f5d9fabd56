import type { SchedulingAttempt } from '../../client/client.ts';
import { st } from '../../i18n/scheduling.ts';
import { useClock } from '../../store/clock.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ToneMark } from '../ui/StatusWord.tsx';
import { elapsedText } from '../ui/time.ts';

/** What is shown: the decision of the attempt at that instant, or what would be decided now. */
export type Shown = number | 'now';

const tones = { scheduled: 'good', unschedulable: 'bad', nominated: 'waiting', error: 'bad' } as const;

/** The attempts of a Pod, newest first, to choose one from. */
export function Attempts({
  attempts,
  shown,
  onShow,
}: {
  attempts: readonly SchedulingAttempt[];
  shown: Shown;
  onShow(shown: Shown): void;
}) {
  const start = useClock((clock) => clock.start);
  return (
    <>
      {attempts.length === 0 ? (
        <p className="quiet">{st('attempts.none')}</p>
      ) : (
        <table className="sheet">
          <caption className="unseen">{st('attempts.hint')}</caption>
          <thead>
            <tr>
              <th scope="col">{st('attempts.time')}</th>
              <th scope="col">{st('attempts.outcome')}</th>
              <th scope="col">{st('attempts.message')}</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map(({ at, outcome, message }) => {
              const time = elapsedText(at - start);
              return (
                <tr key={at} data-shown={shown === at || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link"
                      aria-label={st('attempts.show', { time })}
                      aria-pressed={shown === at}
                      onClick={() => onShow(at)}
                    >
                      {time}
                    </button>
                  </th>
                  <td>
                    <span className="verdict">
                      <ToneMark tone={tones[outcome]} />
                      {st(`outcome.${outcome}`)}
                    </span>
                  </td>
                  <td className="sheet-long">{message}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className="attempts-more">
        <button
          type="button"
          className="button button-outline attempts-now"
          aria-pressed={shown === 'now'}
          onClick={() => onShow('now')}
        >
          {st('attempts.now')}
        </button>
        <ActionButton id="whereCouldItGo" labelled className="button-outline" />
      </div>
    </>
  );
}
