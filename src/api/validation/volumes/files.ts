import type {
  ConfigMapVolumeSource,
  DownwardAPIVolumeFile,
  DownwardAPIVolumeSource,
  KeyToPath,
  SecretVolumeSource,
} from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required } from '../errors.ts';
import { validateFieldRef, validateResourceFieldRef, volumeFields } from '../pod/fieldRefs.ts';
import { validateFilePath } from './paths.ts';

/** The permissions of a file. */
export const validateMode = (mode: number | undefined, field: string): FieldError[] =>
  mode !== undefined && (mode < 0 || mode > 0o777)
    ? [invalidValue(field, mode, 'must be a number between 0 and 0777 (octal), both inclusive')]
    : [];

const validatePath = (path: string | undefined, field: string): FieldError[] => [
  ...(path ? [] : [required(field)]),
  ...validateFilePath(path ?? '', field),
];

/** Keys of a ConfigMap or Secret and the files they become. Source: validateKeyToPath. */
export const validateItems = (items: KeyToPath[] | undefined, field: string): FieldError[] =>
  (items ?? []).flatMap(({ key, path, mode }, index) => [
    ...(key ? [] : [required(`${field}[${index}].key`)]),
    ...validatePath(path, `${field}[${index}].path`),
    ...validateMode(mode, `${field}[${index}].mode`),
  ]);

/** A file with something of the Pod in it. Source: validateDownwardAPIVolumeFile, whose paths have no index. */
export function validateDownwardFile(file: DownwardAPIVolumeFile, field: string): FieldError[] {
  const errors = validatePath(file.path, `${field}.path`);
  const { fieldRef, resourceFieldRef } = file;
  if (fieldRef) {
    errors.push(...validateFieldRef(fieldRef, `${field}.fieldRef`, volumeFields));
    if (resourceFieldRef)
      errors.push(invalidValue(field, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'));
  } else if (resourceFieldRef)
    errors.push(...validateResourceFieldRef(resourceFieldRef, `${field}.resourceFieldRef`, true));
  else errors.push(required(field, 'one of fieldRef and resourceFieldRef is required'));
  return [...errors, ...validateMode(file.mode, `${field}.mode`)];
}

export const validateConfigMap = (source: ConfigMapVolumeSource, field: string): FieldError[] => [
  ...(source.name ? [] : [required(`${field}.name`)]),
  ...validateMode(source.defaultMode, `${field}.defaultMode`),
  ...validateItems(source.items, `${field}.items`),
];

export const validateSecret = (source: SecretVolumeSource, field: string): FieldError[] => [
  ...(source.secretName ? [] : [required(`${field}.secretName`)]),
  ...validateMode(source.defaultMode, `${field}.defaultMode`),
  ...validateItems(source.items, `${field}.items`),
];

export const validateDownwardApi = (source: DownwardAPIVolumeSource, field: string): FieldError[] => [
  ...validateMode(source.defaultMode, `${field}.defaultMode`),
  ...(source.items ?? []).flatMap((file) => validateDownwardFile(file, field)),
];
