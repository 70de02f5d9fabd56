import { controllerOf, type Pod, type Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { say } from '../../i18n/inspector.ts';
import { countdown, evictionOf } from '../../scene/faults.ts';
import { nodeFacts } from '../../scene/nodeFacts.ts';
import { podFacts } from '../../scene/podFacts.ts';
import { useCluster } from '../../store/cluster.ts';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { healingText } from './healingTexts.ts';
import { ObjectLink } from './ObjectLink.tsx';

/**
 * What makes this Pod this Pod. A container that starts again leaves name, UID and IP as they are and turns the counter;
 * a replacement is another Pod, with another name, UID and IP.
 */
export function Identity({ pod, gone }: { pod: Stored<Pod>; gone: boolean }) {
  const { ip, restarts } = podFacts(pod);
  return (
    <div className="identity">
      <dl className="identity-facts">
        <div>
          <dt>UID</dt>
          <dd title={pod.metadata.uid}>{pod.metadata.uid.slice(0, 8)}</dd>
        </div>
        <div>
          <dt>Pod IP</dt>
          <dd>{ip || '–'}</dd>
        </div>
        <div>
          <dt>{say('identity.restarts')}</dt>
          {/* A new key lets the counter turn. */}
          <dd key={restarts} className={restarts ? 'identity-turned' : ''}>
            {restarts}
          </dd>
        </div>
      </dl>
      {gone ? <Successors pod={pod} /> : <Same pod={pod} restarts={restarts} />}
    </div>
  );
}

function Same({ pod, restarts }: { pod: Stored<Pod>; restarts: number }) {
  const now = useSeconds();
  const nodes = useCluster((cluster) => cluster.nodes);
  const until = pod.metadata.deletionTimestamp;
  if (until !== undefined) {
    const seconds = Math.max(0, Math.ceil((fromTimestamp(String(until)) - now) / 1000));
    return <p className="identity-note">{say('identity.terminating', { seconds })}</p>;
  }
  const node = nodes.get(pod.spec?.nodeName ?? '');
  if (node && nodeFacts(node).ready !== 'True') {
    const at = evictionOf(pod, node);
    const text = at === undefined ? healingText('podStays') : healingText('podEviction', { time: countdown(at - now) });
    return <p className="identity-note">{text}</p>;
  }
  if (!restarts) return null;
  const age = ageText(now - fromTimestamp(pod.metadata.creationTimestamp));
  return <p className="identity-note">{say('identity.restarted', { count: restarts, age })}</p>;
}

/** The Pods that the same controller made after this one went. */
function Successors({ pod }: { pod: Stored<Pod> }) {
  const pods = useCluster((cluster) => cluster.pods);
  const controller = controllerOf(pod);
  if (!controller) return <p className="identity-note">{say('identity.goneAlone')}</p>;
  const successors = [...pods]
    .filter(([, other]) => controllerOf(other)?.uid === controller.uid && isYounger(other, pod))
    .sort(([, a], [, b]) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1))
    .slice(0, 3);
  if (!successors.length)
    return <p className="identity-note">{say('identity.goneOwned', { owner: controller.name })}</p>;
  return (
    <div className="identity-note">
      {say('identity.replaced', { owner: controller.name })}
      <ul className="identity-successors">
        {successors.map(([key, other]) => (
          <li key={other.metadata.uid}>
            <ObjectLink resource="pods" objectKey={key} uid={other.metadata.uid} />
            <span className="mono quiet">{other.status?.podIP ?? ''}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Made at or after the moment at which the other began to go: the deletion timestamp less the grace period. */
function isYounger(other: Stored<Pod>, gone: Stored<Pod>): boolean {
  const until = gone.metadata.deletionTimestamp;
  if (until === undefined) return other.metadata.creationTimestamp > gone.metadata.creationTimestamp;
  const began = fromTimestamp(String(until)) - (gone.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  return fromTimestamp(other.metadata.creationTimestamp) >= began - 1000 && other.metadata.uid !== gone.metadata.uid;
}
