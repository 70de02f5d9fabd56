import { actionContext } from '../../../actions/action.ts';
import { attempt } from '../../../actions/perform.ts';
import { rollout as runRollout } from '../../../actions/rollout.ts';
import type { Deployment, ReplicaSet, Stored } from '../../../api/objects.ts';
import { isNewest, type Rollout, revisionOf, rolloutOf } from '../../../scene/owners/rollout.ts';
import { useCluster } from '../../../store/cluster.ts';
import { Fact, Facts, Section } from '../Facts.tsx';
import { healingText as t } from '../healingTexts.ts';
import { ObjectLink } from '../ObjectLink.tsx';
import { keyOf, ownedBy } from '../relations.ts';
import { type Hindrance, hindrancesOf } from './hindrances.ts';

/** The rollout of a Deployment: how it stands, what bounds it, what holds it up, and the revisions to go back to. */
export function RolloutPanel({ deployment }: { deployment: Stored<Deployment> }) {
  const all = useCluster((cluster) => cluster.replicaSets);
  const pods = useCluster((cluster) => cluster.pods);
  const rollout = rolloutOf(deployment);
  const replicaSets = ownedBy(deployment, all.values()).sort((a, b) => revisionOf(b) - revisionOf(a));
  const newest = replicaSets.find((one) => isNewest(one, deployment));
  const hindrances =
    rollout.state === 'complete' ? [] : hindrancesOf(deployment, newest ? ownedBy(newest, pods.values()) : []);
  return (
    <>
      <Section title={t('rollout')}>
        <State rollout={rollout} deadline={deployment.spec?.progressDeadlineSeconds ?? 600} />
        {rollout.state !== 'complete' && <Numbers rollout={rollout} />}
      </Section>
      {hindrances.length > 0 && (
        <Section title={t('heldUp')}>
          <ul className="hindrances">
            {hindrances.map((one) => (
              <Held key={one.reason} {...one} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('revisions')}>
        <ol className="revisions">
          {replicaSets.map((one) => (
            <Revision key={one.metadata.uid} replicaSet={one} present={one === newest} />
          ))}
        </ol>
      </Section>
    </>
  );
}

function State({ rollout: { state }, deadline }: { rollout: Rollout; deadline: number }) {
  if (state === 'stuck') {
    return (
      <div className="callout callout-bad" role="status">
        <b>{t('stuck', { seconds: deadline })}</b>
        <p>{t('stuckNext')}</p>
      </div>
    );
  }
  return <p>{t(state)}</p>;
}

function Numbers({ rollout }: { rollout: Rollout }) {
  const { current, most, desired, surge, available, least, unavailable, updated } = rollout;
  return (
    <Facts>
      <Fact name="updated">{t('updatedValue', { updated, desired })}</Fact>
      {surge === undefined || unavailable === undefined ? (
        <Fact name="strategy">{t('recreate')}</Fact>
      ) : (
        <>
          <Fact name={t('pods')}>{t('podsValue', { current, most, desired, surge })}</Fact>
          <Fact name="available">{t('availableValue', { available, least, desired, unavailable })}</Fact>
        </>
      )}
    </Facts>
  );
}

const mostNamed = 3;

function Held({ reason, message, pods }: Hindrance) {
  return (
    <li>
      <p>
        <b>{reason}</b>
        {pods.length > 1 && <span className="badge">{t('times', { count: pods.length })}</span>}
      </p>
      {message && <p className="quiet">{message}</p>}
      {pods.slice(0, mostNamed).map(({ key, uid }) => (
        <p key={uid}>
          <ObjectLink resource="pods" objectKey={key} uid={uid} />
        </p>
      ))}
    </li>
  );
}

/** A revision: its number and ReplicaSet, why it was made, its images and Pods, and the way back to it. */
function Revision({ replicaSet, present }: { replicaSet: Stored<ReplicaSet>; present: boolean }) {
  const revision = revisionOf(replicaSet);
  const { spec, status, metadata } = replicaSet;
  const images = spec?.template?.spec?.containers.map(({ image }) => image).join(', ');
  const cause = metadata.annotations?.['kubernetes.io/change-cause'];
  const title = t('undoTo', { revision });
  return (
    <li>
      <p className="revisions-head">
        <span className="rollout-revision mono">{`#${revision}`}</span>
        <ObjectLink resource="replicasets" objectKey={keyOf(replicaSet)} />
        {present && <span className="badge">{t('present')}</span>}
        <span className="quiet revisions-end">
          {t('ofReady', { ready: status?.readyReplicas ?? 0, all: status?.replicas ?? 0 })}
        </span>
      </p>
      <p className={cause ? '' : 'quiet'}>{cause ?? t('noCause')}</p>
      {images && <p className="mono quiet">{images}</p>}
      {!present && revision > 0 && (
        <button
          type="button"
          className="button button-outline"
          onClick={() =>
            void attempt(title, () => runRollout(actionContext(), 'undo', '--to-revision', String(revision)))
          }
        >
          {title}
        </button>
      )}
    </li>
  );
}
