import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { useCluster } from '../../../store/cluster.ts';
import { Fact, Facts, Section } from '../Facts.tsx';
import { PodList } from '../PodList.tsx';
import { NodeFaults } from './NodeFaults.tsx';
import { cores, gibibytes, requestsOf } from './quantities.ts';

export function NodeOverview({ node }: { node: Stored<Node> }) {
  const pods = useCluster((cluster) => cluster.pods);
  const own = [...pods.values()].filter((pod) => pod.spec?.nodeName === node.metadata.name);
  const { allocatable } = node.status ?? {};
  const requested = requestsOf(own.filter(isActive));
  const cpu = cores(String(allocatable?.cpu ?? '0'));
  const memory = gibibytes(String(allocatable?.memory ?? '0'));
  const zone = node.metadata.labels?.['topology.kubernetes.io/zone'];
  const taints = node.spec?.taints ?? [];
  return (
    <>
      <NodeFaults node={node} pods={own} />
      <Section title={say('node.capacity')}>
        <Gauge name="cpu" used={requested.cpu} of={cpu} unit={say('node.cores')} />
        <Gauge name="memory" used={requested.memory} of={memory} unit="Gi" />
        <Gauge name="pods" used={own.filter(isActive).length} of={Number(allocatable?.pods ?? 0)} unit="" />
      </Section>
      {zone && (
        <Section title="Zone">
          <Facts>
            <Fact name="topology.kubernetes.io/zone" mono>
              {zone}
            </Fact>
          </Facts>
        </Section>
      )}
      <Section title={say('node.taints')}>
        {taints.length ? (
          <ul className="chips">
            {taints.map(({ key, value, effect }) => (
              <li key={`${key}${effect}`}>{`${key}${value ? `=${value}` : ''}:${effect}`}</li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{say('node.noTaints')}</p>
        )}
      </Section>
      <Section title={say('node.pods', { count: own.length })}>
        <PodList pods={own} />
      </Section>
      <Section title={say('node.machine')}>
        <Facts>
          <Fact name="Internal IP" mono>
            {node.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address}
          </Fact>
          <Fact name="podCIDR" mono>
            {node.spec?.podCIDR}
          </Fact>
          <Fact name="kubelet" mono>
            {node.status?.nodeInfo?.kubeletVersion}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

const isActive = (pod: Pod): boolean => pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

const round = (value: number): number => Math.round(value * 100) / 100;

/** What is asked for of what there is, as a bar and in numbers. */
function Gauge({ name, used, of, unit }: { name: string; used: number; of: number; unit: string }) {
  const share = of ? Math.min(1, used / of) : 0;
  return (
    <div className="gauge">
      <span className="gauge-name">{name}</span>
      <span className="gauge-track">
        <span className={share > 0.9 ? 'gauge-full' : ''} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="gauge-number mono">
        {round(used)} / {round(of)} {unit} <span className="quiet">{say('node.free', { free: round(of - used) })}</span>
      </span>
    </div>
  );
}
