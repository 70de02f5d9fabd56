import { byteLength, isConditionReason, isQualifiedName } from '../names.ts';
import type { Condition } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, invalidValue, required, tooLong, unsupported } from './errors.ts';

const statuses = ['False', 'True', 'Unknown'];
const longestReason = 1024;
const longestMessage = 32 * 1024;

function validateCondition(condition: Condition, field: string): FieldError[] {
  const { type, status, observedGeneration = 0, lastTransitionTime, reason, message } = condition;
  const errors = complaints(`${field}.type`, type, isQualifiedName(type));
  if (!statuses.includes(status)) errors.push(unsupported(`${field}.status`, status, statuses));
  if (observedGeneration < 0)
    errors.push(
      invalidValue(`${field}.observedGeneration`, observedGeneration, 'must be greater than or equal to zero'),
    );
  if (!lastTransitionTime) errors.push(required(`${field}.lastTransitionTime`));
  if (!reason) errors.push(required(`${field}.reason`));
  else {
    errors.push(...complaints(`${field}.reason`, reason, isConditionReason(reason)));
    if (byteLength(reason) > longestReason) errors.push(tooLong(`${field}.reason`, longestReason));
  }
  if (byteLength(message ?? '') > longestMessage) errors.push(tooLong(`${field}.message`, longestMessage));
  return errors;
}

/** Conditions in a status, of which each type is there once. Source: apimachinery meta/v1/validation ValidateConditions. */
export const validateConditions = (conditions: readonly Condition[] = [], field: string): FieldError[] =>
  conditions.flatMap((condition, index) => {
    const at = `${field}[${index}]`;
    const isSecond = conditions.findIndex(({ type }) => type === condition.type) < index;
    return [...(isSecond ? [duplicate(`${at}.type`, condition.type)] : []), ...validateCondition(condition, at)];
  });
