import type { TopologySpreadConstraint } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { duplicate, invalidValue, required, unsupported } from '../errors.ts';
import { validateLabelSelector } from '../labelSelector.ts';
import { validateMatchLabelKeys } from './matchLabelKeys.ts';

const actions = ['DoNotSchedule', 'ScheduleAnyway'];
const policies = ['Honor', 'Ignore'];
const positive = 'must be greater than zero';

const validatePolicy = (policy: string | undefined, field: string): FieldError[] =>
  policy === undefined || policies.includes(policy) ? [] : [unsupported(field, policy, policies)];

function validateMinDomains({ minDomains, whenUnsatisfiable }: TopologySpreadConstraint, field: string): FieldError[] {
  if (minDomains === undefined) return [];
  const errors = minDomains > 0 ? [] : [invalidValue(field, minDomains, positive)];
  if (whenUnsatisfiable !== 'DoNotSchedule') {
    const detail = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable ?? ''}`;
    errors.push(invalidValue(field, minDomains, detail));
  }
  return errors;
}

const pairOf = ({ topologyKey = '', whenUnsatisfiable }: TopologySpreadConstraint) =>
  `{${topologyKey}, ${whenUnsatisfiable ?? ''}}`;

/** How the Pod's fellows are to be spread. Source: validateTopologySpreadConstraints. */
export function validateSpread(constraints: TopologySpreadConstraint[] | undefined, field: string): FieldError[] {
  return (constraints ?? []).flatMap((constraint, index, all) => {
    const at = `${field}[${index}]`;
    const { maxSkew = 0, topologyKey, whenUnsatisfiable: action = '' } = constraint;
    const pair = pairOf(constraint);
    // Kubernetes names the earlier of two.
    const isRepeated = all.slice(index + 1).some((other) => pairOf(other) === pair);
    return [
      ...(maxSkew > 0 ? [] : [invalidValue(`${at}.maxSkew`, maxSkew, positive)]),
      ...(topologyKey ? [] : [required(`${at}.topologyKey`, 'can not be empty')]),
      ...(actions.includes(action) ? [] : [unsupported(`${at}.whenUnsatisfiable`, action, actions)]),
      ...(isRepeated ? [duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, pair)] : []),
      ...validateMinDomains(constraint, `${at}.minDomains`),
      ...validatePolicy(constraint.nodeAffinityPolicy, `${at}.nodeAffinityPolicy`),
      ...validatePolicy(constraint.nodeTaintsPolicy, `${at}.nodeTaintsPolicy`),
      ...validateMatchLabelKeys(constraint, at),
      ...validateLabelSelector(constraint.labelSelector, `${at}.labelSelector`),
    ];
  });
}
