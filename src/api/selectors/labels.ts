import type { LabelSelector } from '../objects.ts';
import {
  type Labels,
  meets,
  newRequirement,
  type Operator,
  type Requirement,
  requirementText,
  SelectorError,
} from './requirement.ts';

/** A selector ready for use: all requirements must hold; `nothing` selects no object at all. */
export interface Selector {
  requirements: Requirement[];
  nothing?: boolean;
}

const none: Labels = {};
const operators: Record<string, Operator> = { In: 'in', NotIn: 'notin', Exists: 'exists', DoesNotExist: '!' };

/**
 * The selector of an object's `selector` field (LabelSelectorAsSelector): none given selects nothing, an empty one
 * everything. Throws SelectorError.
 */
export function selectorOf(selector: LabelSelector | null | undefined): Selector {
  if (!selector) return { requirements: [], nothing: true };
  const requirements = Object.entries(selector.matchLabels ?? {}).map(([key, value]) =>
    newRequirement(key, '=', [value]),
  );
  for (const expression of selector.matchExpressions ?? []) {
    const operator = operators[expression.operator];
    if (!operator)
      throw new SelectorError(`${JSON.stringify(expression.operator)} is not a valid label selector operator`);
    requirements.push(newRequirement(expression.key, operator, expression.values));
  }
  requirements.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { requirements };
}

/** Whether the selector selects an object with these labels. */
export function selects(selector: Selector, labels: Labels | undefined): boolean {
  if (selector.nothing) return false;
  for (const requirement of selector.requirements) if (!meets(requirement, labels ?? none)) return false;
  return true;
}

/** As Go writes it, requirements sorted by key: `app=web,tier in (a,b)`. */
export function selectorText(selector: Selector): string {
  return selector.requirements.map(requirementText).join(',');
}

/** As kubectl prints an object's selector (FormatLabelSelector): `<none>` for one that selects all or nothing. */
export function formatLabelSelector(selector: LabelSelector | null | undefined): string {
  try {
    return selectorText(selectorOf(selector)) || '<none>';
  } catch (error) {
    if (error instanceof SelectorError) return '<error>';
    throw error;
  }
}

/**
 * Whether a stored object's selector selects an object with these labels: undefined selects nothing, `{}` everything.
 * The selector has passed validation; what has not is never matched.
 */
export function matchesSelector(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  if (!selector) return false;
  const { matchLabels, matchExpressions } = selector;
  const given = labels ?? none;
  for (const key in matchLabels) if (given[key] !== matchLabels[key]) return false;
  if (!matchExpressions) return true;
  return matchExpressions.every(({ key, operator, values }) => {
    const known = operators[operator];
    return known !== undefined && meets({ key, operator: known, values: values ?? [] }, given);
  });
}

/** Whether all of `wanted` are among `labels`, as in a Service's selector or a node selector; none wanted is true. */
export function matchesLabels(wanted: Labels | undefined, labels: Labels | undefined): boolean {
  const given = labels ?? none;
  for (const key in wanted) if (given[key] !== wanted[key]) return false;
  return true;
}
