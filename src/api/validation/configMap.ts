import { byteLength, isConfigMapKey } from '../names.ts';
import type { ConfigMap } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, tooLong } from './errors.ts';
import { mostBytes, sizeOfBase64, validateImmutableData } from './immutableData.ts';

/** What is wrong with a ConfigMap, besides its metadata. Source: ValidateConfigMap. */
export function validateConfigMap({ data = {}, binaryData = {} }: ConfigMap): FieldError[] {
  const errors: FieldError[] = [];
  let size = sizeOfBase64(binaryData);
  for (const [key, text] of Object.entries(data)) {
    errors.push(...complaints(`data[${key}]`, key, isConfigMapKey(key)));
    if (Object.hasOwn(binaryData, key))
      errors.push(invalidValue(`data[${key}]`, key, 'duplicate of key present in binaryData'));
    size += byteLength(text);
  }
  for (const key of Object.keys(binaryData)) errors.push(...complaints(`binaryData[${key}]`, key, isConfigMapKey(key)));
  // The field is the whole object, whose path is empty.
  return size > mostBytes ? [...errors, tooLong('[]', mostBytes)] : errors;
}

/** What is wrong with a change of a ConfigMap. Source: ValidateConfigMapUpdate. */
export const validateConfigMapUpdate = (configMap: ConfigMap, old: ConfigMap): FieldError[] => [
  ...validateImmutableData(configMap, old, ['data', 'binaryData']),
  ...validateConfigMap(configMap),
];
