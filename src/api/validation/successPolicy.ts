import { parseGoInteger } from '../goInteger.ts';
import { goValue } from '../goValue/goValue.ts';
import { byteLength } from '../names.ts';
import type { Job, SuccessPolicy, SuccessPolicyRule } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue, required, tooLong, tooMany } from './errors.ts';

type Spec = NonNullable<Job['spec']>;
const mostRules = 20;
const longestIndexes = 65536;

/** The first and the last index of `3` or `0-3`, or why it cannot be read. Source: parseIndexInterval. */
export function parseInterval(text: string, completions: number): [first: number, last: number] | string {
  const parts = text.split('-');
  if (parts.length > 2)
    return `the fragment ${JSON.stringify(text)} violates the requirement that an index interval can have at most two parts separated by '-'`;
  const limits: number[] = [];
  for (const part of parts) {
    const index = parseGoInteger(part);
    if (typeof index === 'string') return `cannot convert string to integer for index: ${JSON.stringify(part)}`;
    if (index >= completions) return `too large index: ${JSON.stringify(part)}`;
    limits.push(Number(index));
  }
  const [first = 0, last] = limits;
  if (last === undefined) return [first, first];
  return first < last ? [first, last] : `non-increasing order, previous: ${first}, current: ${last}`;
}

/** How many indexes a text such as `0-3,7` names, or why it cannot be read. Source: validateIndexesFormat. */
export function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0;
  let total = 0;
  let previous: number | undefined;
  for (const part of text.split(',')) {
    const interval = parseInterval(part, completions);
    if (typeof interval === 'string') return interval;
    const [first, last] = interval;
    if (previous !== undefined && previous >= first)
      return `non-increasing order, previous: ${previous}, current: ${first}`;
    total += last - first + 1;
    previous = last;
  }
  return total;
}

/** The intervals of a text that can be read. */
const readable = (text: string, completions: number) =>
  text
    .split(',')
    .map((part) => parseInterval(part, completions))
    .filter((interval) => typeof interval !== 'string');

/** The first index that two texts both name. Source: validateFailedIndexesNotOverlapCompleted. */
export function firstOverlap(left: string, right: string, completions: number): number | undefined {
  const others = readable(right, completions);
  for (const [first, last] of readable(left, completions)) {
    const other = others.find(([from, to]) => first <= to && from <= last);
    if (other) return Math.max(first, other[0]);
  }
  return undefined;
}

function validateRule({ completions = 0 }: Spec, rule: SuccessPolicyRule, field: string): FieldError[] {
  const { succeededCount: count, succeededIndexes: indexes } = rule;
  if (count === undefined && indexes === undefined)
    return [required(field, 'at least one of succeededCount or succeededIndexes must be specified')];
  const errors: FieldError[] = [];
  let total = 0;
  if (indexes !== undefined) {
    const at = `${field}.succeededIndexes`;
    if (byteLength(indexes) > longestIndexes) errors.push(tooLong(at, longestIndexes));
    const counted = countIndexes(indexes, completions);
    if (typeof counted === 'string')
      errors.push(invalidValue(at, indexes, `error parsing succeededIndexes: ${counted}`));
    else total = counted;
  }
  if (count === undefined) return errors;
  const at = `${field}.succeededCount`;
  errors.push(...checkNotNegative(at, count));
  if (count > completions)
    errors.push(
      invalidValue(at, count, `must be less than or equal to ${completions} (the number of specified completions)`),
    );
  if (indexes !== undefined && count > total)
    errors.push(
      invalidValue(
        at,
        count,
        `must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`,
      ),
    );
  return errors;
}

/** Source: pkg/apis/batch/validation validateSuccessPolicy. */
export function validateSuccessPolicy(spec: Spec, policy: SuccessPolicy, field: string): FieldError[] {
  if (spec.completionMode !== 'Indexed')
    return [invalidValue(field, goValue('batch.SuccessPolicy', policy), 'requires indexed completion mode')];
  const { rules = [] } = policy;
  if (rules.length === 0)
    return [required(`${field}.rules`, 'at least one rules must be specified when the successPolicy is specified')];
  const errors = rules.length > mostRules ? [tooMany(`${field}.rules`, rules.length, mostRules)] : [];
  return [...errors, ...rules.flatMap((rule, index) => validateRule(spec, rule, `${field}.rules[${index}]`))];
}
