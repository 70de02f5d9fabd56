import { isExternallyAccessible } from '../defaults/service.ts';
import { isDnsSubdomain, isPortNumber } from '../names.ts';
import type { Service, ServiceSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateAnyAddress } from './endpointAddress.ts';
import { complaints, forbidden, immutable, invalidValue, required, unsupported } from './errors.ts';
import { validateAllocation, validateClass, validateSourceRanges } from './loadBalancer.ts';
import { validateLabels } from './metadata.ts';
import { isHeadless, validateServiceAddresses, validateServiceAddressesUpdate } from './serviceAddresses.ts';
import { validatePortNumbers, validateServicePorts } from './servicePort.ts';

const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const affinities = ['ClientIP', 'None'];
const policies = ['Cluster', 'Local'];
const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const longestTimeout = 86400;
const kubeletPort = 10250;

const topologyMode = 'service.kubernetes.io/topology-mode';
const topologyHints = 'service.kubernetes.io/topology-aware-hints';

function validateAnnotations({ metadata }: Service): FieldError[] {
  const { [topologyMode]: mode, [topologyHints]: hints } = metadata?.annotations ?? {};
  if (mode === undefined || hints === undefined || mode === hints) return [];
  const detail = `must match annotations[${topologyHints}] when both are specified`;
  return [invalidValue(`metadata.annotations[${topologyMode}]`, mode, detail)];
}

/** What the type asks for. */
function validateType(spec: ServiceSpec): FieldError[] {
  const { type, ports = [] } = spec;
  if (type === 'ExternalName') return validateExternalName(spec);
  if (type !== 'LoadBalancer' && type !== 'NodePort') return [];
  const errors: FieldError[] = [];
  if (type === 'LoadBalancer')
    for (const [index, { port }] of ports.entries())
      if (port === kubeletPort) {
        const detail = `may not expose port ${kubeletPort} externally since it is used by kubelet`;
        errors.push(invalidValue(`spec.ports[${index}]`, port, detail));
      }
  if (isHeadless(spec))
    errors.push(invalidValue('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`));
  return errors;
}

function validateExternalName({ clusterIPs, ipFamilies, ipFamilyPolicy, externalName = '' }: ServiceSpec) {
  const errors: FieldError[] = [];
  const never = (field: string) => errors.push(forbidden(field, 'may not be set for ExternalName services'));
  if (clusterIPs?.length) never('spec.clusterIPs');
  if (ipFamilies?.length) never('spec.ipFamilies');
  if (ipFamilyPolicy !== undefined) never('spec.ipFamilyPolicy');
  const name = externalName.replace(/\.$/, '');
  if (name) errors.push(...complaints('spec.externalName', name, isDnsSubdomain(name)));
  else errors.push(required('spec.externalName'));
  return errors;
}

function validateAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec): FieldError[] {
  const field = 'spec.sessionAffinityConfig';
  if (!sessionAffinity) return [required('spec.sessionAffinity')];
  if (!affinities.includes(sessionAffinity)) return [unsupported('spec.sessionAffinity', sessionAffinity, affinities)];
  if (sessionAffinity === 'None')
    return sessionAffinityConfig ? [forbidden(field, 'must not be set when session affinity is None')] : [];
  const missing = (at: string) => [required(at, 'when session affinity type is ClientIP')];
  if (!sessionAffinityConfig) return missing(field);
  if (!sessionAffinityConfig.clientIP) return missing(`${field}.clientIP`);
  const { timeoutSeconds: seconds } = sessionAffinityConfig.clientIP;
  if (seconds === undefined) return missing(`${field}.clientIP.timeoutSeconds`);
  if (seconds > 0 && seconds <= longestTimeout) return [];
  const detail = `must be greater than 0 and less than ${longestTimeout}`;
  return [invalidValue(`${field}.clientIP.timeoutSeconds`, seconds, detail)];
}

const validateExternalIPs = ({ externalIPs = [] }: ServiceSpec, known: readonly string[]): FieldError[] =>
  externalIPs.flatMap((address, index) => {
    const { strict, special } = validateAnyAddress(address, `spec.externalIPs[${index}]`);
    return strict.length > 0 && !known.includes(address) ? strict : special;
  });

const needsHealthCheck = ({ type, externalTrafficPolicy }: ServiceSpec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

/** Source: validateServiceExternalTrafficPolicy. */
function validateExternalTraffic(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const { externalTrafficPolicy: policy, healthCheckNodePort: port } = spec;
  const field = 'spec.externalTrafficPolicy';
  if (!isExternallyAccessible(spec)) {
    if (policy) errors.push(invalidValue(field, policy, 'may only be set for externally-accessible services'));
  } else if (!policy) errors.push(required(field));
  else if (!policies.includes(policy)) errors.push(unsupported(field, policy, policies));
  const check = 'spec.healthCheckNodePort';
  if (needsHealthCheck(spec)) errors.push(...(port ? complaints(check, port, isPortNumber(port)) : [required(check)]));
  else if (port) {
    const detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
    errors.push(invalidValue(check, port, detail));
  }
  return errors;
}

function validateTraffic({ type, internalTrafficPolicy: policy, trafficDistribution }: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const field = 'spec.internalTrafficPolicy';
  if (policy === undefined) {
    if (type !== 'ExternalName' && type && types.includes(type)) errors.push(required(field));
  } else if (!policies.includes(policy)) errors.push(unsupported(field, policy, policies));
  if (trafficDistribution !== undefined && !distributions.includes(trafficDistribution))
    errors.push(unsupported('spec.trafficDistribution', trafficDistribution, distributions));
  return errors;
}

function validate(service: Service, old: Service | undefined): FieldError[] {
  const spec = service.spec ?? {};
  const { type, selector } = spec;
  const errors = validateAnnotations(service);
  if (!spec.ports?.length && !isHeadless(spec) && type !== 'ExternalName') errors.push(required('spec.ports'));
  errors.push(...validateType(spec), ...validateServicePorts(spec));
  if (selector) errors.push(...validateLabels(selector, 'spec.selector'));
  errors.push(
    ...validateAffinity(spec),
    ...validateServiceAddresses(spec, old?.spec),
    ...validateExternalIPs(spec, old?.spec?.externalIPs ?? []),
  );
  if (!type) errors.push(required('spec.type'));
  else if (!types.includes(type)) errors.push(unsupported('spec.type', type, types));
  return [
    ...errors,
    ...validatePortNumbers(spec),
    ...validateSourceRanges(service, old),
    ...validateAllocation(service),
    ...validateClass(service),
    ...validateExternalTraffic(spec),
    ...validateTraffic(spec),
  ];
}

/** What is wrong with a Service, besides its metadata. Source: pkg/apis/core/validation ValidateService. */
export const validateService = (service: Service): FieldError[] => validate(service, undefined);

/** What is wrong with a change of a Service. Source: ValidateServiceUpdate. */
export function validateServiceUpdate(service: Service, old: Service): FieldError[] {
  const [next, before] = [service.spec ?? {}, old.spec ?? {}];
  const isPortChanged =
    needsHealthCheck(before) && needsHealthCheck(next) && next.healthCheckNodePort !== before.healthCheckNodePort;
  return [
    ...validateServiceAddressesUpdate(service, old),
    ...validateClass(service, old),
    ...(isPortChanged ? [forbidden('spec.healthCheckNodePort', immutable)] : []),
    ...validate(service, old),
  ];
}
