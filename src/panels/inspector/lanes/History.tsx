import { useMemo, useState } from 'react';
import type { Pod, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { podLanes } from '../../../scene/lanes/podLanes.ts';
import { useClock } from '../../../store/clock.ts';
import { useCluster } from '../../../store/cluster.ts';
import { podHistory, podHistoryVersion } from '../../../store/podHistory.ts';
import { useSession } from '../../../store/session.ts';
import { useSeconds } from '../../ui/time.ts';
import type { Inspected } from '../useSelected.ts';
import { ChangeCard } from './ChangeCard.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { LanePicture } from './LanePicture.tsx';
import './lanes.css';

/** What a Pod has gone through: phase, conditions, containers and STATUS on one axis of time, and each change of them. */
export default function History({ object }: Inspected) {
  const pod = object as Stored<Pod>;
  useCluster((cluster) => cluster.pods);
  const now = useSeconds();
  const clock = useSession((session) => session.client?.clock);
  const start = useClock((state) => state.start);
  const [chosen, choose] = useState<number>();
  const { uid } = pod.metadata;
  const version = podHistoryVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version tells when the history is another
  const told = useMemo(() => podLanes(podHistory(uid), namesOf(pod)), [uid, version, pod]);
  const { changes, earlier } = told;
  if (changes.length === 0) return <p className="quiet">{say('history.none')}</p>;
  const present = Math.max(
    0,
    changes.findLastIndex((one) => one.at <= now),
  );
  const at = Math.min(chosen ?? present, changes.length - 1);
  const change = changes[at];
  const go = clock && ((index: number): void => void clock.seek(changes[index]?.at ?? now));
  return (
    <>
      <p className="hint">{say('history.hint')}</p>
      {earlier > 0 && <p className="quiet">{say('history.earlier', { count: earlier })}</p>}
      <LanePicture told={told} now={now} start={start} chosen={at} choose={choose} go={go} />
      {change && <ChangeCard change={change} start={start} now={now} go={go && (() => go(at))} />}
      <ChangeTable changes={changes} start={start} chosen={at} go={go} />
    </>
  );
}

/** Every container that the Pod may have, in the order of the spec. */
const namesOf = ({ spec }: Stored<Pod>): string[] =>
  [...(spec?.initContainers ?? []), ...(spec?.containers ?? []), ...(spec?.ephemeralContainers ?? [])].map(
    ({ name }) => name,
  );
