import type { Pod, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { podFacts } from '../../../scene/podFacts.ts';
import { useCluster } from '../../../store/cluster.ts';
import { useView } from '../../../store/view.ts';
import { ToneMark } from '../../ui/StatusWord.tsx';
import { Fact, Facts, Section } from '../Facts.tsx';
import { ObjectLink } from '../ObjectLink.tsx';
import { servicesOf } from '../relations.ts';
import { holdUp } from './holdUp.ts';

/** Reasons for which the Scheduling tab has more to say. */
const unscheduled: ReadonlySet<string> = new Set(['Unschedulable', 'SchedulingGated']);

export function PodOverview({ pod }: { pod: Stored<Pod> }) {
  const facts = podFacts(pod);
  const slices = useCluster((cluster) => cluster.endpointSlices);
  const services = servicesOf(pod, slices.values());
  const trouble = holdUp(pod);
  return (
    <>
      {trouble && (
        <div className={`callout callout-${facts.tone}`}>
          <b>{trouble.reason}</b>
          <p>{trouble.message}</p>
          {unscheduled.has(trouble.reason) && (
            <button
              type="button"
              className="button button-outline callout-more"
              onClick={() => useView.setState({ inspectorTab: 'scheduling' })}
            >
              {say('pod.explain')}
            </button>
          )}
        </div>
      )}
      <Section title={say('overview.status')}>
        <Facts>
          <Fact name="phase">{facts.phase}</Fact>
          <Fact name="STATUS">{facts.word}</Fact>
          <Fact name="READY" mono>
            {`${facts.readyContainers}/${facts.containerCount}`}
          </Fact>
          <Fact name="Node">
            {pod.spec?.nodeName ? (
              <ObjectLink resource="nodes" objectKey={pod.spec.nodeName} />
            ) : (
              <span className="quiet">{say('pod.noNode')}</span>
            )}
          </Fact>
          <Fact name="Pod IP" mono>
            {facts.ip}
          </Fact>
          <Fact name="Host IP" mono>
            {pod.status?.hostIP}
          </Fact>
          <Fact name="QoS class">{pod.status?.qosClass}</Fact>
          <Fact name="restartPolicy">{pod.spec?.restartPolicy}</Fact>
          <Fact name="Service">
            {services.length > 0 &&
              services.map(({ key, ready }) => (
                <span key={key} className="inline-list">
                  <ObjectLink resource="services" objectKey={key} />
                  <span className="quiet">{say(ready ? 'pod.getsTraffic' : 'pod.getsNoTraffic')}</span>
                </span>
              ))}
          </Fact>
        </Facts>
      </Section>
      <Section title={say('inspector.containers')}>
        <ul className="lanes">
          {facts.containers.map((container) => (
            <li key={container.name}>
              <ToneMark tone={container.tone} />
              <span className="mono">{container.name}</span>
              <span className="quiet">{container.word}</span>
              <span className="quiet mono lanes-end">{container.restarts ? `↻ ${container.restarts}` : ''}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
