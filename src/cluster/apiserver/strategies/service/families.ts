import { isIPv6 } from '../../../../api/addresses.ts';
import { isSame } from '../../../../api/equal.ts';
import type { ServiceSpec } from '../../../../api/objects.ts';
import type { FieldError } from '../../../../api/status.ts';
import { invalidValue } from '../../../../api/validation/errors.ts';
import { needsClusterIP } from './needs.ts';

type Policy = NonNullable<ServiceSpec['ipFamilyPolicy']>;
type Family = NonNullable<ServiceSpec['ipFamilies']>[number];

/** The one family of addresses that the cluster has. */
const own: Family = 'IPv4';

const isPreferring = ({ ipFamilyPolicy = 'PreferDualStack' }: ServiceSpec) => ipFamilyPolicy === 'PreferDualStack';

/** A Service that prefers both families stays as it is until it says otherwise. */
const isPreferringAsBefore = (next: ServiceSpec, old: ServiceSpec | undefined): boolean =>
  old !== undefined &&
  next.ipFamilyPolicy !== undefined &&
  next.type === old.type &&
  isPreferring(next) &&
  isPreferring(old) &&
  isSame(next.clusterIPs ?? [], old.clusterIPs ?? []) &&
  isSame(next.ipFamilies ?? [], old.ipFamilies ?? []);

const isSelectorless = ({ selector }: ServiceSpec) => Object.keys(selector ?? {}).length === 0;

function policyOf(next: ServiceSpec, old: ServiceSpec | undefined): Policy {
  const given = next.ipFamilyPolicy ?? old?.ipFamilyPolicy;
  // Nobody knows which addresses the endpoints of a headless Service without selector will have.
  return given ?? (next.clusterIP === 'None' && isSelectorless(next) ? 'RequireDualStack' : 'SingleStack');
}

/** Takes the second address and family off who goes back to one; says what does not fit the policy. */
function fitToPolicy(spec: ServiceSpec, old: ServiceSpec | undefined, wrong: (detail: string) => void): void {
  const isSingle = spec.ipFamilyPolicy === 'SingleStack';
  const { clusterIPs = [], ipFamilies = [] } = spec;
  if (old && isSingle) {
    if (clusterIPs.length > 1 && isSame(clusterIPs, old.clusterIPs)) spec.clusterIPs = clusterIPs.slice(0, 1);
    if (ipFamilies.length > 1 && isSame(ipFamilies, old.ipFamilies)) spec.ipFamilies = ipFamilies.slice(0, 1);
  } else if (old) {
    const isReduced = (now: string[], before: string[] = []) => now.length > 0 && now.length < before.length;
    if (isReduced(clusterIPs, old.clusterIPs)) wrong("must be 'SingleStack' to release the secondary cluster IP");
    if (isReduced(ipFamilies, old.ipFamilies)) wrong("must be 'SingleStack' to release the secondary IP family");
  }
  const both = "must be 'RequireDualStack' or 'PreferDualStack' when multiple";
  if (isSingle && spec.clusterIPs?.length === 2) wrong(`${both} cluster IPs are specified`);
  if (isSingle && spec.ipFamilies?.length === 2) wrong(`${both} IP families are specified`);
}

/**
 * The spec with its policy and families on a cluster that has IPv4 alone, or why it cannot have them; `check` looks at
 * the addresses and families themselves before. Source: initIPFamilyFields of pkg/registry/core/service/storage/alloc.go.
 */
export function withFamilies(
  next: ServiceSpec,
  old: ServiceSpec | undefined,
  check: (spec: ServiceSpec) => FieldError[],
): ServiceSpec | FieldError[] {
  if (!needsClusterIP(next) || isPreferringAsBefore(next, old)) return next;
  const spec: ServiceSpec = { ...next, ipFamilyPolicy: policyOf(next, old) };
  const malformed = check(spec);
  if (malformed.length > 0) return malformed;
  const errors: FieldError[] = [];
  const wrong = (field: string, value: unknown, detail: string) => errors.push(invalidValue(field, value, detail));
  const wrongPolicy = (detail: string) => wrong('spec.ipFamilyPolicy', spec.ipFamilyPolicy, detail);
  fitToPolicy(spec, old, wrongPolicy);
  for (const [index, address] of (spec.clusterIPs ?? []).entries()) {
    if (address === 'None') break;
    if (index < (spec.ipFamilies?.length ?? 0)) continue;
    if (isIPv6(address)) wrong(`spec.clusterIPs[${index}]`, spec.clusterIPs, 'IPv6 is not configured on this cluster');
    else spec.ipFamilies = [...(spec.ipFamilies ?? []), own];
  }
  if (errors.length > 0) return errors;

  const families: Family[] = spec.ipFamilies?.length ? spec.ipFamilies : [own];
  if (spec.clusterIP === 'None' && isSelectorless(spec)) {
    const isBoth = families.length > 1 || spec.ipFamilyPolicy === 'SingleStack';
    return { ...spec, ipFamilies: isBoth ? families : [...families, families[0] === own ? 'IPv6' : own] };
  }
  if (spec.ipFamilyPolicy === 'RequireDualStack') wrongPolicy('this cluster is not configured for dual-stack services');
  for (const [index, family] of families.entries())
    if (family !== own) wrong(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster');
  return errors.length > 0 ? errors : { ...spec, ipFamilies: families };
}
