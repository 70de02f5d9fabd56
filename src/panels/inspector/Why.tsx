import { resourceOf } from '../../api/resources.ts';
import { say } from '../../i18n/inspector.ts';
import { type CauseWalk, writesOf } from '../../store/causes.ts';
import { useClock } from '../../store/clock.ts';
import { useCluster } from '../../store/cluster.ts';
import type { ControlPlaneMessage } from '../../store/messages.ts';
import { elapsedText } from '../ui/time.ts';
import { ObjectLink } from './ObjectLink.tsx';
import { runsOf } from './runsOf.ts';
import type { Inspected } from './useSelected.ts';

/** Who wrote this object, and on seeing what: each write with the walk of causes that led to it. */
export default function Why({ object }: Inspected) {
  useCluster((cluster) => cluster.revision);
  const walks = writesOf(object.metadata.uid);
  if (!walks.length) return <p className="quiet">{say('why.none')}</p>;
  return (
    <>
      <p className="hint">{say('why.hint')}</p>
      <ol className="why">
        {walks.map((walk, index) => (
          <li key={walk.write.revision}>
            <Walk walk={walk} open={index === 0 || walk.write.type === 'ADDED'} uid={object.metadata.uid} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Walk({ walk: { write, because }, open, uid }: { walk: CauseWalk; open: boolean; uid: string }) {
  const line = <Line message={write} own={true} />;
  if (!because.length) {
    return (
      <div className="why-write">
        {line}
        <ul className="why-walk">
          <Root message={write} />
        </ul>
      </div>
    );
  }
  return (
    <details className="why-write" open={open}>
      <summary>{line}</summary>
      <ol className="why-walk">
        {runsOf(because).map(({ message, count }) => (
          <li key={message.revision}>
            <span className="unseen">{say('why.because')}</span>
            <Line message={message} own={message.uid === uid} count={count} />
          </li>
        ))}
        <Root message={because.at(-1) ?? write} />
      </ol>
    </details>
  );
}

/** What stands at the beginning of a walk: the user, the clock, or what is not known any more. */
function Root({ message }: { message: ControlPlaneMessage }) {
  if (message.actor === user) return null;
  return <li className="why-root">{say(message.saw === undefined ? 'why.clock' : 'why.before')}</li>;
}

/** How the page's own writes are signed. */
const user = 'you';

const verbs = { ADDED: 'why.created', MODIFIED: 'why.changed', DELETED: 'why.deleted' } as const;

/** `replicaset-controller created Pod web-1`. */
function Line({ message, own, count = 1 }: { message: ControlPlaneMessage; own: boolean; count?: number }) {
  const start = useClock((clock) => clock.start);
  return (
    <span className="why-line">
      <span className={message.actor === user ? 'why-actor why-user' : 'why-actor'}>
        {message.actor === user ? say('why.user') : message.actor}
      </span>
      <span>{say(verbs[message.type])}</span>
      {own ? (
        <span className="quiet">{say('why.this')}</span>
      ) : (
        <span>
          {resourceOf(message.resource).kind}{' '}
          <ObjectLink resource={message.resource} objectKey={message.key} uid={message.uid} />
        </span>
      )}
      {count > 1 && <span className="badge">{`×${count}`}</span>}
      <span className="why-time mono quiet">{elapsedText(message.at - start)}</span>
    </span>
  );
}
