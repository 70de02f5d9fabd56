import { isLabelValue, isQualifiedName } from '../labelNames.ts';

export type Operator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';
export type Labels = Readonly<Record<string, string>>;

/** One condition on labels. Source: k8s.io/apimachinery pkg/labels. */
export interface Requirement {
  key: string;
  operator: Operator;
  /** Sorted, without doubles where they come from text. */
  values: string[];
}

/** What a selector is refused for; the message is Kubernetes' own. */
export class SelectorError extends Error {}

const refuse = (path: string, value: unknown, detail: string): never => {
  throw new SelectorError(`${path}: Invalid value: ${JSON.stringify(value)}: ${detail}`);
};

const isInteger = (text: string | undefined): text is string =>
  text !== undefined && /^[+-]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** Throws SelectorError where the key is no label key; `path` is how the message calls it. */
export function checkKey(key: string, path: string): void {
  const errors = isQualifiedName(key);
  if (errors.length > 0) refuse(path, key, errors.join('; '));
}

/** A checked requirement (Go's NewRequirement); throws SelectorError. `keyPath` is how messages call the key. */
export function newRequirement(
  key: string,
  operator: Operator,
  values: string[] | undefined,
  keyPath = 'key',
): Requirement {
  checkKey(key, keyPath);
  const given = values ?? [];
  if ((operator === 'in' || operator === 'notin') && given.length === 0)
    refuse('values', values ?? null, "for 'in', 'notin' operators, values set can't be empty");
  if (['=', '==', '!='].includes(operator) && given.length !== 1)
    refuse('values', given, 'exact-match compatibility requires one single value');
  if ((operator === 'exists' || operator === '!') && given.length > 0)
    refuse('values', given, 'values set must be empty for exists and does not exist');
  if (operator === 'gt' || operator === 'lt') {
    if (given.length !== 1) refuse('values', given, "for 'Gt', 'Lt' operators, exactly one value is required");
    if (!isInteger(given[0])) refuse('values[0]', given[0], "for 'Gt', 'Lt' operators, the value must be an integer");
  }
  given.forEach((value, index) => {
    const errors = isLabelValue(value);
    if (errors.length > 0) refuse(`values[${index}][${key}]`, value, errors.join('; '));
  });
  return { key, operator, values: given };
}

/** Whether the labels meet the requirement. */
export function meets(requirement: Requirement, labels: Labels): boolean {
  const value = labels[requirement.key];
  switch (requirement.operator) {
    case '=':
    case '==':
    case 'in':
      return value !== undefined && requirement.values.includes(value);
    case '!=':
    case 'notin':
      return value === undefined || !requirement.values.includes(value);
    case 'exists':
      return value !== undefined;
    case '!':
      return value === undefined;
    default: {
      const bound = requirement.values[0];
      if (!isInteger(value) || !isInteger(bound)) return false;
      return requirement.operator === 'gt' ? BigInt(value) > BigInt(bound) : BigInt(value) < BigInt(bound);
    }
  }
}

/** As Go writes it: `a=b`, `a in (b,c)`, `!a`. */
export function requirementText({ key, operator, values }: Requirement): string {
  const list = [...values].sort().join(',');
  switch (operator) {
    case 'exists':
      return key;
    case '!':
      return `!${key}`;
    case 'in':
    case 'notin':
      return `${key} ${operator} (${list})`;
    case 'gt':
      return `${key}>${list}`;
    case 'lt':
      return `${key}<${list}`;
    default:
      return `${key}${operator}${list}`;
  }
}
