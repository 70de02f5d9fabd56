import { isQualifiedName } from '../../names.ts';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../../objects.ts';
import { canonicalQuantity } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required, unsupported } from '../errors.ts';

/** Fields of the Pod that an environment variable may hold. */
export const environmentFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** Fields of the Pod that a file may hold. */
export const volumeFields = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];
/** Fields of a Pod that a reference can name at all. Source: ConvertDownwardAPIFieldLabel. */
const knownFields = [
  ...environmentFields,
  ...volumeFields,
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'spec.terminationGracePeriodSeconds',
  'status.phase',
];

const subscripted = /^(.+?)\['(.*)'\]$/s;

/** What Kubernetes cannot make of the path, if so. */
function conversionError(version: string, path: string): string | undefined {
  if (version !== 'v1') return `unsupported pod version: ${version}`;
  const [, of] = subscripted.exec(path) ?? [];
  if (of !== undefined)
    return of === 'metadata.annotations' || of === 'metadata.labels'
      ? undefined
      : `field label does not support subscript: ${path}`;
  return knownFields.includes(path) ? undefined : `field label not supported: ${path}`;
}

/** A reference to a field of the Pod; `allowed` depends on where it stands. Source: validateObjectFieldSelector. */
export function validateFieldRef(
  { apiVersion, fieldPath }: ObjectFieldSelector,
  field: string,
  allowed: readonly string[],
): FieldError[] {
  if (!apiVersion) return [required(`${field}.apiVersion`)];
  if (!fieldPath) return [required(`${field}.fieldPath`)];
  const wrong = conversionError(apiVersion, fieldPath);
  if (wrong) return [invalidValue(`${field}.fieldPath`, fieldPath, `error converting fieldPath: ${wrong}`)];
  const [, of, subscript = ''] = subscripted.exec(fieldPath) ?? [];
  if (of !== undefined) {
    const key = of === 'metadata.annotations' ? subscript.toLowerCase() : subscript;
    return complaints(field, key, isQualifiedName(key));
  }
  const path = fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath;
  return allowed.includes(path) ? [] : [unsupported(`${field}.fieldPath`, path, allowed)];
}

const containerResources = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const hugePages = /^(limits|requests)\.hugepages-/;

const byteDivisors = '1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei';
const divisorRules: readonly { resource: RegExp; allowed: string[]; detail: string }[] = [
  { resource: /^(limits|requests)\.cpu$/, allowed: ['1m', '1'], detail: '1m and 1 are supported with the cpu' },
  ...(
    [
      [/^(limits|requests)\.memory$/, 'memory'],
      [/^(limits|requests)\.ephemeral-storage$/, 'local ephemeral storage'],
      [hugePages, 'hugepages'],
    ] as const
  ).map(([resource, name]) => ({
    resource,
    allowed: byteDivisors.split(', '),
    detail: `${byteDivisors} are supported with the ${name}`,
  })),
];

function validateDivisor({ resource = '', divisor }: ResourceFieldSelector, field: string): FieldError[] {
  const text = canonicalQuantity(String(divisor ?? '0'));
  const rule = divisorRules.find((candidate) => candidate.resource.test(resource));
  if (text === '0' || !rule || rule.allowed.includes(text)) return [];
  return [invalidValue(`${field}.divisor`, resource, `only divisor's values ${rule.detail} resource`)];
}

/** A reference to an amount of a container's resources. Source: validateContainerResourceFieldSelector. */
export function validateResourceFieldRef(
  reference: ResourceFieldSelector,
  field: string,
  inVolume: boolean,
): FieldError[] {
  const { containerName, resource } = reference;
  const errors: FieldError[] = [];
  if (inVolume && !containerName) errors.push(required(`${field}.containerName`));
  else if (!resource) errors.push(required(`${field}.resource`));
  else if (!containerResources.includes(resource) && !hugePages.test(resource))
    errors.push(unsupported(`${field}.resource`, resource, containerResources));
  return [...errors, ...validateDivisor(reference, field)];
}
