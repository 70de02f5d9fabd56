import { byteLength, check, example, subdomainFormat, subdomainPattern, tooLong, whole } from './labelNames.ts';

export { byteLength, isDnsSubdomain, isLabelValue, isQualifiedName } from './labelNames.ts';

/**
 * Kubernetes' rules for names, keys and values. Each function gives the list of complaints in Kubernetes' own words;
 * an empty list means valid. Sources: k8s.io/apimachinery util/validation, k8s.io/kubernetes pkg/apis/core/validation.
 */
const labelFormat = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dns1035Format = '[a-z]([-a-z0-9]*[a-z0-9])?';
const wildcardFormat = `\\*\\.${subdomainFormat}`;

const labelPattern = whole(labelFormat);
const dns1035Pattern = whole(dns1035Format);
const wildcardPattern = whole(wildcardFormat);

const labelText = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character ${example(['my-name', '123-abc'], labelFormat)}`;
const dns1035Text = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character ${example(['my-name', 'abc-123'], dns1035Format)}`;
const wildcardText = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character ${example(['*.example.com'], wildcardFormat)}`;

/** `IsDNS1123Label`: names of Services, Namespaces, containers. */
export function isDnsLabel(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 63) errors.push(tooLong(63));
  if (!labelPattern.test(value)) errors.push(subdomainPattern.test(value) ? 'must not contain dots' : labelText);
  return errors;
}

/** `IsDNS1123SubdomainWithUnderscore`: search domains of a resolver. */
export function isDnsSubdomainWithUnderscore(value: string): string[] {
  const label = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
  const format = `${label}(\\.${label})*`;
  return check(
    value,
    253,
    whole(format),
    `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character ${example(['example.com'], format)}`,
  );
}

/** `IsDNS1035Label`. */
export function isDns1035Label(value: string): string[] {
  return check(value, 63, dns1035Pattern, dns1035Text);
}

/** `IsWildcardDNS1123Subdomain`: hosts of Ingress rules. */
export function isWildcardDnsSubdomain(value: string): string[] {
  return check(value, 253, wildcardPattern, wildcardText);
}

/** `IsEnvVarName`: the strict rule, with which envFrom leaves out keys. */
export function isEnvironmentName(value: string): string[] {
  const format = '[-._a-zA-Z][-._a-zA-Z0-9]*';
  const errors: string[] = [];
  if (!whole(format).test(value))
    errors.push(
      `a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit ${example(['my.env-name', 'MY_ENV.NAME', 'MyEnvName1'], format)}`,
    );
  return [...errors, ...dots(value, 'must not')];
}

/** `IsRelaxedEnvVarName`: the rule for `env` since 1.34. */
export function isRelaxedEnvironmentName(value: string): string[] {
  if (value === '') return ['environment variable name must be non-empty'];
  return /^[ -<>-~]+$/.test(value)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

function dots(value: string, must: string): string[] {
  if (value === '.') return [`${must} be '.'`];
  if (value === '..') return [`${must} be '..'`];
  return value.startsWith('..') ? [`${must} start with '..'`] : [];
}

/** `IsConfigMapKey`: keys of ConfigMaps and Secrets. */
export function isConfigMapKey(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 253) errors.push(tooLong(253));
  if (!/^[-._a-zA-Z0-9]+$/.test(value))
    errors.push(
      `a valid config key must consist of alphanumeric characters, '-', '_' or '.' ${example(['key.name', 'KEY_NAME', 'key-name'], '[-._a-zA-Z0-9]+')}`,
    );
  return [...errors, ...dots(value, 'must not')];
}

/** `IsValidPortName`: the name of a port, or a port given by name. */
export function isPortName(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 15) errors.push('must be no more than 15 characters');
  if (!/^[-a-z0-9]+$/.test(value))
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)');
  if (value.includes('--')) errors.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
}

const between = (low: number, high: number) => `must be between ${low} and ${high}, inclusive`;

/** `IsInRange`. */
export function isInRange(value: number, low: number, high: number): string[] {
  return value >= low && value <= high ? [] : [between(low, high)];
}

/** `IsValidPortNum`. */
export function isPortNumber(value: number): string[] {
  return isInRange(value, 1, 65535);
}

/** `IsHTTPHeaderName`. */
export function isHeaderName(value: string): string[] {
  return /^[-A-Za-z0-9]+$/.test(value)
    ? []
    : [
        `a valid HTTP header must consist of alphanumeric characters or '-' ${example(['X-Header-Name'], '[-A-Za-z0-9]+')}`,
      ];
}

/** `IsValidPercent`. */
export function isPercent(value: string): string[] {
  return /^[0-9]+%$/.test(value)
    ? []
    : [
        `a valid percent string must be a numeric string followed by an ending '%' ${example(['1%', '93%'], '[0-9]+%')}`,
      ];
}

/** `IsValidPathSegmentName`. */
export function isPathSegment(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return ['/', '%'].filter((sign) => value.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

/** `NameIsDNSSubdomain` and its like for `generateName`: a trailing dash stands for what will be added. */
export function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

/** `isValidConditionReason`: why a condition of a status is what it is, in one word. */
export function isConditionReason(value: string): string[] {
  const format = '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?';
  if (whole(format).test(value)) return [];
  const text =
    "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'";
  return [`${text} ${example(['my_name', 'MY_NAME', 'MyName', 'ReasonA,ReasonB', 'ReasonA:ReasonB'], format)}`];
}
