import { isQualifiedName } from '../../names.ts';
import type { PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, duplicate } from '../errors.ts';

/** What must come true before the Pod is ready. Source: validateReadinessGates. */
export const validateReadinessGates = ({ readinessGates }: PodSpec, field: string): FieldError[] =>
  (readinessGates ?? []).flatMap(({ conditionType = '' }, index) =>
    complaints(`${field}[${index}].conditionType`, conditionType, isQualifiedName(conditionType)),
  );

/** What holds the Pod back from being scheduled. Source: validateSchedulingGates. */
export function validateSchedulingGates({ schedulingGates }: PodSpec, field: string): FieldError[] {
  const seen = new Set<string>();
  return (schedulingGates ?? []).flatMap(({ name = '' }, index) => {
    const at = `${field}[${index}]`;
    const errors = complaints(at, name, isQualifiedName(name));
    if (seen.has(name)) errors.push(duplicate(at, name));
    seen.add(name);
    return errors;
  });
}
