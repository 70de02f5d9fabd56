import type { Node, RuntimeClass } from '../objects.ts';
import { warningsForNetwork } from './addresses.ts';
import { deprecatedNodeLabel } from './nodeLabels.ts';

/** Fields of a Node that nobody reads, and its networks. Source: pkg/registry/core/node/strategy.go. */
export function warningsForNode({ spec = {} }: Node): string[] {
  return [
    ...(spec.configSource ? ['spec.configSource: the feature is removed'] : []),
    ...(spec.externalID ? ['spec.externalID: this field is deprecated, and is unused by Kubernetes'] : []),
    ...(spec.podCIDRs ?? []).flatMap((text, index) => warningsForNetwork(text, `spec.podCIDRs[${index}]`)),
  ];
}

/** Nodes that a RuntimeClass selects by old labels. Source: pkg/api/node GetWarningsForRuntimeClass. */
export const warningsForRuntimeClass = ({ scheduling }: RuntimeClass): string[] =>
  Object.keys(scheduling?.nodeSelector ?? {}).flatMap((label) => {
    const message = deprecatedNodeLabel(label);
    return message ? [`scheduling.nodeSelector: ${message}`] : [];
  });
