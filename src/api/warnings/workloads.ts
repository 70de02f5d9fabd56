/** Warnings of the kinds that hold a Pod template. Source: WarningsOnCreate and WarningsOnUpdate of their strategies. */
import { isSame } from '../equal.ts';
import { isDnsLabel } from '../names.ts';
import type { ObjectMeta, PodTemplate, PodTemplateSpec, StatefulSet } from '../objects.ts';
import { warningsForClaimSpec } from './claimSpec.ts';
import { goList } from './go.ts';
import { warningsForPodSpec } from './podSpec.ts';

interface Workload {
  metadata?: ObjectMeta;
  spec?: { template?: PodTemplateSpec };
}

/** A name out of which those of Pods are made. */
export function warningsForName(name: string | undefined): string[] {
  const wrong = isDnsLabel(name ?? '');
  if (wrong.length === 0) return [];
  return [
    `metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: ${goList(wrong)}`,
  ];
}

/** Of a template, unless an update leaves the whole spec as it is. */
export function warningsForTemplate(workload: Workload, old: Workload | undefined): string[] {
  const template = workload.spec?.template;
  return template && !(old && isSame(workload.spec, old.spec)) ? warningsForPodSpec(template, 'spec.template') : [];
}

/** Of a kind whose name is in those of its Pods. */
export const warningsForWorkload = (workload: Workload, old: Workload | undefined): string[] => [
  ...(old ? [] : warningsForName(workload.metadata?.name)),
  ...warningsForTemplate(workload, old),
];

/** A Deployment's annotations count as a change: they go to its ReplicaSets. */
export function warningsForDeployment(deployment: Workload, old: Workload | undefined): string[] {
  const isCounted = old && !isSame(deployment.metadata?.annotations, old.metadata?.annotations);
  return isCounted ? warningsForTemplate(deployment, undefined) : warningsForWorkload(deployment, old);
}

export function warningsForStatefulSet(set: StatefulSet, old: StatefulSet | undefined): string[] {
  const { volumeClaimTemplates = [], revisionHistoryLimit = 0 } = set.spec ?? {};
  return [
    ...warningsForTemplate(set as Workload, old as Workload | undefined),
    // The strategy names them differently in a new StatefulSet and in a changed one.
    ...volumeClaimTemplates.flatMap(({ spec }, index) =>
      warningsForClaimSpec(spec, `spec.volumeClaimTemplates[${index}]${old ? '.Spec' : ''}`),
    ),
    ...(revisionHistoryLimit < 0
      ? ['spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended']
      : []),
  ];
}

export const warningsForPodTemplate = ({ template }: PodTemplate): string[] =>
  template ? warningsForPodSpec(template, 'template') : [];
