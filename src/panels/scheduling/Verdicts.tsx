import { useState } from 'react';
import type { Pod, Stored } from '../../api/objects.ts';
import type { Decision, Verdict } from '../../client/client.ts';
import { decisionAboutNode } from '../../client/decision.ts';
import { listText, st } from '../../i18n/scheduling.ts';
import { type NodeVerdict, refusalsOf, verdictsOf } from '../../scene/scheduling/verdicts.ts';
import { useCluster } from '../../store/cluster.ts';
import { ObjectLink } from '../inspector/ObjectLink.tsx';
import { ToneMark } from '../ui/StatusWord.tsx';
import { detailOf } from './details.ts';

/** More rows than this nobody reads; the field above finds the others. */
const mostRows = 50;
/** With more refused nodes than this, their number by reason comes first. */
const mostUncounted = 8;

/** Each node by each plugin that filtered: passed, refused and why, or not evaluated. */
export function Verdicts({ decision, pod, isNow }: { decision: Decision; pod: Stored<Pod>; isNow: boolean }) {
  const nodes = useCluster((cluster) => cluster.nodes);
  const [wanted, setWanted] = useState('');
  // A decision that is kept in part says nothing of the nodes that it leaves out.
  const all = verdictsOf(decision, isNow && !decision.leftOut ? nodes.keys() : []);
  const found = wanted ? all.filter(({ node }) => node.includes(wanted.trim())) : all;
  const rows = found.slice(0, mostRows);
  const { leftOut, skipped } = decision;
  return (
    <>
      {decision.rejected.length > mostUncounted && !leftOut && <Reasons decision={decision} />}
      {leftOut && (
        <p className="hint">{st('grid.leftOut', { feasible: leftOut.feasible, rejected: leftOut.rejected })}</p>
      )}
      {all.length > mostRows && (
        <div className="grid-find">
          <input
            type="search"
            aria-label={st('grid.find')}
            placeholder={st('grid.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <p className="hint" role="status">
            {found.length === 0
              ? st('grid.noneFound')
              : st('grid.shown', { shown: rows.length, total: wanted ? found.length : decision.nodes })}
          </p>
        </div>
      )}
      {rows.length > 0 && <Grid decision={decision} rows={rows} pod={pod} isNow={isNow} />}
      {skipped.filter.length > 0 && <p className="hint">{st('grid.skipped', { plugins: listText(skipped.filter) })}</p>}
    </>
  );
}

function Grid({
  decision,
  rows,
  pod,
  isNow,
}: {
  decision: Decision;
  rows: readonly NodeVerdict[];
  pod: Stored<Pod>;
  isNow: boolean;
}) {
  const cluster = useCluster.getState();
  const about = rows.map(({ node }) => decisionAboutNode(decision, node));
  const columns = (about[0]?.filters ?? []).filter(({ verdict }) => verdict !== 'skipped').map(({ plugin }) => plugin);
  for (const { filters } of about) {
    for (const { plugin, verdict } of filters) {
      if (verdict !== 'skipped' && !columns.includes(plugin)) columns.unshift(plugin);
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="sheet-scroll" aria-label={st('grid.caption')} tabIndex={0}>
      <table className="sheet">
        <caption className="unseen">{st('grid.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{st('grid.node')}</th>
            <th scope="col">{st('grid.result')}</th>
            {columns.map((plugin) => (
              <th key={plugin} scope="col">
                {plugin}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, outcome, rejection }, index) => (
            <tr key={node} data-shown={outcome === 'chosen' || undefined}>
              <th scope="row">
                <ObjectLink resource="nodes" objectKey={node} />
              </th>
              <td>
                <span className="verdict">
                  <ToneMark tone={outcomeTones[outcome]} />
                  {st(outcome === 'chosen' && isNow ? 'result.would' : `result.${outcome}`)}
                </span>
              </td>
              {columns.map((plugin) => (
                <Cell
                  key={plugin}
                  verdict={about[index]?.filters.find((one) => one.plugin === plugin)}
                  detail={isNow && rejection?.plugin === plugin ? detailOf(pod, node, rejection, cluster) : ''}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const outcomeTones = { chosen: 'good', tied: 'good', passed: 'good', refused: 'bad', notLooked: 'quiet' } as const;

function Cell({ verdict, detail }: { verdict: Verdict | undefined; detail: string }) {
  if (!verdict || verdict.verdict === 'notReached') return <td className="quiet">{st('verdict.notReached')}</td>;
  if (verdict.verdict !== 'rejected') return <td className="quiet">{st(`verdict.${verdict.verdict}`)}</td>;
  return (
    <td className="sheet-refused">
      <span>{`${st('verdict.rejected')}: ${verdict.reasons.join(', ')}`}</span>
      {detail && <span className="sheet-detail mono">{detail}</span>}
    </td>
  );
}

/** How many nodes were refused for which reason. */
function Reasons({ decision }: { decision: Decision }) {
  return (
    <table className="sheet">
      <caption className="unseen">{st('grid.groups')}</caption>
      <thead>
        <tr>
          <th scope="col">{st('grid.reason')}</th>
          <th scope="col">{st('grid.plugin')}</th>
          <th scope="col" className="sheet-number">
            {st('grid.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {refusalsOf(decision).map(({ plugin, reasons, nodes }) => (
          <tr key={`${plugin} ${reasons.join()}`}>
            <th scope="row" className="sheet-long">
              {reasons.join(', ')}
            </th>
            <td>{plugin}</td>
            <td className="sheet-number">{nodes.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
