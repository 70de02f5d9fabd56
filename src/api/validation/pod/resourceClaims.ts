import { goValue } from '../../goValue/goValue.ts';
import { isDnsLabel, isDnsSubdomain } from '../../names.ts';
import type { ObjectMeta, PodResourceClaim, ResourceClaim } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, duplicate, forbidden, invalidValue, notFoundValue, required } from '../errors.ts';

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

/** The claims of a container are among those of its Pod, each named once. Source: validateResourceClaimNames. */
export function validateClaimNames(
  claims: ResourceClaim[] | undefined,
  podClaims: readonly PodResourceClaim[],
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const used = new Set<string>();
  const known = sorted(podClaims.map(({ name }) => name).filter(Boolean));
  for (const [index, { name, request }] of (claims ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (!name) {
      errors.push(required(at));
      continue;
    }
    const key = request ? `${name}/${request}` : name;
    if (used.has(name)) errors.push(duplicate(at, name));
    else {
      if (request) errors.push(...complaints(`${at}.request`, request, isDnsLabel(request)));
      if (used.has(key)) errors.push(duplicate(at, key));
      // The whole claim after requests of it: each of these is spoken of.
      else if (!request) for (const other of used) if (other.startsWith(`${name}/`)) errors.push(duplicate(at, name));
      used.add(key);
    }
    if (!known.includes(name)) {
      const which = known.length === 0 ? ' which is empty' : `: ${known.join(', ')}`;
      errors.push({
        ...notFoundValue(at, name),
        detail: `must be one of the names in pod.spec.resourceClaims${which}`,
      });
    }
  }
  return errors;
}

function validateClaim(claim: PodResourceClaim, field: string, names: Set<string>): FieldError[] {
  const { name, resourceClaimName, resourceClaimTemplateName } = claim;
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${field}.name`));
  else if (names.has(name)) errors.push(duplicate(`${field}.name`, name));
  else {
    errors.push(...complaints(`${field}.name`, name, isDnsLabel(name)));
    names.add(name);
  }
  const invalid = (detail: string) => errors.push(invalidValue(field, goValue('v1.PodResourceClaim', claim), detail));
  if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined)
    invalid('at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified');
  if (resourceClaimName === undefined && resourceClaimTemplateName === undefined)
    invalid('must specify one of: `resourceClaimName`, `resourceClaimTemplateName`');
  for (const [kind, value] of Object.entries({ resourceClaimName, resourceClaimTemplateName }))
    if (value !== undefined) errors.push(...complaints(`${field}.${kind}`, value, isDnsSubdomain(value)));
  return errors;
}

/** The claims of a Pod; a static Pod has none. Source: validatePodResourceClaims. */
export function validatePodClaims(
  claims: PodResourceClaim[] | undefined,
  metadata: ObjectMeta | undefined,
  field: string,
): FieldError[] {
  const names = new Set<string>();
  const isStatic = metadata?.annotations?.['kubernetes.io/config.mirror'] !== undefined;
  return (claims ?? []).flatMap((claim, index) =>
    isStatic
      ? [forbidden('[]', 'static pods do not support resource claims')]
      : validateClaim(claim, `${field}[${index}]`, names),
  );
}
