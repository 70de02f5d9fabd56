import { isAddress, isIPv6, isNetwork } from '../addresses.ts';
import { isDnsLabel, isDnsSubdomain, isInRange, isPortName, isPortNumber, isQualifiedName } from '../names.ts';
import type { Service, ServicePort, ServiceSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLabels } from './metadata.ts';

const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const protocols = ['SCTP', 'TCP', 'UDP'];
const largestTimeout = 86400;

const isHeadless = (spec: ServiceSpec) => spec.clusterIP === 'None' || spec.clusterIPs?.[0] === 'None';

function validatePort(
  port: ServicePort,
  needsName: boolean,
  headless: boolean,
  names: Set<string>,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { name, protocol, targetPort } = port;
  if (!name) {
    if (needsName) errors.push(required(`${field}.name`));
  } else {
    errors.push(...complaints(`${field}.name`, name, isDnsLabel(name)));
    if (names.has(name)) errors.push(duplicate(`${field}.name`, name));
    names.add(name);
  }
  errors.push(...complaints(`${field}.port`, port.port ?? 0, isPortNumber(port.port ?? 0)));
  if (!protocol) errors.push(required(`${field}.protocol`));
  else if (!protocols.includes(protocol)) errors.push(unsupported(`${field}.protocol`, protocol, protocols));
  if (typeof targetPort === 'string')
    errors.push(...complaints(`${field}.targetPort`, targetPort, isPortName(targetPort)));
  else if (!headless || (targetPort ?? 0) !== 0 || port.port === 0)
    errors.push(...complaints(`${field}.targetPort`, targetPort ?? 0, isPortNumber(targetPort ?? 0)));
  if (port.appProtocol !== undefined)
    errors.push(...complaints(`${field}.appProtocol`, port.appProtocol, isQualifiedName(port.appProtocol)));
  return errors;
}

function validatePorts(spec: ServiceSpec): FieldError[] {
  const ports = spec.ports ?? [];
  const headless = isHeadless(spec);
  const errors: FieldError[] = [];
  if (ports.length === 0 && !headless && spec.type !== 'ExternalName') errors.push(required('spec.ports'));
  const names = new Set<string>();
  for (const [index, port] of ports.entries())
    errors.push(...validatePort(port, ports.length > 1, headless, names, `spec.ports[${index}]`));
  return errors;
}

/** Fields that depend on the type, and come first. */
function validateType(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  switch (spec.type) {
    case 'LoadBalancer':
    case 'NodePort':
      if (isHeadless(spec))
        errors.push(invalidValue('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${spec.type} services`));
      break;
    case 'ExternalName':
      if (spec.clusterIP || spec.clusterIPs?.length)
        errors.push(forbidden('spec.clusterIPs', 'may not be set for ExternalName services'));
      if (spec.externalName) {
        const name = spec.externalName.endsWith('.') ? spec.externalName.slice(0, -1) : spec.externalName;
        errors.push(...complaints('spec.externalName', spec.externalName, isDnsSubdomain(name)));
      } else errors.push(required('spec.externalName'));
      break;
  }
  return errors;
}

function validateNodePorts(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const ports = new Set<string>();
  for (const [index, { nodePort, port, protocol }] of (spec.ports ?? []).entries()) {
    const at = `spec.ports[${index}]`;
    if (nodePort && spec.type !== 'NodePort' && spec.type !== 'LoadBalancer')
      errors.push(forbidden(`${at}.nodePort`, `may not be used when \`type\` is '${spec.type}'`));
    const own = `${protocol}/${port}`;
    if (ports.has(own)) errors.push({ type: 'Duplicate value', field: at, value: goPort(spec.ports?.[index]) });
    ports.add(own);
  }
  return errors;
}

const goPort = (port: ServicePort | undefined) => ({
  Name: '',
  Protocol: port?.protocol ?? '',
  AppProtocol: null,
  Port: port?.port ?? 0,
  TargetPort: 0,
  NodePort: 0,
});

function validateAffinity(spec: ServiceSpec): FieldError[] {
  const { sessionAffinity, sessionAffinityConfig } = spec;
  if (!sessionAffinity) return [required('spec.sessionAffinity')];
  if (sessionAffinity !== 'ClientIP' && sessionAffinity !== 'None')
    return [unsupported('spec.sessionAffinity', sessionAffinity, ['ClientIP', 'None'])];
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (sessionAffinity === 'ClientIP' && seconds !== undefined && (seconds <= 0 || seconds > largestTimeout))
    return [
      invalidValue(
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
        seconds,
        `must be greater than 0 and less than ${largestTimeout}`,
      ),
    ];
  return [];
}

function validateClusterIps(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const addresses = spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : []);
  return addresses.flatMap((address, index) => {
    const field = `spec.clusterIPs[${index}]`;
    if (address === 'None') return [];
    const wrong = isAddress(address);
    if (wrong.length > 0) return complaints(field, address, wrong);
    return isIPv6(address) ? [invalidValue(field, addresses, 'IPv6 is not configured on this cluster')] : [];
  });
}

function validateFamilies(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, family] of (spec.ipFamilies ?? []).entries()) {
    const field = `spec.ipFamilies[${index}]`;
    if (family !== 'IPv4' && family !== 'IPv6') errors.push(unsupported(field, family, ['IPv4', 'IPv6']));
  }
  // A headless Service without selector gets both families even on a cluster that has one.
  const hasBoth = isHeadless(spec) && Object.keys(spec.selector ?? {}).length === 0;
  if (spec.ipFamilyPolicy === 'RequireDualStack' && !hasBoth && spec.type !== 'ExternalName')
    errors.push(
      invalidValue(
        'spec.ipFamilyPolicy',
        spec.ipFamilyPolicy,
        'this cluster is not configured for dual-stack services',
      ),
    );
  return errors;
}

