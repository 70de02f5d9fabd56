import type { Failure } from '../status.ts';

/** Refusals of patches, which name no object. Source: k8s.io/apiserver endpoints/handlers/patch.go and its errors. */
function failure(code: number, reason: string, message: string, details?: Failure['details']): Failure {
  const status: Failure = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code };
  if (reason) status.reason = reason;
  if (details) status.details = details;
  return status;
}

/** 422 without a word of what is wrong: only the log of the server has it. */
export const unprocessable = (): Failure =>
  failure(422, 'Invalid', 'the server rejected our request due to an error in our request', {});

/** 422 of a patch whose result is no object of the kind; `shown` is the patch or its result. */
export function invalidPatch(shown: string, detail: string): Failure {
  const message = `Invalid value: ${JSON.stringify(shown)}: ${detail}`;
  return failure(422, 'Invalid', ` "" is invalid: patch: ${message}`, {
    causes: [{ reason: 'FieldValueInvalid', message, field: 'patch' }],
  });
}

/** 413. */
export const tooLarge = (message: string): Failure =>
  failure(413, 'RequestEntityTooLarge', `Request entity too large: ${message}`);

/** 409 of an apply, which names the fields in question. */
export const applyConflict = (message: string, causes: NonNullable<Failure['details']>['causes']): Failure =>
  failure(409, 'Conflict', message, causes ? { causes } : {});
