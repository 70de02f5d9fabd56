import { say } from '../../../i18n/inspector.ts';
import { type Chart, statesOf } from './chart.ts';
import { eventWords, guardWords } from './words.ts';

/** A statechart in words: each state, and on which event it becomes which other. */
export function ChartList({ chart, active }: { chart: Chart; active: ReadonlySet<string> }) {
  const states = [...statesOf(chart.root)];
  const listed = states.filter(({ path }) => path !== '' || chart.transitions.some(({ from }) => from === ''));
  return (
    <details className="chart-list">
      <summary>{say('machine.list')}</summary>
      <ul>
        {listed.map(({ path, kind }) => {
          const isNow = path !== '' && active.has(path);
          const ways = chart.transitions.filter(({ from }) => from === path);
          return (
            <li key={path} aria-current={isNow ? 'true' : undefined}>
              <b>{path ? words(path) : say('machine.any')}</b>
              {isNow && <span className="badge">{say('machine.now')}</span>}
              {ways.length > 0 && (
                <ul>
                  {ways.map(({ event, guard, to }) => (
                    <li key={`${event} ${guard}`}>
                      {`${say('machine.on')} ${eventWords(event)} `}
                      {guard !== undefined && (
                        <span className="quiet">{`${say('machine.if', { guard: guardWords(guard) })} `}</span>
                      )}
                      {`→ ${to === undefined ? words(path) : words(to)}`}
                    </li>
                  ))}
                </ul>
              )}
              {ways.length === 0 && kind === 'atomic' && !hasWayAbove(chart, path) && (
                <span className="quiet"> {say('machine.final')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const words = (path: string): string => path.replaceAll('.', ' · ');

/** Whether a state around this one (or the root) has transitions, which hold for it too. */
function hasWayAbove({ transitions }: Chart, path: string): boolean {
  return transitions.some(({ from }) => from === '' || path.startsWith(`${from}.`));
}
