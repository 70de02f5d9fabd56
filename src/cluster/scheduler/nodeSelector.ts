import type {
  Node,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  Pod,
  PreferredSchedulingTerm,
} from '../../api/objects.ts';

/** What a term asks for; 'invalid' where the real scheduler would fail to parse it, and skip it if another one matches. */
type Match = boolean | 'invalid';

const integer = /^[+-]?\d+$/;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

function matchesRequirement(requirement: NodeSelectorRequirement, value: string | undefined): Match {
  const values = requirement.values ?? [];
  if (!values.every((one) => labelValue.test(one))) return 'invalid';
  switch (requirement.operator) {
    case 'In':
      if (values.length === 0) return 'invalid';
      return value !== undefined && values.includes(value);
    case 'NotIn':
      if (values.length === 0) return 'invalid';
      return value === undefined || !values.includes(value);
    case 'Exists':
      return values.length > 0 ? 'invalid' : value !== undefined;
    case 'DoesNotExist':
      return values.length > 0 ? 'invalid' : value === undefined;
    case 'Gt':
    case 'Lt': {
      const [bound] = values;
      if (values.length !== 1 || bound === undefined || !integer.test(bound)) return 'invalid';
      if (value === undefined || !integer.test(value)) return false;
      return requirement.operator === 'Gt' ? BigInt(value) > BigInt(bound) : BigInt(value) < BigInt(bound);
    }
    default:
      return 'invalid';
  }
}

/** Fields other than metadata.name are empty. */
function matchesField({ key, operator, values = [] }: NodeSelectorRequirement, name: string): Match {
  const [wanted] = values;
  if (values.length !== 1 || (operator !== 'In' && operator !== 'NotIn')) return 'invalid';
  const equal = wanted === (key === 'metadata.name' ? name : '');
  return operator === 'In' ? equal : !equal;
}

/** Whether a node matches a term; an empty term matches nothing, and 'invalid' is no match. */
export function matchesTerm(term: NodeSelectorTerm, node: Node): Match {
  const { matchExpressions = [], matchFields = [] } = term;
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  const labels = node.metadata?.labels;
  const parts = [
    ...matchExpressions.map((requirement) => matchesRequirement(requirement, labels?.[requirement.key])),
    ...matchFields.map((requirement) => matchesField(requirement, node.metadata?.name ?? '')),
  ];
  if (parts.includes('invalid')) return 'invalid';
  return !parts.includes(false);
}

/** Whether a node matches one of the terms. Source: k8s.io/component-helpers scheduling/corev1/nodeaffinity. */
export function matchesNodeSelector(selector: NodeSelector, node: Node): boolean {
  return selector.nodeSelectorTerms.some((term) => matchesTerm(term, node) === true);
}

/** Whether a node is one that the Pod's nodeSelector and required node affinity ask for. */
export function matchesRequiredNodeAffinity(pod: Pod, node: Node): boolean {
  for (const [key, value] of Object.entries(pod.spec?.nodeSelector ?? {})) {
    if (node.metadata?.labels?.[key] !== value) return false;
  }
  const required = pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return !required || matchesNodeSelector(required, node);
}

/** The sum of the weights of the preferred terms that a node matches. */
export function preferredNodeScore(preferred: readonly PreferredSchedulingTerm[], node: Node): number {
  let sum = 0;
  for (const { weight, preference } of preferred) {
    if (weight !== 0 && matchesTerm(preference, node) === true) sum += weight;
  }
  return sum;
}
