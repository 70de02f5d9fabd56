import { byteLength, isDnsSubdomain, isDnsSubdomainWithUnderscore } from '../../names.ts';
import { isStrictAddress } from '../../networks.ts';
import type { HostAlias, PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required, unsupported } from '../errors.ts';

const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

export function validateDnsPolicy({ dnsPolicy }: PodSpec, field: string): FieldError[] {
  if (!dnsPolicy) return [required(field)];
  return policies.includes(dnsPolicy) ? [] : [unsupported(field, dnsPolicy, policies)];
}

/** What the C library bears. */
const most = { nameservers: 3, searches: 32, charactersOfSearches: 2048 };

function validateNameservers(servers: string[], field: string): FieldError[] {
  return [
    ...(servers.length > most.nameservers
      ? [invalidValue(field, servers, `must not have more than ${most.nameservers} nameservers`)]
      : []),
    ...servers.flatMap((server, index) => complaints(`${field}[${index}]`, server, isStrictAddress(server))),
  ];
}

function validateSearches(searches: string[], field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (searches.length > most.searches)
    errors.push(invalidValue(field, searches, `must not have more than ${most.searches} search paths`));
  if (byteLength(searches.join(' ')) > most.charactersOfSearches)
    errors.push(
      invalidValue(
        field,
        searches,
        `must not have more than ${most.charactersOfSearches} characters (including spaces) in the search list`,
      ),
    );
  for (const [index, search] of searches.entries()) {
    const domain = search.replace(/\.$/, '');
    if (search !== '.') errors.push(...complaints(`${field}[${index}]`, domain, isDnsSubdomainWithUnderscore(domain)));
  }
  return errors;
}

/** Source: validatePodDNSConfig. */
export function validateDnsConfig({ dnsPolicy, dnsConfig: config }: PodSpec, field: string): FieldError[] {
  const { nameservers = [], searches = [], options = [] } = config ?? {};
  if (dnsPolicy === 'None' && !config) return [required(field, 'must provide `dnsConfig` when `dnsPolicy` is None')];
  if (dnsPolicy === 'None' && nameservers.length === 0)
    return [required(`${field}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')];
  return [
    ...validateNameservers(nameservers, `${field}.nameservers`),
    ...validateSearches(searches, `${field}.searches`),
    ...options.flatMap(({ name }, index) =>
      name ? [] : [required(`${field}.options[${index}]`, 'must not be empty')],
    ),
  ];
}

/** Source: ValidateHostAliases. */
export const validateHostAliases = (aliases: HostAlias[] | undefined, field: string): FieldError[] =>
  (aliases ?? []).flatMap(({ ip = '', hostnames = [] }, index) => [
    ...complaints(`${field}[${index}].ip`, ip, isStrictAddress(ip)),
    ...hostnames.flatMap((name, nameIndex) =>
      complaints(`${field}[${index}].hostnames[${nameIndex}]`, name, isDnsSubdomain(name)),
    ),
  ]);
