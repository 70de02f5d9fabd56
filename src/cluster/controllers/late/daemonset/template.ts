import { isSame } from '../../../../api/equal.ts';
import type {
  DaemonSet,
  Node,
  NodeSelectorTerm,
  Pod,
  PodTemplateSpec,
  Stored,
  Toleration,
} from '../../../../api/objects.ts';
import { matchesRequiredNodeAffinity } from '../../../scheduler/nodeSelector.ts';
import { untoleratedTaint } from '../../../scheduler/tolerations.ts';
import { revisionHashLabel } from '../revisions.ts';

const generationAnnotation = 'deprecated.daemonset.template.generation';

const exists = (name: string, effect: NonNullable<Toleration['effect']>): Toleration => ({
  key: `node.kubernetes.io/${name}`,
  operator: 'Exists',
  effect,
});

/** What Pods of DaemonSets tolerate for ever. Source: AddOrUpdateDaemonPodTolerations. */
const tolerated: readonly Toleration[] = [
  exists('not-ready', 'NoExecute'),
  exists('unreachable', 'NoExecute'),
  exists('disk-pressure', 'NoSchedule'),
  exists('memory-pressure', 'NoSchedule'),
  exists('pid-pressure', 'NoSchedule'),
  exists('unschedulable', 'NoSchedule'),
];

/** The tolerations of a DaemonSet's Pods: the template's own, and those that all such Pods have. */
export function daemonTolerations(template: PodTemplateSpec | undefined): Toleration[] {
  const isOnHostNetwork = template?.spec?.hostNetwork === true;
  const added = isOnHostNetwork ? [...tolerated, exists('network-unavailable', 'NoSchedule')] : tolerated;
  let all = template?.spec?.tolerations ?? [];
  for (const one of added) {
    const like = (other: Toleration) =>
      other.key === one.key && other.effect === one.effect && other.operator === one.operator && !other.value;
    all = all.some(like) ? all.map((other) => (like(other) && !isSame(other, one) ? one : other)) : [...all, one];
  }
  return all;
}

/** The template of the Pod that a DaemonSet makes for a node. Source: CreatePodTemplate and the affinity of syncNodes. */
export function podTemplateFor({ metadata, spec }: Stored<DaemonSet>, hash: string, node: string): PodTemplateSpec {
  const { template } = spec ?? {};
  const generation = metadata.annotations?.[generationAnnotation];
  const labels = {
    ...template?.metadata?.labels,
    ...(generation !== undefined && { 'pod-template-generation': generation }),
    ...(hash && { [revisionHashLabel]: hash }),
  };
  const { affinity } = template?.spec ?? {};
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const onNode: NodeSelectorTerm = { matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] };
  const nodeAffinity = {
    ...affinity?.nodeAffinity,
    requiredDuringSchedulingIgnoredDuringExecution: { ...required, nodeSelectorTerms: [onNode] },
  };
  return {
    ...template,
    metadata: { ...template?.metadata, labels },
    spec: {
      ...template?.spec,
      containers: template?.spec?.containers ?? [],
      affinity: { ...affinity, nodeAffinity },
      tolerations: daemonTolerations(template),
    },
  };
}

/** The name of the node that a Pod runs on or is meant for. Source: GetTargetNodeName. */
export function targetNode({ spec }: Pod): string | undefined {
  if (spec?.nodeName) return spec.nodeName;
  const required = spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  for (const { matchFields } of required?.nodeSelectorTerms ?? [])
    for (const { key, operator, values } of matchFields ?? [])
      if (key === 'metadata.name' && operator === 'In' && values?.length === 1) return values[0];
  return undefined;
}

/** Whether a Pod of a DaemonSet should be made on a node, and whether one there may stay. Source: NodeShouldRunDaemonPod. */
export function shouldRun(node: Stored<Node>, { spec }: Stored<DaemonSet>): { run: boolean; stay: boolean } {
  const { template } = spec ?? {};
  const never = { run: false, stay: false };
  if (template?.spec?.nodeName && template.spec.nodeName !== node.metadata.name) return never;
  if (!matchesRequiredNodeAffinity({ ...(template?.spec && { spec: template.spec }) }, node)) return never;
  const tolerations = daemonTolerations(template);
  const { taints } = node.spec ?? {};
  if (!untoleratedTaint(taints, tolerations, ['NoExecute', 'NoSchedule'])) return { run: true, stay: true };
  return { run: false, stay: !untoleratedTaint(taints, tolerations, ['NoExecute']) };
}
