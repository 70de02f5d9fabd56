import { isIPv4, isIPv6 } from '../addresses.ts';
import { isDnsLabel, isDnsSubdomain, isPortName, isPortNumber, isWildcardDnsSubdomain } from '../names.ts';
import type { HTTPIngressPath, Ingress, IngressBackend, IngressRule, IngressTLS } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, required, unsupported } from './errors.ts';
import { validateTypedReference } from './typedReference.ts';

const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix'];
const forbiddenInPath = ['//', '/./', '/../', '%2f', '%2F'];
const forbiddenAtEnd = ['/..', '/.'];
export const classAnnotation = 'kubernetes.io/ingress.class';

const validateHost = (host: string, field: string): FieldError[] =>
  complaints(field, host, host.includes('*') ? isWildcardDnsSubdomain(host) : isDnsSubdomain(host));

function validateBackend(backend: IngressBackend | undefined, field: string): FieldError[] {
  const { service, resource } = backend ?? {};
  if (service && resource) return [invalidValue(field, '', 'cannot set both resource and service backends')];
  if (resource) return validateTypedReference(resource, `${field}.resource`);
  if (!service) return [invalidValue(field, '', 'resource or service backend is required')];
  const errors: FieldError[] = [];
  if (!service.name) errors.push(required(`${field}.service.name`));
  else errors.push(...complaints(`${field}.service.name`, service.name, isDnsLabel(service.name)));
  const { name, number } = service.port ?? {};
  if (name && number) errors.push(invalidValue(field, '', 'cannot set both port name & port number'));
  else if (name) errors.push(...complaints(`${field}.service.port.name`, name, isPortName(name)));
  else if (number) errors.push(...complaints(`${field}.service.port.number`, number, isPortNumber(number)));
  else errors.push(required(field, 'port name or number is required'));
  return errors;
}

function validatePath(path: HTTPIngressPath, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const text = path.path ?? '';
  const at = `${field}.path`;
  if (path.pathType === undefined) return [required(`${field}.pathType`, 'pathType must be specified')];
  if (path.pathType === 'Exact' || path.pathType === 'Prefix') {
    if (!text.startsWith('/')) errors.push(invalidValue(at, text, 'must be an absolute path'));
    for (const part of forbiddenInPath)
      if (text.includes(part)) errors.push(invalidValue(at, text, `must not contain '${part}'`));
    for (const end of forbiddenAtEnd)
      if (text.endsWith(end)) errors.push(invalidValue(at, text, `cannot end with '${end}'`));
  } else if (path.pathType === 'ImplementationSpecific') {
    if (text && !text.startsWith('/')) errors.push(invalidValue(at, text, 'must be an absolute path'));
  } else errors.push(unsupported(`${field}.pathType`, path.pathType, pathTypes));
  return [...errors, ...validateBackend(path.backend, `${field}.backend`)];
}

function validateRule(rule: IngressRule, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const { host, http } = rule;
  if (host) {
    if (isIPv4(host) || isIPv6(host))
      errors.push(invalidValue(`${field}.host`, host, 'must be a DNS name, not an IP address'));
    errors.push(...validateHost(host, `${field}.host`));
  }
  if (!http) return errors;
  if (!http.paths?.length) errors.push(required(`${field}.http.paths`));
  for (const [index, path] of (http.paths ?? []).entries())
    errors.push(...validatePath(path, `${field}.http.paths[${index}]`));
  return errors;
}

const validateTls = (tls: IngressTLS, field: string): FieldError[] => [
  ...(tls.hosts ?? []).flatMap((host, index) => validateHost(host, `${field}.hosts[${index}]`)),
  ...(tls.secretName ? complaints(`${field}.secretName`, tls.secretName, isDnsSubdomain(tls.secretName)) : []),
];

function validateSpec({ spec }: Ingress): FieldError[] {
  const errors: FieldError[] = [];
  const { rules, defaultBackend, tls, ingressClassName } = spec ?? {};
  if (!rules?.length && !defaultBackend)
    errors.push(invalidValue('spec', rules ?? null, 'either `defaultBackend` or `rules` must be specified'));
  if (defaultBackend) errors.push(...validateBackend(defaultBackend, 'spec.defaultBackend'));
  for (const [index, rule] of (rules ?? []).entries()) errors.push(...validateRule(rule, `spec.rules[${index}]`));
  for (const [index, entry] of (tls ?? []).entries()) errors.push(...validateTls(entry, `spec.tls[${index}]`));
  if (ingressClassName !== undefined)
    errors.push(...complaints('spec.ingressClassName', ingressClassName, isDnsSubdomain(ingressClassName)));
  return errors;
}

/** What is wrong with an Ingress, besides its metadata. Source: pkg/apis/networking/validation ValidateIngressCreate. */
export function validateIngress(ingress: Ingress): FieldError[] {
  const errors = validateSpec(ingress);
  const { ingressClassName } = ingress.spec ?? {};
  const annotated = ingress.metadata?.annotations?.[classAnnotation];
  if (annotated === undefined || ingressClassName === undefined || annotated === ingressClassName) return errors;
  const detail = 'must match `ingressClassName` when both are specified';
  return [...errors, invalidValue(`annotations.${classAnnotation}`, annotated, detail)];
}

/** What a change comes to; the old annotation may differ from the class. Source: ValidateIngressUpdate. */
export const validateIngressUpdate = (ingress: Ingress): FieldError[] => validateSpec(ingress);
