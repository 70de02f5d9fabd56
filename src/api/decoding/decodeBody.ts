import { canonicalize } from '../canonical.ts';
import { isObject } from '../equal.ts';
import type { ObjectToWrite } from '../objects.ts';
import { checkBodySize } from '../patch/bodySize.ts';
import { apiVersionOf, type Resource } from '../resources.ts';
import { checkSchema } from '../schema.ts';
import { badRequest, type Failure } from '../status.ts';
import { withOwnersOnce } from './owners.ts';
import { wrongKind } from './wrongKind.ts';

/** An object as the server has understood it, and what its decoder warns of. */
export interface DecodedBody {
  object: ObjectToWrite;
  warnings: string[];
}

/** So much of a body is shown where not even its kind can be read. */
const shownLength = 30;

const header =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

const jsonName = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

/** The beginning of a body; of one that is no object its bytes. Source: apiserver handlers summarizeData. */
function summary(body: unknown): string {
  const text = JSON.stringify(body ?? null);
  if (text.startsWith('{')) return text.length > shownLength ? `${text.slice(0, shownLength)} ...` : text;
  const bytes = [...text.slice(0, shownLength)].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'));
  return `${bytes.join('')}${text.length > shownLength ? ' ...' : ''}`;
}

/** Why a body says nothing of its kind. Source: apimachinery SimpleMetaFactory.Interpret. */
function headerFault(body: unknown): string | undefined {
  const unread = (value: unknown, into: string) =>
    `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonName(value)} into Go ${into}`;
  if (body === null) return undefined;
  if (!isObject(body)) return unread(body, `value of type ${header}`);
  for (const name of ['apiVersion', 'kind'] as const) {
    const value = body[name] ?? '';
    if (typeof value !== 'string') return unread(value, `struct field .${name} of type string`);
  }
  const version = String(body.apiVersion ?? '');
  return version.split('/').length > 2 ? `unexpected GroupVersion string: ${version}` : undefined;
}

/**
 * What a client sent for an object of the resource: of the right kind, no value of a wrong type, and unknown fields
 * refused, warned of or ignored. Source: k8s.io/apiserver endpoints/handlers/create.go, rest.go transformDecodeError.
 */
export function decodeBody(
  resource: Resource,
  body: unknown,
  fieldValidation: 'Strict' | 'Warn' | 'Ignore',
): DecodedBody | Failure {
  const tooLarge = checkBodySize(body);
  if (tooLarge) return tooLarge;
  const fault = headerFault(body);
  if (fault !== undefined)
    return badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): ${fault} (${summary(body)})`,
    );
  const given = (body ?? {}) as ObjectToWrite;
  const apiVersion = given.apiVersion || apiVersionOf(resource);
  const kind = given.kind || resource.kind;
  const typed: ObjectToWrite = { ...given, apiVersion, kind };
  const refuse = (why: string) =>
    badRequest(`${kind} in version "${apiVersion.split('/').at(-1)}" cannot be handled as a ${resource.kind}: ${why}`);
  if (apiVersion !== apiVersionOf(resource) || kind !== resource.kind) return refuse(wrongKind(resource, typed));
  const { errors, unknown } = checkSchema(resource.plural, typed);
  if (errors[0] !== undefined) return refuse(errors[0]);
  const told = [...new Set(unknown)].map((field) => `unknown field "${field}"`);
  if (told.length > 0 && fieldValidation === 'Strict') return refuse(`strict decoding error: ${told.join(', ')}`);
  const { object, warnings } = withOwnersOnce(canonicalize(resource.plural, typed));
  return { object, warnings: [...(fieldValidation === 'Warn' ? told : []), ...warnings] };
}
