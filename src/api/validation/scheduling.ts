import { isDnsLabel, isLabelValue, isQualifiedName } from '../names.ts';
import type {
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  PodSpec,
  Toleration,
  TopologySpreadConstraint,
} from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';

const requiredField = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferredField = 'preferredDuringSchedulingIgnoredDuringExecution';
const needsValues = "must be specified when `operator` is 'In' or 'NotIn'";
const needsNoValues = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";

function validateRequirement(requirement: NodeSelectorRequirement, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const count = requirement.values?.length ?? 0;
  switch (requirement.operator) {
    case 'In':
    case 'NotIn':
      if (count === 0) errors.push(required(`${field}.values`, needsValues));
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (count > 0) errors.push(forbidden(`${field}.values`, needsNoValues));
      break;
    case 'Gt':
    case 'Lt':
      if (count !== 1)
        errors.push(required(`${field}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
      break;
    default:
      errors.push(invalidValue(`${field}.operator`, requirement.operator, 'not a valid selector operator'));
  }
  errors.push(...complaints(`${field}.key`, requirement.key, isQualifiedName(requirement.key)));
  for (const [index, value] of (requirement.values ?? []).entries())
    errors.push(...complaints(`${field}.values[${index}]`, value, isLabelValue(value)));
  return errors;
}

function validateFieldRequirement(requirement: NodeSelectorRequirement, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (requirement.operator !== 'In' && requirement.operator !== 'NotIn')
    errors.push(invalidValue(`${field}.operator`, requirement.operator, 'not a valid selector operator'));
  else if (requirement.values?.length !== 1)
    errors.push(
      required(`${field}.values`, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"),
    );
  if (requirement.key !== 'metadata.name')
    errors.push(invalidValue(`${field}.key`, requirement.key, 'not a valid field selector key'));
  return errors;
}

function validateTerm(term: NodeSelectorTerm | undefined, field: string): FieldError[] {
  return [
    ...(term?.matchExpressions ?? []).flatMap((requirement, index) =>
      validateRequirement(requirement, `${field}.matchExpressions[${index}]`),
    ),
    ...(term?.matchFields ?? []).flatMap((requirement, index) =>
      validateFieldRequirement(requirement, `${field}.matchFields[${index}]`),
    ),
  ];
}

const validateWeight = (weight: number | undefined, field: string): FieldError[] =>
  (weight ?? 0) < 1 || (weight ?? 0) > 100 ? [invalidValue(field, weight ?? 0, 'must be in the range 1-100')] : [];

/** Which nodes are meant: at least one term. Source: ValidateNodeSelector. */
export function validateNodeSelector({ nodeSelectorTerms = [] }: NodeSelector, field: string): FieldError[] {
  const at = `${field}.nodeSelectorTerms`;
  if (nodeSelectorTerms.length === 0) return [required(at, 'must have at least one node selector term')];
  return nodeSelectorTerms.flatMap((term, index) => validateTerm(term, `${at}[${index}]`));
}

function validateNodeAffinity(affinity: NodeAffinity, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const needed = affinity[requiredField];
  if (needed) errors.push(...validateNodeSelector(needed, `${field}.${requiredField}`));
  for (const [index, { weight, preference }] of (affinity[preferredField] ?? []).entries()) {
    const at = `${field}.${preferredField}[${index}]`;
    errors.push(...validateWeight(weight, `${at}.weight`), ...validateTerm(preference, `${at}.preference`));
  }
  return errors;
}

function validateAffinityTerm(term: PodAffinityTerm | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  errors.push(...validateLabelSelector(term?.labelSelector, `${field}.labelSelector`));
  errors.push(...validateLabelSelector(term?.namespaceSelector, `${field}.namespaceSelector`));
  for (const name of term?.namespaces ?? []) errors.push(...complaints(`${field}.namespace`, name, isDnsLabel(name)));
  const key = term?.topologyKey ?? '';
  if (!key) errors.push(required(`${field}.topologyKey`, 'can not be empty'));
  errors.push(...complaints(`${field}.topologyKey`, key, isQualifiedName(key)));
  return errors;
}

function validatePodAffinity(affinity: PodAffinity | undefined, field: string): FieldError[] {
  return [
    ...(affinity?.[requiredField] ?? []).flatMap((term, index) =>
      validateAffinityTerm(term, `${field}.${requiredField}[${index}]`),
    ),
    ...(affinity?.[preferredField] ?? []).flatMap(({ weight, podAffinityTerm }, index) => {
      const at = `${field}.${preferredField}[${index}]`;
      return [
        ...validateWeight(weight, `${at}.weight`),
        ...validateAffinityTerm(podAffinityTerm, `${at}.podAffinityTerm`),
      ];
    }),
  ];
}

/** Where the Pod wants to be. Source: validateAffinity. */
export function validateAffinity(affinity: PodSpec['affinity'], field: string): FieldError[] {
  if (!affinity) return [];
  return [
    ...(affinity.nodeAffinity ? validateNodeAffinity(affinity.nodeAffinity, `${field}.nodeAffinity`) : []),
    ...validatePodAffinity(affinity.podAffinity, `${field}.podAffinity`),
    ...validatePodAffinity(affinity.podAntiAffinity, `${field}.podAntiAffinity`),
  ];
}

export const taintEffects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function validateToleration(toleration: Toleration, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { key, operator, value = '', effect, tolerationSeconds } = toleration;
  if (key) errors.push(...complaints(`${field}.key`, key, isQualifiedName(key)));
  else if (operator !== 'Exists')
    errors.push(
      invalidValue(
        `${field}.operator`,
        operator ?? '',
        'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ),
    );
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(
      invalidValue(`${field}.effect`, effect ?? '', "effect must be 'NoExecute' when `tolerationSeconds` is set"),
    );
  if (operator === undefined || operator === ('' as typeof operator) || operator === 'Equal')
    errors.push(...complaints(`${field}.operator`, value, isLabelValue(value)));
  else if (operator === 'Exists') {
    if (value) errors.push(invalidValue(`${field}.operator`, value, "value must be empty when `operator` is 'Exists'"));
  } else errors.push(unsupported(`${field}.operator`, operator, ['Equal', 'Exists']));
  if (effect && !taintEffects.includes(effect)) errors.push(unsupported(`${field}.effect`, effect, taintEffects));
  return errors;
}

/** Which taints the Pod bears. Source: ValidateTolerations. */
export function validateTolerations(tolerations: Toleration[] | undefined, field: string): FieldError[] {
  return (tolerations ?? []).flatMap((toleration, index) => validateToleration(toleration, `${field}[${index}]`));
}

function validateConstraint(constraint: TopologySpreadConstraint, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { maxSkew = 0, topologyKey, whenUnsatisfiable, minDomains, nodeAffinityPolicy, nodeTaintsPolicy } = constraint;
  if (maxSkew <= 0) errors.push(invalidValue(`${field}.maxSkew`, maxSkew, 'must be greater than zero'));
  if (!topologyKey) errors.push(required(`${field}.topologyKey`, 'can not be empty'));
  else errors.push(...complaints(`${field}.topologyKey`, topologyKey, isQualifiedName(topologyKey)));
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway')
    errors.push(
      unsupported(`${field}.whenUnsatisfiable`, whenUnsatisfiable ?? '', ['DoNotSchedule', 'ScheduleAnyway']),
    );
  if (minDomains !== undefined && minDomains <= 0)
    errors.push(invalidValue(`${field}.minDomains`, minDomains, 'must be greater than zero'));
  if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule')
    errors.push(
      invalidValue(
        `${field}.minDomains`,
        minDomains,
        `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`,
      ),
    );
  for (const [name, policy] of Object.entries({ nodeAffinityPolicy, nodeTaintsPolicy }))
    if (policy !== undefined && policy !== 'Honor' && policy !== 'Ignore')
      errors.push(unsupported(`${field}.${name}`, policy, ['Honor', 'Ignore']));
  errors.push(...validateMatchLabelKeys(constraint, field));
  errors.push(...validateLabelSelector(constraint.labelSelector, `${field}.labelSelector`));
  return errors;
}

function validateMatchLabelKeys(
  { matchLabelKeys, labelSelector }: TopologySpreadConstraint,
  field: string,
): FieldError[] {
  const at = `${field}.matchLabelKeys`;
  if (!matchLabelKeys?.length) return [];
  if (!labelSelector) return [forbidden(at, 'must not be specified when labelSelector is not set')];
  const errors: FieldError[] = [];
  for (const [index, key] of matchLabelKeys.entries()) {
    errors.push(...complaints(`${at}[${index}]`, key, isQualifiedName(key)));
    if (labelSelector.matchLabels?.[key] !== undefined)
      errors.push(invalidValue(`${field}[${index}]`, key, 'exists in both matchLabelKeys and labelSelector'));
  }
  return errors;
}

/** How the Pod's fellows are to be spread. Source: validateTopologySpreadConstraints. */
export function validateSpread(constraints: TopologySpreadConstraint[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, constraint] of (constraints ?? []).entries()) {
    errors.push(...validateConstraint(constraint, `${field}[${index}]`));
    const pair = (one: TopologySpreadConstraint) => `{${one.topologyKey}, ${one.whenUnsatisfiable}}`;
    // Kubernetes names the earlier of the two.
    if ((constraints ?? []).slice(index + 1).some((other) => pair(other) === pair(constraint)))
      errors.push({
        type: 'Duplicate value',
        field: `${field}[${index}].{topologyKey, whenUnsatisfiable}`,
        value: pair(constraint),
      });
  }
  return errors;
}
