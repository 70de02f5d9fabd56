import { decodeBase64Bytes } from '../base64.ts';
import { JsonError, parseJson } from '../json/scan.ts';
import { isConfigMapKey } from '../names.ts';
import type { Secret } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { fromUtf8 } from '../utf8.ts';
import { complaints, immutable, invalidValue, required, tooLong } from './errors.ts';
import { mostBytes, sizeOfBase64, validateImmutableData } from './immutableData.ts';

type Data = Record<string, string>;

const accountAnnotation = 'kubernetes.io/service-account.name';

/** Why bytes are no JSON object, in the words of Go's encoding/json; undefined where they are one, or null. */
function refusedObject(text: string): string | undefined {
  try {
    const value = parseJson(text);
    if (typeof value === 'object' && !Array.isArray(value)) return undefined;
    const kind = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
    return `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`;
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
}

function validateJson(data: Data, key: string): FieldError[] {
  const text = data[key];
  if (text === undefined) return [required(`data[${key}]`)];
  const why = refusedObject(fromUtf8(decodeBase64Bytes(text)));
  return why === undefined ? [] : [invalidValue(`data[${key}]`, '<secret contents redacted>', why)];
}

const missing = (data: Data, keys: readonly string[]): FieldError[] =>
  keys.filter((key) => data[key] === undefined).map((key) => required(`data[${key}]`));

const loginKeys = ['username', 'password'];

/** What the type of a Secret asks for; types of others ask for nothing. */
const ofType: Record<string, (data: Data, secret: Secret) => FieldError[]> = {
  // All else is filled in by a controller.
  'kubernetes.io/service-account-token': (_data, { metadata }) =>
    metadata?.annotations?.[accountAnnotation] ? [] : [required(`metadata.annotations[${accountAnnotation}]`)],
  'kubernetes.io/dockercfg': (data) => validateJson(data, '.dockercfg'),
  'kubernetes.io/dockerconfigjson': (data) => validateJson(data, '.dockerconfigjson'),
  'kubernetes.io/basic-auth': (data) => {
    const errors = missing(data, loginKeys);
    return errors.length === loginKeys.length ? errors : [];
  },
  'kubernetes.io/ssh-auth': (data) => (data['ssh-privatekey'] ? [] : [required('data[ssh-privatekey]')]),
  'kubernetes.io/tls': (data) => missing(data, ['tls.crt', 'tls.key']),
};

/** What is wrong with a Secret, besides its metadata. Source: ValidateSecret. */
export function validateSecret(secret: Secret): FieldError[] {
  const { data = {}, type = '' } = secret;
  const errors = Object.keys(data).flatMap((key) => complaints(`data[${key}]`, key, isConfigMapKey(key)));
  if (sizeOfBase64(data) > mostBytes) errors.push(tooLong('data', mostBytes));
  return [...errors, ...(ofType[type]?.(data, secret) ?? [])];
}

/** What is wrong with a change of a Secret. Source: ValidateSecretUpdate. */
export const validateSecretUpdate = (secret: Secret, old: Secret): FieldError[] => [
  ...(secret.type === old.type ? [] : [invalidValue('type', secret.type ?? '', immutable)]),
  ...validateImmutableData(secret, old, ['data']),
  ...validateSecret(secret),
];
