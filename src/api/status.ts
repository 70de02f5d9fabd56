import type { Status, StatusCause } from './generated/kubernetes.ts';
import type { Resource } from './resources.ts';

/** What the API server answers instead of an object where it refuses. Source: k8s.io/apimachinery api/errors. */
export interface Failure extends Status {
  kind: 'Status';
  apiVersion: 'v1';
  status: 'Failure';
  message: string;
  /** Absent where the server has no name for the error. */
  reason?: string;
  code: number;
}

/** Any refusal. */
export function failure(code: number, reason: string, message: string, details?: Failure['details']): Failure {
  const status: Failure = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code };
  if (reason) status.reason = reason;
  if (details) status.details = details;
  return status;
}

/** `deployments.apps`, as messages name a resource. */
export function qualified(resource: Pick<Resource, 'plural' | 'group'>): string {
  return resource.group ? `${resource.plural}.${resource.group}` : resource.plural;
}

const about = (resource: Resource, name: string) => ({
  name,
  ...(resource.group && { group: resource.group }),
  kind: resource.plural,
});

/** 404: `pods "web" not found`. */
export function notFound(resource: Resource, name: string): Failure {
  return failure(404, 'NotFound', `${qualified(resource)} "${name}" not found`, about(resource, name));
}

/** 409: `pods "web" already exists`. */
export function alreadyExists(resource: Resource, name: string): Failure {
  return failure(409, 'AlreadyExists', `${qualified(resource)} "${name}" already exists`, about(resource, name));
}

/** 409 for a stale resourceVersion, or another reason in `why`. */
export function conflict(
  resource: Resource,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): Failure {
  return failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    about(resource, name),
  );
}

/** 403 of an admission step. */
export function forbidden(resource: Resource, name: string, why: string): Failure {
  return failure(403, 'Forbidden', `${qualified(resource)} "${name}" is forbidden: ${why}`, about(resource, name));
}

/** 400. */
export function badRequest(message: string): Failure {
  return failure(400, 'BadRequest', message);
}

/** 500, without a reason: the server knows no better name for the error. */
export function internalError(message: string): Failure {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code: 500 };
}

/** 410: a watch or list from a revision that has been compacted. */
export function gone(requested: number, compacted: number): Failure {
  return failure(410, 'Expired', `too old resource version: ${requested} (${compacted})`);
}

/** 500 of something that the server could not do. Source: NewInternalError. */
export function couldNot(why: string): Failure {
  return failure(500, 'InternalError', `Internal error occurred: ${why}`, { causes: [{ message: why }] });
}

/** 404 for a path that leads nowhere, as that of a subresource which the resource does not have. */
export function noSuchResource(): Failure {
  return failure(404, 'NotFound', 'the server could not find the requested resource', {});
}

/** 405. */
export function methodNotAllowed(): Failure {
  return failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource');
}

/** 422: `Pod "web" is invalid: spec.containers: Required value`, with one cause for each error. Source: NewInvalid. */
export function invalid(
  resource: Pick<Resource, 'kind' | 'group'>,
  name: string,
  errors: readonly FieldError[],
): Failure {
  const causes: StatusCause[] = errors.map((error) => ({
    reason: causeReasons[error.type],
    message: bodyOf(error),
    field: error.field,
  }));
  const texts = [...new Set(errors.map((error) => `${error.field}: ${bodyOf(error)}`))];
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const kind = resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
  return failure(422, 'Invalid', `${kind} "${name}" is invalid: ${list}`, {
    ...(name && { name }),
    ...(resource.group && { group: resource.group }),
    kind: resource.kind,
    causes,
  });
}

/** What is answered where something was done and there is no object to show. */
export const success: Status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };

export function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && answer.kind === 'Status' && 'status' in answer && answer.status === 'Failure';
}

/** One finding of validation. Source: k8s.io/apimachinery util/validation/field. */
export interface FieldError {
  type: keyof typeof causeReasons;
  /** `spec.containers[0].name` */
  field: string;
  /** The offending value, where the type shows it; strings are quoted, other values are written as JSON. */
  value?: unknown;
  /** The value is not shown, though the type would show it. */
  omitValue?: true;
  detail?: string;
}

const causeReasons = {
  'Required value': 'FieldValueRequired',
  'Invalid value': 'FieldValueInvalid',
  'Duplicate value': 'FieldValueDuplicate',
  'Unsupported value': 'FieldValueNotSupported',
  'Not found': 'FieldValueNotFound',
  Forbidden: 'FieldValueForbidden',
  'Too long': 'FieldValueTooLong',
  'Too many': 'FieldValueTooMany',
  'Internal error': 'InternalError',
} as const;

const withoutValue: readonly FieldError['type'][] = [
  'Required value',
  'Forbidden',
  'Too long',
  'Too many',
  'Internal error',
];

function bodyOf(error: FieldError): string {
  const shown =
    withoutValue.includes(error.type) || error.omitValue
      ? error.type
      : `${error.type}: ${JSON.stringify(error.value ?? null)}`;
  return error.detail ? `${shown}: ${error.detail}` : shown;
}
