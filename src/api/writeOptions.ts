import { byteLength } from './names.ts';
import { resourceOf } from './resources.ts';
import { type Failure, type FieldError, invalid } from './status.ts';

/** What a client may say of a write. */
export interface ClientOptions {
  fieldManager?: string;
  force?: boolean;
}

const longestManager = 128;

/** What is wrong with the name of a manager. Source: apis/meta/v1/validation ValidateFieldManager. */
function managerErrors(manager: string): FieldError[] {
  const field = 'fieldManager';
  const errors: FieldError[] = [];
  if (byteLength(manager) > longestManager)
    errors.push({ type: 'Too long', field, detail: `may not be more than ${longestManager} bytes` });
  let at = 0;
  for (const letter of manager) {
    if (/[\p{C}\p{Z}]/u.test(letter) && letter !== ' ')
      errors.push({
        type: 'Invalid value',
        field,
        value: manager,
        detail: `invalid character U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} (at position ${at})`,
      });
    at += byteLength(letter);
  }
  return errors;
}

/** The refusal of options that do not go together. Source: ValidateCreateOptions, ValidateUpdateOptions, ValidatePatchOptions. */
export function checkOptions(
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions',
  { fieldManager = '', force }: ClientOptions,
  isApply = false,
): Failure | undefined {
  const errors: FieldError[] = [];
  if (isApply && fieldManager === '')
    errors.push({ type: 'Required value', field: 'fieldManager', detail: 'is required for apply patch' });
  if (!isApply && force !== undefined)
    errors.push({ type: 'Forbidden', field: 'force', detail: 'may not be specified for non-apply patch' });
  errors.push(...managerErrors(fieldManager));
  // Options are no resource: only their kind and group are told.
  return errors.length > 0 ? invalid({ ...resourceOf('pods'), group: 'meta.k8s.io', kind }, '', errors) : undefined;
}
