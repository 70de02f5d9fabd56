import type { Job, SuccessPolicy, SuccessPolicyRule } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue, required, tooMany } from './errors.ts';

type Spec = NonNullable<Job['spec']>;
const mostRules = 20;
const longestIndexes = 65536;

/** How many indexes a text such as `0-3,7` names, or why it cannot be read. Source: validateIndexesFormat. */
export function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0;
  let total = 0;
  let last: number | undefined;
  for (const part of text.split(',')) {
    const [first = '', end, ...more] = part.split('-');
    if (more.length > 0)
      return `the fragment "${part}" violates the requirement that an index interval can have at most two parts separated by '-'`;
    for (const index of end === undefined ? [first] : [first, end])
      if (!/^[+-]?\d+$/.test(index)) return `cannot convert string to integer for index: "${index}"`;
    const [from, to] = [Number(first), Number(end ?? first)];
    if (from >= completions) return `too large index: "${first}"`;
    if (to >= completions) return `too large index: "${end}"`;
    if (last !== undefined && last >= from) return `non-increasing order, previous: ${last}, current: ${from}`;
    if (end !== undefined && from >= to) return `non-increasing order, previous: ${from}, current: ${to}`;
    total += to - from + 1;
    last = to;
  }
  return total;
}

function validateRule({ completions = 0 }: Spec, rule: SuccessPolicyRule, field: string): FieldError[] {
  const { succeededCount: count, succeededIndexes: indexes } = rule;
  if (count === undefined && indexes === undefined)
    return [required(field, 'at least one of succeededCount or succeededIndexes must be specified')];
  const errors: FieldError[] = [];
  let total = 0;
  if (indexes !== undefined) {
    const at = `${field}.succeededIndexes`;
    if (indexes.length > longestIndexes)
      errors.push({ type: 'Too long', field: at, detail: `may not be more than ${longestIndexes} bytes` });
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
  if (spec.completionMode !== 'Indexed') return [invalidValue(field, policy, 'requires indexed completion mode')];
  const { rules = [] } = policy;
  if (rules.length === 0)
    return [required(`${field}.rules`, 'at least one rules must be specified when the successPolicy is specified')];
  const errors = rules.length > mostRules ? [tooMany(`${field}.rules`, rules.length, mostRules)] : [];
  return [...errors, ...rules.flatMap((rule, index) => validateRule(spec, rule, `${field}.rules[${index}]`))];
}
