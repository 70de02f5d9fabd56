import type { NetworkPolicy } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const networkPolicyPrinter = printer<NetworkPolicy>(
  'NetworkPolicy',
  [
    nameColumn,
    text(
      'Pod-Selector',
      "Selects the pods to which this NetworkPolicy object applies.  The array of ingress rules is applied to any pods selected by this field. An empty selector matches all pods in the policy's namespace.  Multiple network policies can select the same set of pods.  In this case, the ingress rules for each are combined additively. This field is NOT optional and follows standard label selector semantics. An empty podSelector matches all pods in this namespace.",
    ),
    ageColumn,
  ],
  ({ metadata, spec }, now) => [
    metadata.name,
    formatLabelSelector(spec?.podSelector ?? {}),
    ageSince(metadata.creationTimestamp, now),
  ],
);
