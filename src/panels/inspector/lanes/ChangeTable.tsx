import { say } from '../../../i18n/inspector.ts';
import type { LaneChange } from '../../../scene/lanes/podLanes.ts';
import { elapsedText } from '../../ui/time.ts';
import { actorText, causeText, newsTexts } from './words.ts';

interface ChangeTableProperties {
  changes: readonly LaneChange[];
  start: number;
  chosen: number;
  go: ((index: number) => void) | undefined;
}

/** The same changes in words, one a row. */
export function ChangeTable({ changes, start, chosen, go }: ChangeTableProperties) {
  return (
    <details className="change-table">
      <summary>{say('history.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('history.time')}</th>
            <th scope="col">{say('history.what')}</th>
            <th scope="col">{say('history.who')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several changes may be made in one instant
            <tr key={index} aria-current={index === chosen ? 'true' : undefined}>
              <td>
                {go ? (
                  <button type="button" className="link" onClick={() => go(index)}>
                    {elapsedText(change.at - start)}
                  </button>
                ) : (
                  <span className="mono">{elapsedText(change.at - start)}</span>
                )}
              </td>
              <td>{newsTexts(change).join(', ')}</td>
              <td className="quiet">{[actorText(change), causeText(change)].filter(Boolean).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
