import { isIPv6Address } from '../networks.ts';
import type { Service, ServiceSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { duplicate, invalidValue, required, unsupported } from './errors.ts';
import { validateLegacyAddress } from './legacyAddress.ts';

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const field = 'spec.clusterIPs';

/** Whether it has no cluster IP by intent. Source: isHeadlessService. */
export const isHeadless = ({ clusterIPs }: ServiceSpec): boolean =>
  clusterIPs?.length === 1 && clusterIPs[0] === 'None';

function validateSynced({ clusterIP, clusterIPs = [] }: ServiceSpec): FieldError[] {
  if (!clusterIP)
    return clusterIPs.length > 0
      ? [invalidValue(field, clusterIPs, 'must be empty when `clusterIP` is not specified')]
      : [];
  if (clusterIPs.length === 0) return [required(field)];
  return clusterIPs[0] === clusterIP ? [] : [invalidValue(field, clusterIPs, 'first value must match `clusterIP`')];
}

function validateFamilies({ ipFamilies = [], ipFamilyPolicy }: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, family] of ipFamilies.entries()) {
    const at = `spec.ipFamilies[${index}]`;
    if (!families.includes(family)) errors.push(unsupported(at, family, families));
    if (ipFamilies.indexOf(family) < index) errors.push(duplicate(at, family));
  }
  if (ipFamilyPolicy !== undefined && !policies.includes(ipFamilyPolicy))
    errors.push(unsupported('spec.ipFamilyPolicy', ipFamilyPolicy, policies));
  return errors;
}

function validateMatch({ clusterIPs = [], ipFamilies = [] }: ServiceSpec): FieldError[] {
  return clusterIPs.flatMap((address, index) => {
    const family = ipFamilies[index];
    const isOther = family === 'IPv4' ? isIPv6Address(address) : family === 'IPv6' && !isIPv6Address(address);
    if (!isOther) return [];
    return [
      invalidValue(
        `${field}[${index}]`,
        address,
        `expected an ${family} value as indicated by \`ipFamilies[${index}]\``,
      ),
    ];
  });
}

/** Cluster IPs, families and their policy together. Source: ValidateServiceClusterIPsRelatedFields. */
export function validateServiceAddresses(spec: ServiceSpec, old?: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const addresses = spec.clusterIPs ?? [];
  const errors = [...validateSynced(spec), ...validateFamilies(spec)];
  const wrong = addresses.flatMap((address, index) => {
    if (index > 0 || address !== 'None') return validateLegacyAddress(`${field}[${index}]`, address, old?.clusterIPs);
    return addresses.length > 1 ? [invalidValue(field, addresses, "'None' must be the first and only value")] : [];
  });
  errors.push(...wrong);
  if (addresses.length > 2) errors.push(invalidValue(field, addresses, 'may only hold up to 2 values'));
  if (wrong.length > 0) return errors;
  if (addresses.length > 1 && new Set(addresses.map(isIPv6Address)).size < 2)
    errors.push(invalidValue(field, addresses, 'may specify no more than one IP for each IP family'));
  return isHeadless(spec) ? errors : [...errors, ...validateMatch(spec)];
}

/** Addresses or families: the first stays, the second goes only with the policy. */
function validateKept(
  name: 'clusterIPs' | 'ipFamilies',
  spec: ServiceSpec,
  old: ServiceSpec,
  texts: { first: string; second: string },
): FieldError[] {
  const [now, before]: [string[], string[]] = [spec[name] ?? [], old[name] ?? []];
  const at = (index: number) => `spec.${name}[${index}]`;
  const changed = 'may not change once set';
  if (now.length === before.length)
    return before.flatMap((value, index) =>
      // Kubernetes names the first family, whichever changed.
      value === now[index] ? [] : [invalidValue(at(name === 'clusterIPs' ? index : 0), now, changed)],
    );
  const errors: FieldError[] = [];
  if (before.length > now.length && (spec.clusterIPs ?? []).length === 0)
    errors.push(invalidValue(at(0), now.length > 0 ? now : null, `primary ${texts.first} can not be unset`));
  if (before.length > 0 && now.length > 0 && now[0] !== before[0])
    errors.push(invalidValue(at(0), spec.clusterIPs ?? null, changed));
  if (before.length > now.length && now.length === 1 && spec.ipFamilyPolicy !== 'SingleStack') {
    const detail = `must be set to 'SingleStack' when releasing the secondary ${texts.second}`;
    errors.push(invalidValue('spec.ipFamilyPolicy', spec.ipFamilyPolicy ?? null, detail));
  }
  return errors;
}

/** What a change may not do to them. Source: validateUpgradeDowngradeClusterIPs, validateUpgradeDowngradeIPFamilies. */
export function validateServiceAddressesUpdate({ spec = {} }: Service, { spec: old = {} }: Service): FieldError[] {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return [];
  const [now, before] = [isHeadless(spec), isHeadless(old)];
  const errors: FieldError[] = [];
  if (!now || !before)
    errors.push(...validateKept('clusterIPs', spec, old, { first: 'clusterIP', second: 'clusterIP' }));
  if (!now && !before) errors.push(...validateKept('ipFamilies', spec, old, { first: 'ipFamily', second: 'ipFamily' }));
  return errors;
}
