import type { Decision } from '../../client/client.ts';
import { decisionAboutNode } from '../../client/decision.ts';
import { st } from '../../i18n/scheduling.ts';
import { verdictsOf } from '../../scene/scheduling/verdicts.ts';
import { ObjectLink } from '../inspector/ObjectLink.tsx';

/** The best so many are shown. */
const mostRows = 20;

/** What each plugin gave to the nodes that passed, the best first. */
export function Scores({ decision }: { decision: Decision }) {
  const { scores } = decision;
  if (!scores?.length) return <p className="quiet">{st('scores.none')}</p>;
  const columns = scores.toSorted((a, b) => spreadOf(b) - spreadOf(a));
  const passed = verdictsOf(decision).filter(({ total }) => total !== undefined);
  return (
    <>
      <p className="hint">{st('scores.hint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="sheet-scroll" aria-label={st('scores.caption')} tabIndex={0}>
        <table className="sheet">
          <caption className="unseen">{st('scores.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{st('grid.node')}</th>
              <th scope="col" className="sheet-number">
                {st('scores.total')}
              </th>
              {columns.map(({ plugin, weight }) => (
                <th key={plugin} scope="col" className="sheet-number">
                  {plugin} <span className="sheet-weight">×{weight}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {passed.slice(0, mostRows).map(({ node, total, outcome }) => (
              <tr key={node} data-shown={outcome === 'chosen' || undefined}>
                <th scope="row">
                  <ObjectLink resource="nodes" objectKey={node} />
                </th>
                <td className="sheet-number">
                  <b>{total}</b>
                </td>
                <Cells decision={decision} node={node} plugins={columns.map(({ plugin }) => plugin)} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** How far a plugin sets the nodes apart: those that decide come first. */
function spreadOf({ normalized, weight }: { normalized: readonly number[]; weight: number }): number {
  return (Math.max(...normalized) - Math.min(...normalized)) * weight;
}

function Cells({ decision, node, plugins }: { decision: Decision; node: string; plugins: readonly string[] }) {
  const { scores } = decisionAboutNode(decision, node);
  return plugins.map((plugin) => {
    const score = scores.find((one) => one.plugin === plugin);
    if (!score) return <td key={plugin} />;
    const { weight, raw, normalized, weighted } = score;
    return (
      <td key={plugin} className="sheet-number">
        {weight === 1 ? weighted : `${normalized} × ${weight} = ${weighted}`}
        {raw !== normalized && <span className="sheet-detail">{st('scores.raw', { raw })}</span>}
      </td>
    );
  });
}
