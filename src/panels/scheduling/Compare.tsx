import { useState } from 'react';
import type { Decision, SchedulingAttempt } from '../../client/client.ts';
import { st } from '../../i18n/scheduling.ts';
import type { NodeVerdict } from '../../scene/scheduling/verdicts.ts';
import { useClock } from '../../store/clock.ts';
import { elapsedText } from '../ui/time.ts';
import { differencesOf } from './compare.ts';

const mostRows = 20;

/** The decision shown beside an earlier or later one: only what is different. */
export function Compare({ decision, others }: { decision: Decision; others: readonly SchedulingAttempt[] }) {
  const start = useClock((clock) => clock.start);
  const [chosen, setChosen] = useState<number>();
  const other = others.find(({ at }) => at === chosen);
  if (others.length === 0) return null;
  return (
    <>
      <label className="compare-choice">
        {st('compare.with')}
        <select
          value={other ? other.at : ''}
          onChange={({ target }) => setChosen(target.value ? Number(target.value) : undefined)}
        >
          <option value="">{st('compare.nothing')}</option>
          {others.map(({ at, outcome }) => (
            <option key={at} value={at}>{`${elapsedText(at - start)} ${st(`outcome.${outcome}`)}`}</option>
          ))}
        </select>
      </label>
      {other && <Differences before={other.decision} after={decision} time={elapsedText(other.at - start)} />}
    </>
  );
}

function Differences({ before, after, time }: { before: Decision; after: Decision; time: string }) {
  const differences = differencesOf(before, after);
  if (differences.length === 0) return <p>{st('compare.same')}</p>;
  return (
    <>
      <table className="sheet">
        <caption className="unseen">{st('compare.title', { time })}</caption>
        <thead>
          <tr>
            <th scope="col">{st('compare.node')}</th>
            <th scope="col">{st('compare.before', { time })}</th>
            <th scope="col">{st('compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, mostRows).map(({ node, before: then, after: now }) => (
            <tr key={node}>
              <th scope="row" className="mono">
                {node}
              </th>
              <td className="sheet-long">{sayVerdict(then)}</td>
              <td className="sheet-long">{sayVerdict(now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > mostRows && (
        <p className="hint">{st('compare.more', { count: differences.length - mostRows })}</p>
      )}
    </>
  );
}

function sayVerdict(verdict: NodeVerdict | undefined): string {
  if (!verdict) return '–';
  const { outcome, rejection, total } = verdict;
  const words = st(`result.${outcome}`);
  if (rejection) return `${words}: ${rejection.reasons.join(', ')} (${rejection.plugin})`;
  return total === undefined ? words : `${words}, ${st('stage.total', { total })}`;
}
