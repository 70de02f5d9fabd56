import type { Unsupported } from './unsupported.ts';

const stored = (kind: string, en: string, ko: string): Unsupported => ({ fields: [`${kind}.spec`], en, ko });

/** Kinds that are stored while their controller is not there, and other fields of controllers without effect. */
export const workloadFields: readonly Unsupported[] = [
  stored(
    'StatefulSet',
    'The StatefulSet is stored, but no controller makes Pods of it yet.',
    'StatefulSet은 저장되지만, 아직 Pod를 만드는 컨트롤러가 없습니다.',
  ),
  stored(
    'DaemonSet',
    'The DaemonSet is stored, but no controller makes Pods of it yet.',
    'DaemonSet은 저장되지만, 아직 Pod를 만드는 컨트롤러가 없습니다.',
  ),
  stored(
    'Job',
    'The Job is stored, but no controller makes Pods of it yet.',
    'Job은 저장되지만, 아직 Pod를 만드는 컨트롤러가 없습니다.',
  ),
  stored(
    'CronJob',
    'The CronJob is stored, but no controller starts Jobs of it yet.',
    'CronJob은 저장되지만, 아직 Job을 시작하는 컨트롤러가 없습니다.',
  ),
  stored(
    'ReplicationController',
    'The ReplicationController is stored, but no controller makes Pods of it yet.',
    'ReplicationController는 저장되지만, 아직 Pod를 만드는 컨트롤러가 없습니다.',
  ),
  stored(
    'HorizontalPodAutoscaler',
    'The HorizontalPodAutoscaler is stored, but nothing scales by it yet.',
    'HPA는 저장되지만, 아직 이에 따라 스케일하지 않습니다.',
  ),
  {
    fields: ['RuntimeClass.handler'],
    en: 'All containers run in the same runtime.',
    ko: '모든 컨테이너는 같은 런타임에서 실행됩니다.',
  },
  {
    fields: ['NodeSpec.configSource', 'NodeSpec.externalID', 'NodeSpec.providerID'],
    en: 'The kubelet takes its settings from nowhere else, and no cloud stands behind a node.',
    ko: 'kubelet은 다른 곳에서 설정을 가져오지 않고, 노드 뒤에 클라우드도 없습니다.',
  },
];
