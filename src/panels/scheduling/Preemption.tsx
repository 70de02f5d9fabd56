import type { Preemption as Found } from '../../client/client.ts';
import { listText, st } from '../../i18n/scheduling.ts';
import { ObjectLink } from '../inspector/ObjectLink.tsx';
import { ToneMark } from '../ui/StatusWord.tsx';

const mostRows = 20;
const mostVictims = 5;

/** Which Pods of lower priority would have to go, on which node, and which node was taken. */
export function Preemption({ preemption }: { preemption: Found }) {
  const { candidates, nominatedNode, tied, ineligible } = preemption;
  if (ineligible !== undefined) return <p>{st('preemption.ineligible', { reason: ineligible })}</p>;
  if (candidates.length === 0) return <p className="quiet">{st('preemption.none')}</p>;
  const rank = (node: string): number => (node === nominatedNode ? 0 : tied.includes(node) ? 1 : 2);
  const sorted = candidates.toSorted((a, b) => rank(a.node) - rank(b.node));
  return (
    <>
      <table className="sheet">
        <caption className="unseen">{st('preemption.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{st('grid.node')}</th>
            <th scope="col">{st('preemption.victims')}</th>
            <th scope="col" className="sheet-number">
              {st('preemption.guarded')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostRows).map(({ node, victims, pdbViolations }) => (
            <tr key={node} data-shown={node === nominatedNode || undefined}>
              <th scope="row">
                <ObjectLink resource="nodes" objectKey={node} />
                {node === nominatedNode && (
                  <span className="verdict preemption-chosen">
                    <ToneMark tone="good" />
                    {st('result.chosen')}
                  </span>
                )}
              </th>
              <td className="sheet-long mono">{victimsText(victims)}</td>
              <td className="sheet-number">{pdbViolations}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > mostRows && <p className="hint">{st('compare.more', { count: sorted.length - mostRows })}</p>}
      {tied.length > 1 && (
        <p className="hint">{st('preemption.tied', { nodes: listText(tied.slice(0, mostVictims)) })}</p>
      )}
    </>
  );
}

function victimsText(keys: readonly string[]): string {
  const names = keys.map((key) => key.split('/').at(-1) ?? key);
  return names.length > mostVictims
    ? `${names.slice(0, mostVictims).join(', ')} +${names.length - mostVictims}`
    : names.join(', ');
}
