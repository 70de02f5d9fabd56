import { fromTimestamp } from '../../api/time.ts';
import { say } from '../../i18n/inspector.ts';
import { ToneMark } from '../ui/StatusWord.tsx';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import type { Inspected } from './useSelected.ts';

interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: unknown;
}

/** In the order in which a Pod comes to them; others keep theirs. */
const order = ['PodScheduled', 'PodReadyToStartContainers', 'Initialized', 'ContainersReady', 'Ready'];
/** Conditions whose `True` is the bad news. */
const bad = /Pressure$|Unavailable$|^ReplicaFailure$|^DisruptionTarget$/;

/** The conditions as a checklist, each with its reason and since when. */
export function Conditions({ object }: Inspected) {
  const now = useSeconds();
  const all = (object as { status?: { conditions?: Condition[] } }).status?.conditions ?? [];
  if (!all.length) return <p className="quiet">{say('conditions.none')}</p>;
  const sorted = [...all].sort((a, b) => rank(a.type) - rank(b.type));
  return (
    <ol className="checklist">
      {sorted.map((condition) => (
        <li key={condition.type}>
          <ToneMark tone={toneOf(condition)} />
          <div>
            <p className="checklist-head">
              <b>{condition.type}</b>
              <span className="mono quiet">{condition.status}</span>
              {condition.lastTransitionTime ? (
                <span className="quiet checklist-time">
                  {say('time.for', { age: ageText(now - fromTimestamp(String(condition.lastTransitionTime))) })}
                </span>
              ) : null}
            </p>
            {condition.reason && <p className="mono">{condition.reason}</p>}
            {condition.message && <p className="quiet">{condition.message}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function rank(type: string): number {
  const at = order.indexOf(type);
  return at < 0 ? order.length : at;
}

function toneOf({ type, status }: Condition): 'good' | 'waiting' | 'bad' | 'quiet' {
  if (status === 'Unknown') return 'bad';
  if (bad.test(type)) return status === 'True' ? 'bad' : 'good';
  return status === 'True' ? 'good' : 'waiting';
}
