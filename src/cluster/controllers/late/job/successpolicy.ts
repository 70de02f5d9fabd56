import type { SuccessPolicy } from '../../../../api/objects.ts';
import { hasIndex, type Intervals, parseIndexes, totalOf } from './intervals.ts';

/** Says which rule of a success policy the succeeded indexes meet, if any. Source: success_policy.go matchSuccessPolicy. */
export function matchSuccessPolicy(
  policy: SuccessPolicy | undefined,
  completions: number,
  succeeded: Intervals,
): string | undefined {
  if (succeeded.length === 0) return undefined;
  const index = (policy?.rules ?? []).findIndex(({ succeededIndexes, succeededCount }) => {
    if (succeededIndexes === undefined) return succeededCount !== undefined && totalOf(succeeded) >= succeededCount;
    const required = parseIndexes(succeededIndexes, completions);
    const count = countCommon(required, succeeded);
    return count === totalOf(required) || (succeededCount !== undefined && count >= succeededCount);
  });
  return index < 0 ? undefined : `Matched rules at index ${index}`;
}

function countCommon(required: Intervals, succeeded: Intervals): number {
  let count = 0;
  for (const [first, last] of required)
    for (let index = first; index <= last; index++) if (hasIndex(succeeded, index)) count++;
  return count;
}
