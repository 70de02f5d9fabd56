import { isLabelValue, isQualifiedName } from '../names.ts';
import type { LabelSelector } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required } from './errors.ts';
import { validateLabels } from './metadata.ts';

/** A selector by labels. Source: k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateLabelSelector. */
export function validateLabelSelector(selector: LabelSelector | undefined, field: string): FieldError[] {
  const errors = validateLabels(selector?.matchLabels, `${field}.matchLabels`);
  for (const [index, { key, operator, values }] of (selector?.matchExpressions ?? []).entries()) {
    const at = `${field}.matchExpressions[${index}]`;
    const count = values?.length ?? 0;
    if (operator === 'In' || operator === 'NotIn') {
      if (count === 0) errors.push(required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (count > 0)
        errors.push(forbidden(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
    } else errors.push(invalidValue(`${at}.operator`, operator, 'not a valid selector operator'));
    errors.push(...complaints(`${at}.key`, key, isQualifiedName(key)));
    for (const [valueIndex, value] of (values ?? []).entries())
      errors.push(...complaints(`${at}.values[${valueIndex}]`, value, isLabelValue(value)));
  }
  return errors;
}
