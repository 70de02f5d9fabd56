import type { ObjectToWrite } from '../../api/objects.ts';
import { apiVersionOf, type Resource } from '../../api/resources.ts';
import type { Failure } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import type { WriteOptions } from './request.ts';

/**
 * Takes what was sent for an object of the resource. Components of the cluster write well-formed objects; only what comes
 * from outside says how its fields are to be validated, and is decoded as the API server decodes a body.
 */
export function decode(
  resource: Resource,
  object: ObjectToWrite,
  options: WriteOptions | undefined,
): { object: ObjectToWrite; warnings: string[] } | Failure {
  const fieldValidation = options?.fieldValidation;
  if (fieldValidation) return laterParts('the schema').decoding.decodeBody(resource, object, fieldValidation);
  return { object: { ...object, apiVersion: apiVersionOf(resource), kind: resource.kind }, warnings: [] };
}
