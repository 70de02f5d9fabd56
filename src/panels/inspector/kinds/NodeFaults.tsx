import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { countdown, faultsOf, type NodeFault, nextEviction } from '../../../scene/faults.ts';
import { nodeFacts } from '../../../scene/nodeFacts.ts';
import { type Drain, useDrains } from '../../../store/drains.ts';
import { useTankParts } from '../../../store/tankParts.ts';
import { useSeconds } from '../../ui/time.ts';
import { Fact, Facts, Section } from '../Facts.tsx';
import { healingText as t } from '../healingTexts.ts';

/** Seconds without a heartbeat until a node counts as lost. Source: kube-controller-manager, --node-monitor-grace-period. */
const gracePeriod = 50;

/** What was done to a node, what comes of it and when, and how its draining goes. Nothing for a node that is well. */
export function NodeFaults({ node, pods }: { node: Stored<Node>; pods: readonly Stored<Pod>[] }) {
  const parts = useTankParts();
  const { name } = node.metadata;
  const drain = useDrains(({ drains }) => drains[name]);
  const now = useSeconds();
  const faults = faultsOf(name, parts);
  const eviction = nextEviction(node, pods);
  const lost = nodeFacts(node).ready !== 'True';
  const silent = faults.some((fault) => fault === 'poweredOff' || fault === 'cutOff' || fault === 'kubeletStopped');
  return (
    <>
      {(faults.length > 0 || lost) && (
        <div className={`callout callout-${silent || lost ? 'bad' : 'waiting'}`}>
          <b>{t('faults')}</b>
          {faults.map((fault) => (
            <p key={fault}>{faultText(fault, parts.slow[name], parts.upgrading[name])}</p>
          ))}
          {silent && !lost && <p>{t('notYet', { seconds: gracePeriod })}</p>}
          {lost && <p>{t('lost')}</p>}
          {eviction && (
            <Facts>
              <Fact name={t('nextEviction')}>
                {t('evictionIn', { pods: eviction.pods, time: countdown(eviction.at - now) })}
              </Fact>
            </Facts>
          )}
        </div>
      )}
      {drain && <DrainProgress drain={drain} />}
    </>
  );
}

function faultText(fault: NodeFault, factor = 1, version = ''): string {
  if (fault === 'slow') return t('slow', { factor });
  return fault === 'upgrading' ? t('upgrading', { version }) : t(fault);
}

function DrainProgress({ drain }: { drain: Drain }) {
  const { evicted, evicting, held, lines, state } = drain;
  const share = evicting.length === 0 ? (state === 'done' ? 1 : 0) : evicted.length / evicting.length;
  const counts = t('drainRunning', { evicted: evicted.length, evicting: evicting.length });
  return (
    <Section title={t('drain')}>
      <div className="gauge">
        <span
          className="gauge-track"
          role="progressbar"
          aria-label={t('drain')}
          aria-valuenow={Math.round(share * 100)}
        >
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className="gauge-number mono">{counts}</span>
      </div>
      {held.length > 0 && <p className="drain-held">{t('drainHeld', { names: held.join(', ') })}</p>}
      {state === 'done' && <p>{t('drainDone')}</p>}
      {state === 'failed' && <p>{t('drainFailed')}</p>}
      {state === 'cancelled' && <p>{t('drainCancelled')}</p>}
      {lines.length > 0 && (
        <details>
          <summary>{t('drainOutput')}</summary>
          <pre className="drain-output mono">{lines.join('\n')}</pre>
        </details>
      )}
    </Section>
  );
}
