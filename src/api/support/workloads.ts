import type { Unsupported } from './unsupported.ts';

/** Kinds that are stored while their controller is not there, and other fields of controllers without effect. */
export const workloadFields: readonly Unsupported[] = [
  {
    fields: ['RollingUpdateStatefulSetStrategy.maxUnavailable'],
    en: 'The feature is off in Kubernetes 1.36 unless it is asked for: StatefulSets are updated one Pod at a time.',
    ko: 'Kubernetes 1.36에서는 이 기능이 기본으로 꺼져 있어, StatefulSet은 Pod를 하나씩 업데이트합니다.',
  },
  {
    fields: ['MetricSpec.external', 'MetricSpec.object', 'MetricSpec.pods'],
    en: 'Only processor and memory are measured: nothing serves other metrics, and the autoscaler says so.',
    ko: 'CPU와 메모리만 측정합니다. 다른 메트릭을 제공하는 곳이 없으며, 오토스케일러가 이를 알려 줍니다.',
  },
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
