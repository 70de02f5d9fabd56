import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../../names.ts';
import type { NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue, required } from '../errors.ts';
import { validateWeight } from './weight.ts';

/** How many values an operator takes. */
function validateCount(requirement: NodeSelectorRequirement, field: string): FieldError[] {
  const operator: string = requirement.operator ?? '';
  const count = requirement.values?.length ?? 0;
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count > 0 ? [] : [required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'")];
    case 'Exists':
    case 'DoesNotExist':
      return count === 0
        ? []
        : [forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")];
    case 'Gt':
    case 'Lt':
      return count === 1
        ? []
        : [required(`${field}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'")];
    default:
      return [invalidValue(`${field}.operator`, operator, 'not a valid selector operator')];
  }
}

/** By labels of a node. A wish may be for a value that no label has. Source: ValidateNodeSelectorRequirement. */
function validateExpression(requirement: NodeSelectorRequirement, field: string, isWish: boolean): FieldError[] {
  const { key = '', values = [] } = requirement;
  return [
    ...validateCount(requirement, field),
    ...complaints(`${field}.key`, key, isQualifiedName(key)),
    ...(isWish
      ? []
      : values.flatMap((value, index) => complaints(`${field}.values[${index}]`, value, isLabelValue(value)))),
  ];
}

/** By fields of a node, of which there is one. Source: ValidateNodeFieldSelectorRequirement. */
function validateField({ key = '', values = [], ...rest }: NodeSelectorRequirement, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const operator: string = rest.operator ?? '';
  if (operator !== 'In' && operator !== 'NotIn')
    errors.push(invalidValue(`${field}.operator`, operator, 'not a valid selector operator'));
  else if (values.length !== 1)
    errors.push(
      required(`${field}.values`, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"),
    );
  if (key !== 'metadata.name') return [...errors, invalidValue(`${field}.key`, key, 'not a valid field selector key')];
  return [
    ...errors,
    ...values.flatMap((value, index) => complaints(`${field}.values[${index}]`, value, isDnsSubdomain(value))),
  ];
}

function validateTerm(term: NodeSelectorTerm | undefined, field: string, isWish = false): FieldError[] {
  return [
    ...(term?.matchExpressions ?? []).flatMap((requirement, index) =>
      validateExpression(requirement, `${field}.matchExpressions[${index}]`, isWish),
    ),
    ...(term?.matchFields ?? []).flatMap((requirement, index) =>
      validateField(requirement, `${field}.matchFields[${index}]`),
    ),
  ];
}

/** Source: ValidateNodeSelector. */
export function validateNodeSelector({ nodeSelectorTerms: terms }: NodeSelector, field: string): FieldError[] {
  const at = `${field}.nodeSelectorTerms`;
  if (!terms?.length) return [required(at, 'must have at least one node selector term')];
  return terms.flatMap((term, index) => validateTerm(term, `${at}[${index}]`));
}

/** Which nodes the Pod wants. Source: validateNodeAffinity. */
export function validateNodeAffinity(affinity: NodeAffinity | undefined, field: string): FieldError[] {
  const needed = affinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const wishes = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return [
    ...(needed ? validateNodeSelector(needed, `${field}.requiredDuringSchedulingIgnoredDuringExecution`) : []),
    ...wishes.flatMap(({ weight, preference }, index) => {
      const at = `${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      return [...validateWeight(weight, `${at}.weight`), ...validateTerm(preference, `${at}.preference`, true)];
    }),
  ];
}
