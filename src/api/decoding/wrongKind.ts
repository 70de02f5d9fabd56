import type { ObjectToWrite } from '../objects.ts';
import { type Resource, resourceOfKind } from '../resources.ts';

/** Why an object that says it is of another kind cannot be one of this kind, as the server's decoder words it. */
export function wrongKind({ group, kind }: Pick<Resource, 'group' | 'kind'>, given: ObjectToWrite): string {
  const { apiVersion = '', kind: other = '' } = given;
  const resource = resourceOfKind(apiVersion, other);
  if (!resource)
    return `no kind ${JSON.stringify(other)} is registered for version ${JSON.stringify(apiVersion)} in scheme "pkg/api/legacyscheme/scheme.go:30"`;
  const internal = group.split('.')[0] || 'core';
  return `converting (${resource.version}.${other}) to (${internal}.${kind}): unknown conversion`;
}
