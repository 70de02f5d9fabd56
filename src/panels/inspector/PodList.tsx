import type { Pod, Stored } from '../../api/objects.ts';
import { say } from '../../i18n/inspector.ts';
import { podFacts } from '../../scene/podFacts.ts';
import { StatusWord } from '../ui/StatusWord.tsx';
import { ObjectLink } from './ObjectLink.tsx';
import { keyOf } from './relations.ts';

const most = 60;
const order = ['bad', 'waiting', 'quiet', 'good', 'done'];

/** Pods as lines, those in trouble first; says how many it leaves out. */
export function PodList({ pods }: { pods: readonly Stored<Pod>[] }) {
  if (!pods.length) return <p className="quiet">{say('overview.noPods')}</p>;
  const sorted = [...pods].sort((a, b) => order.indexOf(podFacts(a).tone) - order.indexOf(podFacts(b).tone));
  return (
    <>
      <ul className="pod-list">
        {sorted.slice(0, most).map((pod) => {
          const { tone, word } = podFacts(pod);
          return (
            <li key={pod.metadata.uid}>
              <ObjectLink resource="pods" objectKey={keyOf(pod)} uid={pod.metadata.uid} />
              <StatusWord tone={tone} word={word} />
            </li>
          );
        })}
      </ul>
      {pods.length > most && <p className="quiet">{say('overview.more', { count: pods.length - most })}</p>}
    </>
  );
}
