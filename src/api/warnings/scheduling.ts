import type { PodAffinity, PodSpec } from '../objects.ts';
import { deprecatedNodeLabel, warningsForNodeSelectorTerm } from './nodeLabels.ts';

const matchesNothing = 'a null labelSelector results in matching no pod';

/** Selections of nodes and spreading. */
export function warningsForPlacement(spec: PodSpec, field: string): string[] {
  const { requiredDuringSchedulingIgnoredDuringExecution: needed, ...rest } = spec.affinity?.nodeAffinity ?? {};
  const at = `${field}.affinity.nodeAffinity`;
  return [
    ...Object.keys(spec.nodeSelector ?? {}).flatMap((key) => {
      const message = deprecatedNodeLabel(key);
      return message ? [`${field}.nodeSelector[${key}]: ${message}`] : [];
    }),
    ...(needed?.nodeSelectorTerms ?? []).flatMap((term, index) =>
      warningsForNodeSelectorTerm(
        term,
        `${at}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[${index}]`,
      ),
    ),
    ...(rest.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ preference }, index) =>
      warningsForNodeSelectorTerm(
        preference,
        `${at}.preferredDuringSchedulingIgnoredDuringExecution[${index}].preference`,
        true,
      ),
    ),
    ...(spec.topologySpreadConstraints ?? []).flatMap(({ topologyKey, labelSelector }, index) => {
      const message = deprecatedNodeLabel(topologyKey);
      const constraint = `${field}.topologySpreadConstraints[${index}]`;
      return [
        ...(message ? [`${constraint}.topologyKey: ${topologyKey} is ${message}`] : []),
        ...(labelSelector ? [] : [`${constraint}.labelSelector: ${matchesNothing}`]),
      ];
    }),
  ];
}

function warningsForPodAffinity(affinity: PodAffinity | undefined, field: string): string[] {
  const needed = affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const wishes = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const warning = (at: string) => `${at}.labelSelector: ${matchesNothing}`;
  return [
    ...needed.flatMap(({ labelSelector }, index) =>
      labelSelector ? [] : [warning(`${field}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`)],
    ),
    ...wishes.flatMap(({ podAffinityTerm }, index) =>
      podAffinityTerm?.labelSelector
        ? []
        : [warning(`${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}].podAffinityTerm`)],
    ),
  ];
}

/** Selections of other Pods. */
export const warningsForFellows = ({ affinity }: PodSpec, field: string): string[] => [
  ...warningsForPodAffinity(affinity?.podAffinity, `${field}.affinity.podAffinity`),
  ...warningsForPodAffinity(affinity?.podAntiAffinity, `${field}.affinity.podAntiAffinity`),
];
