import { isLabelValue, isQualifiedName } from '../../names.ts';
import type { Toleration } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, unsupported } from '../errors.ts';

export const taintEffects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Comparisons are known and refused: their feature gate is off (TaintTolerationComparisonOperators). */
function validateOperator({ operator, value = '' }: Toleration, field: string): FieldError[] {
  switch ((operator ?? '') as string) {
    case '':
    case 'Equal': {
      const wrong = isLabelValue(value);
      return wrong.length > 0 ? [invalidValue(field, value, wrong.join(';'))] : [];
    }
    case 'Exists':
      return value ? [invalidValue(field, value, "value must be empty when `operator` is 'Exists'")] : [];
    case 'Lt':
    case 'Gt':
      return [unsupported(field, operator, ['Equal', 'Exists', 'Lt', 'Gt'])];
    default:
      return [unsupported(field, operator, ['Equal', 'Exists'])];
  }
}

const needsExists = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
const needsNoExecute = "effect must be 'NoExecute' when `tolerationSeconds` is set";

function validateToleration(toleration: Toleration, field: string): FieldError[] {
  const { key, operator = '', effect = '', tolerationSeconds } = toleration;
  const errors: FieldError[] = [];
  if (key) errors.push(...complaints(`${field}.key`, key, isQualifiedName(key)));
  else if (operator !== 'Exists') errors.push(invalidValue(`${field}.operator`, operator, needsExists));
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(invalidValue(`${field}.effect`, effect, needsNoExecute));
  errors.push(...validateOperator(toleration, `${field}.operator`));
  if (effect && !taintEffects.includes(effect)) errors.push(unsupported(`${field}.effect`, effect, taintEffects));
  return errors;
}

/** Which taints the Pod bears. Source: ValidateTolerations. */
export const validateTolerations = (tolerations: Toleration[] | undefined, field: string): FieldError[] =>
  (tolerations ?? []).flatMap((toleration, index) => validateToleration(toleration, `${field}[${index}]`));
