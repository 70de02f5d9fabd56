import { isDnsSubdomain, isQualifiedName } from '../names.ts';
import { parseAddress } from '../networks.ts';
import type { Ingress, Service } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLegacyAddress, validateLegacyNetwork } from './legacyAddress.ts';

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const onlyLoadBalancers = "may only be used when `type` is 'LoadBalancer'";

const isLoadBalancer = ({ spec }: Service) => spec?.type === 'LoadBalancer';

/** The networks in a Service's annotation, which is older than the field. */
function annotatedRanges({ metadata }: Service): string[] | undefined {
  const text = metadata?.annotations?.[rangesAnnotation];
  if (text === undefined) return undefined;
  return text.trim() === '' ? [] : text.trim().split(',');
}

/** Who may come in, by field or annotation. */
export function validateSourceRanges(service: Service, old: Service | undefined): FieldError[] {
  const known = [...(old?.spec?.loadBalancerSourceRanges ?? []), ...(old ? (annotatedRanges(old) ?? []) : [])];
  const trimmed = known.map((text) => text.trim());
  const ranges = service.spec?.loadBalancerSourceRanges ?? [];
  const isByField = ranges.length > 0;
  const given = isByField ? ranges : annotatedRanges(service);
  if (!given) return [];
  const field = isByField ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${rangesAnnotation}]`;
  return [
    ...(isLoadBalancer(service) ? [] : [forbidden(field, onlyLoadBalancers)]),
    ...given.flatMap((text, index) =>
      validateLegacyNetwork(isByField ? `${field}[${index}]` : field, text.trim(), trimmed),
    ),
  ];
}

export function validateAllocation(service: Service): FieldError[] {
  const isSet = service.spec?.allocateLoadBalancerNodePorts !== undefined;
  if (isSet && !isLoadBalancer(service)) return [forbidden('spec.allocateLoadBalancerNodePorts', onlyLoadBalancers)];
  return !isSet && isLoadBalancer(service) ? [required('allocateLoadBalancerNodePorts')] : [];
}

/** Source: validateLoadBalancerClassField. */
export function validateClass(service: Service, old?: Service): FieldError[] {
  const field = 'spec.loadBalancerClass';
  const name = service.spec?.loadBalancerClass;
  const errors: FieldError[] = [];
  if (old && isLoadBalancer(old) && isLoadBalancer(service) && name !== old.spec?.loadBalancerClass)
    errors.push(invalidValue(field, name ?? null, 'may not change once set'));
  if (name === undefined) return errors;
  if (!isLoadBalancer(service)) return [...errors, forbidden(field, onlyLoadBalancers)];
  return [...errors, ...complaints(field, name, isQualifiedName(name))];
}

interface Entry {
  ip?: string;
  hostname?: string;
  ipMode?: string;
}

const modes = ['Proxy', 'VIP'];

function validateMode({ ip, ipMode }: Entry, field: string): FieldError[] {
  if (ipMode === undefined) return ip ? [required(field, 'must be specified when `ip` is set')] : [];
  if (!ip) return [forbidden(field, 'may not be specified when `ip` is not set')];
  return modes.includes(ipMode) ? [] : [unsupported(field, ipMode, modes)];
}

/** Where a load balancer is reached: an address or a name. `hasModes`: of a Service. */
function validateBalancerEntries(entries: Entry[], known: string[], hasModes: boolean): FieldError[] {
  return entries.flatMap((entry, index) => {
    const field = `status.loadBalancer.ingress[${index}]`;
    const { ip, hostname } = entry;
    const errors = ip ? validateLegacyAddress(`${field}.ip`, ip, known) : [];
    if (hasModes) errors.push(...validateMode(entry, `${field}.ipMode`));
    if (!hostname) return errors;
    errors.push(...complaints(`${field}.hostname`, hostname, isDnsSubdomain(hostname)));
    if (parseAddress(hostname) !== undefined)
      errors.push(invalidValue(`${field}.hostname`, hostname, 'must be a DNS name, not an IP address'));
    return errors;
  });
}

const addressesOf = (entries: Entry[] | undefined): string[] => (entries ?? []).flatMap(({ ip }) => (ip ? [ip] : []));

/** What is wrong with the status of a Service. Source: ValidateLoadBalancerStatus. */
export function validateServiceStatusUpdate(service: Service, old: Service): FieldError[] {
  const entries = service.status?.loadBalancer?.ingress ?? [];
  if (entries.length > 0 && !isLoadBalancer(service))
    return [forbidden('status.loadBalancer.ingress', "may only be used when `spec.type` is 'LoadBalancer'")];
  return validateBalancerEntries(entries, addressesOf(old.status?.loadBalancer?.ingress), true);
}

/** What is wrong with the status of an Ingress. Source: ValidateIngressLoadBalancerStatus. */
export const validateIngressStatusUpdate = (ingress: Ingress, old: Ingress): FieldError[] =>
  validateBalancerEntries(
    ingress.status?.loadBalancer?.ingress ?? [],
    addressesOf(old.status?.loadBalancer?.ingress),
    false,
  );