function validateLoadBalancer(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const isLoadBalancer = spec.type === 'LoadBalancer';
  const ranges = spec.loadBalancerSourceRanges ?? [];
  if (ranges.length > 0 && !isLoadBalancer)
    errors.push(forbidden('spec.LoadBalancerSourceRanges', "may only be used when `type` is 'LoadBalancer'"));
  if (isLoadBalancer)
    for (const [index, range] of ranges.entries())
      errors.push(...complaints(`spec.LoadBalancerSourceRanges[${index}]`, range, isNetwork(range.trim())));
  if (spec.allocateLoadBalancerNodePorts !== undefined && !isLoadBalancer)
    errors.push(forbidden('spec.allocateLoadBalancerNodePorts', "may only be used when `type` is 'LoadBalancer'"));
  if (spec.loadBalancerClass !== undefined) {
    if (!isLoadBalancer)
      errors.push(forbidden('spec.loadBalancerClass', "may only be used when `type` is 'LoadBalancer'"));
    else
      errors.push(
        ...complaints('spec.loadBalancerClass', spec.loadBalancerClass, isQualifiedName(spec.loadBalancerClass)),
      );
  }
  return errors;
}

function validateTraffic(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const external = spec.externalTrafficPolicy;
  const isExternal = spec.type === 'LoadBalancer' || spec.type === 'NodePort' || (spec.externalIPs?.length ?? 0) > 0;
  if (external && !isExternal)
    errors.push(
      invalidValue('spec.externalTrafficPolicy', external, 'may only be set for externally-accessible services'),
    );
  else if (external && external !== 'Cluster' && external !== 'Local')
    errors.push(unsupported('spec.externalTrafficPolicy', external, ['Cluster', 'Local']));
  const needsCheck = spec.type === 'LoadBalancer' && external === 'Local';
  const check = spec.healthCheckNodePort;
  if (check && !needsCheck)
    errors.push(
      invalidValue(
        'spec.healthCheckNodePort',
        check,
        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      ),
    );
  else if (check) errors.push(...complaints('spec.healthCheckNodePort', check, isInRange(check, 1, 65535)));
  const internal = spec.internalTrafficPolicy;
  if (internal !== undefined && internal !== 'Cluster' && internal !== 'Local')
    errors.push(unsupported('spec.internalTrafficPolicy', internal, ['Cluster', 'Local']));
  const distribution = spec.trafficDistribution;
  const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
  if (distribution !== undefined && !distributions.includes(distribution))
    errors.push(unsupported('spec.trafficDistribution', distribution, distributions));
  return errors;
}

/** What is wrong with a Service, besides its metadata. Source: pkg/apis/core/validation ValidateService. */
export function validateService(service: Service): FieldError[] {
  const spec = service.spec ?? {};
  const errors = [...validatePorts(spec), ...validateType(spec)];
  if (spec.selector) errors.push(...validateLabels(spec.selector, 'spec.selector'));
  errors.push(...validateAffinity(spec), ...validateClusterIps(spec), ...validateFamilies(spec));
  for (const [index, address] of (spec.externalIPs ?? []).entries())
    errors.push(...complaints(`spec.externalIPs[${index}]`, address, isAddress(address)));
  if (!spec.type) errors.push(required('spec.type'));
  else if (!types.includes(spec.type)) errors.push(unsupported('spec.type', spec.type, types));
  else errors.push(...validateNodePorts(spec));
  errors.push(...validateLoadBalancer(spec), ...validateTraffic(spec));
  return errors;
}

/** The addresses asked for: whoever changes only `clusterIP` means the first of `clusterIPs`. */
function requestedIps(service: Service, old: Service): string[] {
  const { clusterIP, clusterIPs = [] } = service.spec ?? {};
  const changed = clusterIP !== undefined && clusterIP !== old.spec?.clusterIP;
  return changed && clusterIPs[0] === old.spec?.clusterIPs?.[0] ? [clusterIP] : clusterIPs;
}

/** What an update of a Service may not do: its cluster IP stays, unless the type becomes or was ExternalName. */
export function validateServiceUpdate(service: Service, old: Service): FieldError[] {
  const errors: FieldError[] = [];
  const before = old.spec?.clusterIPs ?? [];
  const now = requestedIps(service, old);
  const named = service.spec?.type === 'ExternalName' || old.spec?.type === 'ExternalName';
  if (!named && before.length > 0 && now[0] !== before[0])
    errors.push(
      invalidValue(
        'spec.clusterIPs[0]',
        now.length > 0 ? now : (service.spec?.clusterIP ?? now),
        'may not change once set',
      ),
    );
  return [...errors, ...validateService(service)];
}
