import { isSame } from '../equal.ts';
import { byteLength } from '../names.ts';
import type { ConfigMap, Secret } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { fromUtf8 } from '../utf8.ts';
import { forbidden, immutable, invalidValue, required, tooLong } from './errors.ts';
import { validateKeys } from './keys.ts';

const sizeLimit = 1048576;

/** Bytes that a base64 text stands for. */
function decodedLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

const sum = (data: Record<string, string> | undefined, length: (text: string) => number) =>
  Object.values(data ?? {}).reduce((total, text) => total + length(text), 0);

/** What is wrong with a ConfigMap, besides its metadata. Source: ValidateConfigMap. */
export function validateConfigMap(configMap: ConfigMap): FieldError[] {
  const { data, binaryData } = configMap;
  const errors = validateKeys(data, 'data');
  for (const key of Object.keys(data ?? {}))
    if (binaryData?.[key] !== undefined)
      errors.push(invalidValue(`data[${key}]`, key, 'duplicate of key present in binaryData'));
  errors.push(...validateKeys(binaryData, 'binaryData'));
  if (sum(data, byteLength) + sum(binaryData, decodedLength) > sizeLimit) errors.push(tooLong('[]', sizeLimit));
  return errors;
}

interface MaybeImmutable {
  immutable?: boolean;
}

function validateImmutable<T extends MaybeImmutable>(
  object: T,
  old: T,
  fields: readonly (keyof T & string)[],
): FieldError[] {
  if (!old.immutable) return [];
  const detail = 'field is immutable when `immutable` is set';
  const errors: FieldError[] = [];
  if (!object.immutable) errors.push(forbidden('immutable', detail));
  for (const field of fields) if (!isSame(object[field] ?? {}, old[field] ?? {})) errors.push(forbidden(field, detail));
  return errors;
}

export const validateConfigMapUpdate = (configMap: ConfigMap, old: ConfigMap): FieldError[] => [
  ...validateImmutable(configMap, old, ['data', 'binaryData']),
  ...validateConfigMap(configMap),
];

/** Keys without which a Secret of the type is refused. */
const needed: Record<string, string[]> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};
const loginKeys = ['username', 'password'];
const accountAnnotation = 'kubernetes.io/service-account.name';

function decodeBase64(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const letter of text.replace(/=+$/, '')) {
    bits = (bits << 6) | letters.indexOf(letter);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 255);
  }
  return fromUtf8(bytes);
}

function validateJson(data: Record<string, string>, key: string): FieldError[] {
  const text = data[key];
  if (text === undefined) return [];
  try {
    JSON.parse(decodeBase64(text));
    return [];
  } catch (error) {
    if (error instanceof SyntaxError)
      return [invalidValue(`data[${key}]`, '<secret contents redacted>', goJsonError(decodeBase64(text)))];
    throw error;
  }
}

/** What Go's decoder says of a text that is no JSON; it names the first character that cannot be. */
function goJsonError(text: string): string {
  if (text.trim() === '') return 'unexpected end of JSON input';
  return `invalid character '${text.trim().charAt(0)}' looking for beginning of value`;
}

/** What is wrong with a Secret, besides its metadata. Source: ValidateSecret. */
export function validateSecret(secret: Secret): FieldError[] {
  const data = secret.data ?? {};
  const type = secret.type ?? '';
  const errors = validateKeys(data, 'data');
  if (sum(data, decodedLength) > sizeLimit) errors.push(tooLong('data', sizeLimit));
  for (const key of needed[type] ?? []) if (data[key] === undefined) errors.push(required(`data[${key}]`));
  if (type === 'kubernetes.io/dockerconfigjson') errors.push(...validateJson(data, '.dockerconfigjson'));
  if (type === 'kubernetes.io/dockercfg') errors.push(...validateJson(data, '.dockercfg'));
  if (type === 'kubernetes.io/basic-auth' && loginKeys.every((key) => data[key] === undefined))
    errors.push(...loginKeys.map((key) => required(`data[${key}]`)));
  if (type === 'kubernetes.io/service-account-token' && !secret.metadata?.annotations?.[accountAnnotation])
    errors.push(required(`metadata.annotations[${accountAnnotation}]`));
  return errors;
}

export const validateSecretUpdate = (secret: Secret, old: Secret): FieldError[] => [
  ...(secret.type === old.type ? [] : [invalidValue('type', secret.type ?? '', immutable)]),
  ...validateImmutable(secret, old, ['data']),
  ...validateSecret(secret),
];
