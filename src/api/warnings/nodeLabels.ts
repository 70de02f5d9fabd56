/** Labels of nodes that nobody should select by any more. Source: pkg/api/node/util.go. */
import { isLabelValue } from '../names.ts';
import type { NodeSelectorTerm } from '../objects.ts';

const deprecated: Record<string, string> = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region': 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone': 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type': 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  'app.kubernetes.io/created-by': 'deprecated since v1.9',
  'scheduler.alpha.kubernetes.io/preferAvoidPods': 'deprecated since v1.22; use Taints and Tolerations instead',
  'node-role.kubernetes.io/master': 'use "node-role.kubernetes.io/control-plane" instead',
};

/** What to say of a label, if anything. Source: GetNodeLabelDeprecatedMessage. */
export const deprecatedNodeLabel = (key: string | undefined): string | undefined => deprecated[key ?? ''];

/** Source: GetWarningsForNodeSelectorTerm; the values of a wish are not validated, so they are looked at here. */
export function warningsForNodeSelectorTerm(
  term: NodeSelectorTerm | undefined,
  field: string,
  isWish = false,
): string[] {
  return (term?.matchExpressions ?? []).flatMap(({ key, values }, index) => {
    const at = `${field}.matchExpressions[${index}]`;
    const message = deprecatedNodeLabel(key);
    return [
      ...(message ? [`${at}.key: ${key} is ${message}`] : []),
      ...(isWish ? (values ?? []) : []).flatMap((value, valueIndex) =>
        isLabelValue(value).map((wrong) => `${at}.values[${valueIndex}]: ${value} is invalid, ${wrong}`),
      ),
    ];
  });
}
