import { wrongKind } from '../decoding/wrongKind.ts';
import { isObject } from '../equal.ts';
import { JsonError } from '../json/scan.ts';
import type { ObjectToWrite } from '../objects.ts';
import { apiVersionOf, type Resource } from '../resources.ts';
import { checkType } from '../schema.ts';
import { badRequest, type Failure, internalError } from '../status.ts';
import type { Type } from '../structure.ts';
import { jsonMergePatch } from './jsonMergePatch.ts';
import { JsonPatchError, type JsonPatchOperation, jsonPatch } from './jsonPatch.ts';
import { parseBody } from './parseBody.ts';
import { patchedJson } from './patchedJson.ts';
import { invalidPatch, tooLarge, unprocessable } from './patchFailures.ts';
import { restoreFault } from './restore.ts';
import { mergeMap } from './strategicMergePatch.ts';
import { goText, StrategicPatchError } from './values.ts';

export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

/** What kind of object is patched: that of a resource, or a subresource's own. */
export interface Kind extends Pick<Resource, 'group' | 'version' | 'kind'> {
  type: Type;
}

const versionOf = ({ group, version }: Kind) => apiVersionOf({ group, version } as Resource);

/** The patched object, and the warnings of its decoding; or why there is none. */
export type Patched = { object: ObjectToWrite; warnings: string[] } | Failure;

/** The most operations that one JSON patch may have. */
const mostOperations = 10_000;

const jsonNames: Record<string, string> = { boolean: 'bool' };
const jsonNameOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : (jsonNames[typeof value] ?? typeof value);

const cannotUnmarshal = (value: unknown, into: string) => `json: cannot unmarshal ${jsonNameOf(value)} into Go ${into}`;

/** Answers to fields that the kind does not have: refused, told, or neither. */
function withUnknown(
  object: ObjectToWrite,
  unknown: string[],
  validation: FieldValidation,
  shown: () => string,
): Patched {
  if (validation !== 'Strict') return { object, warnings: validation === 'Warn' ? unknown : [] };
  if (unknown.length === 0) return { object, warnings: [] };
  return invalidPatch(shown(), `strict decoding error: ${unknown.join(', ')}`);
}

function strategic(kind: Kind, old: ObjectToWrite, body: unknown, validation: FieldValidation): Patched {
  const patch = parsed(body, (message) => message);
  if (isRefusal(patch)) return patch;
  const value = patch.value ?? {};
  if (!isObject(value)) return badRequest(cannotUnmarshal(value, 'value of type map[string]interface {}'));
  try {
    const merged = mergeMap(old, value, kind.type, 'object');
    const fault = restoreFault(merged, kind.type);
    if (fault) return invalidPatch(goText(value), fault);
    // Nothing but the type that the URL names counts: a kind in the patch is overwritten.
    const object = { ...merged, apiVersion: versionOf(kind), kind: kind.kind };
    const unknown = checkType(kind.type, object)
      .unknown.map((field) => `unknown field "${field}"`)
      .sort();
    return withUnknown(object, unknown, validation, () => goText(value));
  } catch (error) {
    if (!(error instanceof StrategicPatchError)) throw error;
    if (error.code === 400) return badRequest(error.message);
    return error.code === 422 ? unprocessable() : internalError(error.message);
  }
}

/** A JSON document as the result of a patch, read as an object of the kind. */
function decoded(
  kind: Kind,
  old: ObjectToWrite,
  document: unknown,
  validation: FieldValidation,
  also: string[] = [],
): Patched {
  const shown = () => patchedJson(document, old, kind.type);
  const header =
    'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
  if (!isObject(document))
    return invalidPatch(
      shown(),
      `couldn't get version/kind; json parse error: ${cannotUnmarshal(document, `value of type ${header}`)}`,
    );
  const object = { apiVersion: versionOf(kind), kind: kind.kind, ...document } as ObjectToWrite;
  if (object.kind !== kind.kind || object.apiVersion !== versionOf(kind))
    return invalidPatch(shown(), wrongKind(kind, object));
  const { errors, unknown } = checkType(kind.type, object);
  if (errors[0] !== undefined) return invalidPatch(shown(), errors[0]);
  return withUnknown(object, [...also, ...unknown.map((field) => `unknown field "${field}"`)], validation, shown);
}

function merge(kind: Kind, old: ObjectToWrite, body: unknown, validation: FieldValidation): Patched {
  const patch = parsed(body, (message) => `error decoding patch: ${message}`);
  if (isRefusal(patch)) return patch;
  if (patch.value === null) return badRequest('Invalid JSON Patch');
  if (!isObject(patch.value))
    return badRequest(`error decoding patch: ${cannotUnmarshal(patch.value, 'value of type map[string]interface {}')}`);
  return decoded(kind, old, jsonMergePatch(old, patch.value), validation);
}

const operationFields = ['op', 'path', 'from', 'value'];

/** What is wrong with the operations themselves: the first wrong type, and fields that operations do not have. */
function checkOperations(operations: unknown[]): { fault?: string; unknown: string[] } {
  const unknown: string[] = [];
  for (const [index, operation] of operations.entries()) {
    if (operation === null) continue;
    if (!isObject(operation))
      return { fault: cannotUnmarshal(operation, 'value of type handlers.jsonPatchOp'), unknown };
    for (const name in operation) {
      const value = operation[name];
      if (!operationFields.includes(name)) unknown.push(`json patch unknown field "[${index}].${name}"`);
      else if (name !== 'value' && value !== null && typeof value !== 'string')
        return { fault: cannotUnmarshal(value, `struct field jsonPatchOp.${name} of type string`), unknown };
    }
  }
  return { unknown };
}

function json(kind: Kind, old: ObjectToWrite, body: unknown, validation: FieldValidation): Patched {
  const patch = parsed(body, (message) => `error decoding patch: ${message}`);
  if (isRefusal(patch)) return patch;
  const operations = patch.value ?? [];
  if (!Array.isArray(operations))
    return badRequest(`error decoding patch: ${cannotUnmarshal(operations, 'value of type []handlers.jsonPatchOp')}`);
  const { fault, unknown } = checkOperations(operations);
  if (fault) return badRequest(`error decoding patch: ${fault}`);
  if (operations.length > mostOperations)
    return tooLarge(`The allowed maximum operations in a JSON patch is ${mostOperations}, got ${operations.length}`);
  try {
    const steps = operations.map((operation: JsonPatchOperation | null) => operation ?? {});
    return decoded(kind, old, jsonPatch(old, steps), validation, unknown);
  } catch (error) {
    if (error instanceof JsonPatchError) return unprocessable();
    throw error;
  }
}

type Body = { value: unknown } | Failure;
const isRefusal = (body: Body): body is Failure => 'reason' in body;

/** The patch out of the request's body; `worded` puts a fault of its JSON into the server's words. */
function parsed(body: unknown, worded: (message: string) => string): Body {
  try {
    return { value: parseBody(body) };
  } catch (error) {
    if (error instanceof JsonError) return badRequest(worded(error.message));
    throw error;
  }
}

const patchers = { strategic, merge, json };

/**
 * The object with a patch applied, as the API server decodes it, or its refusal: of a body that is no patch (400), of a
 * patch that cannot be applied, of a result that is no object of the kind (422). Defaults are not filled in.
 */
export function patchObject(
  kind: Kind,
  old: ObjectToWrite,
  patchType: keyof typeof patchers,
  body: unknown,
  validation: FieldValidation,
): Patched {
  return patchers[patchType](kind, old, body, validation);
}
