import type { ObjectToWrite } from '../../api/objects.ts';
import { apiVersionOf, type Resource } from '../../api/resources.ts';
import { badRequest, type Failure } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import type { WriteOptions } from './request.ts';

/**
 * Takes what a client sent for an object of the resource: the right kind, no value of a wrong type, and unknown fields
 * refused, warned of or ignored, as `fieldValidation` asks (default Warn for requests by hand, as the API server's).
 */
export function decode(
  resource: Resource,
  object: ObjectToWrite,
  options: WriteOptions | undefined,
): { object: ObjectToWrite; warnings: string[] } | Failure {
  const apiVersion = apiVersionOf(resource);
  if ((object.kind ?? resource.kind) !== resource.kind || (object.apiVersion ?? apiVersion) !== apiVersion)
    return badRequest(
      `the API version in the data (${object.apiVersion}) does not match the expected API version (${apiVersion})`,
    );
  const typed = { ...object, apiVersion, kind: resource.kind };
  // Components of the cluster write well-formed objects; only what comes from outside carries this option.
  if (!options?.fieldValidation) return { object: typed, warnings: [] };
  const { canonicalize, checkSchema } = laterParts('the schema').decoding;
  const { errors, unknown } = checkSchema(resource.plural, typed);
  const handled = `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}`;
  if (errors.length > 0) return badRequest(`${handled}: ${errors[0]}`);
  const decoded = canonicalize(resource.plural, typed);
  if (unknown.length === 0 || options.fieldValidation === 'Ignore') return { object: decoded, warnings: [] };
  if (options.fieldValidation === 'Strict')
    return badRequest(
      `${handled}: strict decoding error: ${unknown.map((field) => `unknown field "${field}"`).join(', ')}`,
    );
  return { object: decoded, warnings: unknown.map((field) => `unknown field "${field}"`) };
}
