import { useRef, useState } from 'react';
import { controllerOf, type Pod, type Stored } from '../../api/objects.ts';
import type { Decision } from '../../client/client.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { listText, st } from '../../i18n/scheduling.ts';
import { dropSentence } from '../../scene/scheduling/dropSentence.ts';
import { whySentence } from '../../scene/scheduling/sentence.ts';
import { usePlacement } from '../../store/placement.ts';
import { useSession } from '../../store/session.ts';
import { useView, viewDefaults } from '../../store/view.ts';
import { Section } from '../inspector/Facts.tsx';
import type { Inspected } from '../inspector/useSelected.ts';
import { Attempts, type Shown } from './Attempts.tsx';
import { Compare } from './Compare.tsx';
import { Preemption } from './Preemption.tsx';
import { Scores } from './Scores.tsx';
import { useAttempts } from './useAttempts.ts';
import { useDecisionNow, useNodesText } from './useDecisionNow.ts';
import { Verdicts } from './Verdicts.tsx';
import { Ways } from './Ways.tsx';
import './scheduling.css';

/** Why a Pod is on its node, or on none, and what would help. */
export default function Scheduling({ object }: Inspected) {
  useLanguage();
  const tank = useSession((session) => session.client?.tank);
  if (!tank) return <p className="quiet">{st('foreign')}</p>;
  return <Explanation key={object.metadata.uid} pod={object as Stored<Pod>} />;
}

function Explanation({ pod }: { pod: Stored<Pod> }) {
  const { uid, resourceVersion = '' } = pod.metadata;
  const attempts = useAttempts(uid, resourceVersion);
  const nodesText = useNodesText();
  const now = useDecisionNow(pod, `${resourceVersion} ${attempts?.length} ${attempts?.[0]?.at} ${nodesText}`);
  const [chosen, setChosen] = useState<Shown>();
  const asked = usePlacement((state) => (state.asked?.uid === uid ? state.asked.node : undefined));
  if (!attempts) return <p className="quiet">{st('loading')}</p>;
  const attempt = attempts.find(({ at }) => at === chosen) ?? (chosen === 'now' ? undefined : attempts[0]);
  const isWaiting = !pod.spec?.nodeName;
  const isLatest = attempt === attempts[0];
  const decisionNow = now.state === 'known' ? now.decision : undefined;
  // Of an attempt in a large cluster only a part is kept; while it still holds, what would be decided now is the whole of it.
  const stillHolds = isWaiting && isLatest && attempt?.decision.leftOut && decisionNow?.node === attempt.decision.node;
  const decision = attempt && !(stillHolds && decisionNow) ? attempt.decision : decisionNow;
  const gates = pod.spec?.schedulingGates ?? [];
  return (
    <div className="scheduling">
      {asked !== undefined && now.state === 'known' && <Asked pod={pod} decision={now.decision} node={asked} />}
      {gates.length > 0 && (
        <p className="callout">{st('why.gates', { gates: listText(gates.map(({ name }) => name)) })}</p>
      )}
      {now.state === 'failed' && <p className="callout">{st('failed', { message: now.message })}</p>}
      {decision && gates.length === 0 && (
        <Section title={titleOf(decision, attempt !== undefined)}>
          <p className={`callout callout-${decision.node === undefined ? 'bad' : 'good'}`}>{whySentence(decision)}</p>
        </Section>
      )}
      {isWaiting &&
        asked === undefined &&
        now.state === 'known' &&
        now.decision.nodes > 0 &&
        (now.decision.node === undefined || gates.length > 0) && (
          <Section title={st('mend.title')}>
            <Ways pod={pod} decision={now.decision} />
          </Section>
        )}
      <Section title={st('attempts.title')}>
        <Attempts attempts={attempts} shown={attempt?.at ?? 'now'} onShow={setChosen} />
      </Section>
      {decision && (
        <>
          <Section title={st('grid.title')}>
            <Wider />
            <Verdicts decision={decision} pod={pod} isNow={!attempt || (isWaiting && isLatest)} />
          </Section>
          {decision.preemption && (
            <Section title={st('preemption.title')}>
              <Preemption preemption={decision.preemption} />
            </Section>
          )}
          {decision.feasible.length > 0 && (
            <Section title={st('scores.title')}>
              <Scores decision={decision} />
            </Section>
          )}
          <Compare decision={decision} others={attempts.filter((one) => one !== attempt)} />
        </>
      )}
    </div>
  );
}

function titleOf(decision: Decision, happened: boolean): string {
  if (decision.node === undefined) return st('why.titleNot');
  return st(happened ? 'why.title' : 'why.titleWould');
}

/** The Pod was held over a node and let go: what that would mean. */
function Asked({ pod, decision, node }: { pod: Stored<Pod>; decision: Decision; node: string }) {
  const { nodeName } = pod.spec ?? {};
  const passes = decision.feasible.includes(node);
  return (
    <section className="asked" aria-label={st('drop.title', { pod: pod.metadata.name, node })}>
      <h3>{st('drop.title', { pod: pod.metadata.name, node })}</h3>
      <p>{nodeName === node ? st('drop.already', { node }) : dropSentence(decision, node)}</p>
      {nodeName !== undefined && <p>{st(controllerOf(pod) ? 'drop.immovable' : 'drop.immovableAlone')}</p>}
      {!passes && nodeName !== node && <Ways pod={pod} decision={decision} wanted={node} />}
      <button
        type="button"
        className="button button-outline"
        onClick={() => usePlacement.setState({ asked: undefined })}
      >
        {st('drop.close')}
      </button>
    </section>
  );
}

const wide = 760;

/** A grid wants room: makes the column wide, and narrow again. */
function Wider() {
  const isWide = useView((view) => view.inspectorWidth >= wide);
  const before = useRef(viewDefaults.inspectorWidth);
  const toggle = (): void => {
    const { inspectorWidth } = useView.getState();
    if (!isWide) before.current = inspectorWidth;
    useView.setState({ inspectorWidth: isWide ? before.current : wide });
  };
  return (
    <button type="button" className="button button-outline sheet-wider" aria-pressed={isWide} onClick={toggle}>
      {st(isWide ? 'narrow' : 'wide')}
    </button>
  );
}
