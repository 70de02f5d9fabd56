/** Profiles of seccomp and AppArmor. Source: pkg/apis/core/validation/validation.go. */
import { goValue } from '../../goValue/goValue.ts';
import { byteLength } from '../../names.ts';
import type { AppArmorProfile, SeccompProfile } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required, tooLong, unsupported } from '../errors.ts';
import { validateLocalPath } from '../volumes/paths.ts';

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];

function validateType(type: string | undefined, name: string, field: string): FieldError[] {
  if (!type) return [required(field, `type is required when ${name} is set`)];
  return types.includes(type) ? [] : [unsupported(field, type, types)];
}

export function validateSeccomp(profile: SeccompProfile | undefined, field: string): FieldError[] {
  if (!profile) return [];
  const { type, localhostProfile: path } = profile;
  const errors = validateType(type, 'seccompProfile', `${field}.type`);
  const at = `${field}.localhostProfile`;
  if (type === 'Localhost')
    errors.push(
      ...(path === undefined
        ? [required(at, 'must be set when seccomp type is Localhost')]
        : validateLocalPath(path, at)),
    );
  else if (path !== undefined)
    errors.push(
      invalidValue(at, goValue('v1.SeccompProfile', profile), 'can only be set when seccomp type is Localhost'),
    );
  return errors;
}

const longestProfile = 4095;
const needsProfile = 'must be set when AppArmor type is Localhost';

export function validateAppArmor(profile: AppArmorProfile | undefined, field: string): FieldError[] {
  if (!profile) return [];
  const { type, localhostProfile: name } = profile;
  const at = `${field}.localhostProfile`;
  const ofType = validateType(type, 'appArmorProfile', `${field}.type`);
  if (ofType.length > 0) return ofType;
  if (type !== 'Localhost')
    return name === undefined ? [] : [invalidValue(at, name, 'can only be set when AppArmor type is Localhost')];
  if (name === undefined) return [required(at, needsProfile)];
  const errors: FieldError[] = [];
  if (name.trim() !== name) errors.push(invalidValue(at, name, 'must not be padded with whitespace'));
  else if (name === '') errors.push(required(at, needsProfile));
  if (byteLength(name) > longestProfile) errors.push(tooLong(at, longestProfile));
  return errors;
}
