import { say } from '../../i18n/inspector.ts';
import { useCluster } from '../../store/cluster.ts';
import { ToneMark } from '../ui/StatusWord.tsx';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { eventsAbout } from './groupEvents.ts';
import type { Inspected } from './useSelected.ts';

/** The Events about the object, newest first, Warnings marked. */
export function Events({ object }: Inspected) {
  const events = useCluster((cluster) => cluster.events);
  const now = useSeconds();
  const groups = eventsAbout(object, events.values());
  if (!groups.length) return <p className="quiet">{say('events.none')}</p>;
  return (
    <ol className="events">
      {groups.map((group) => (
        <li key={group.id} className={group.type === 'Warning' ? 'event-warning' : ''}>
          <ToneMark tone={group.type === 'Warning' ? 'bad' : 'quiet'} />
          <div>
            <p className="events-head">
              <b>{group.reason}</b>
              {group.type === 'Warning' && <span className="badge badge-warning">Warning</span>}
              {group.count > 1 && <span className="badge">×{group.count}</span>}
              <span className="quiet events-time">{say('time.ago', { age: ageText(now - group.last) })}</span>
            </p>
            <p className="events-message">{group.message}</p>
            <p className="quiet mono">{group.component}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
