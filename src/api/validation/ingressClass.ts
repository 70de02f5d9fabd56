import { byteLength, isDnsLabel, isDnsSubdomain } from '../names.ts';
import type { IngressClass, IngressClassParametersReference } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, immutable, invalidValue, required, tooLong, unsupported } from './errors.ts';
import { validateTypedReference } from './typedReference.ts';

const longestController = 250;
const scopes = ['Cluster', 'Namespace'];

/** A path behind a domain, complaints about the part that is wrong. Source: validation.IsDomainPrefixedPath. */
function validateDomainPrefixedPath(field: string, value: string): FieldError[] {
  const slash = value.indexOf('/');
  if (slash < 1 || slash === value.length - 1)
    return [invalidValue(field, value, 'must be a domain-prefixed path (such as "acme.io/foo")')];
  const [domain, path] = [value.slice(0, slash), value.slice(slash + 1)];
  const format = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
  const errors = complaints(field, domain, isDnsSubdomain(domain));
  if (!new RegExp(`^${format}$`).test(path))
    errors.push(invalidValue(field, path, `Invalid path (e.g. '/foo', regex used for validation is '${format}')`));
  return errors;
}

function validateParameters(parameters: IngressClassParametersReference, field: string): FieldError[] {
  const { scope, namespace } = parameters;
  const errors = validateTypedReference(parameters, field);
  if (scope === undefined) return [...errors, required(`${field}.scope`)];
  if (!scopes.includes(scope)) return [...errors, unsupported(`${field}.scope`, scope, scopes)];
  const at = `${field}.namespace`;
  if (scope === 'Cluster')
    return namespace === undefined ? errors : [...errors, forbidden(at, "`parameters.scope` is set to 'Cluster'")];
  if (namespace === undefined) return [...errors, required(at, "`parameters.scope` is set to 'Namespace'")];
  return [...errors, ...complaints(at, namespace, isDnsLabel(namespace))];
}

/** What is wrong with an IngressClass, besides its metadata. Source: networking validation ValidateIngressClass. */
export function validateIngressClass({ spec }: IngressClass): FieldError[] {
  const { controller, parameters } = spec ?? {};
  const field = 'spec.controller';
  const errors: FieldError[] = [];
  if (!controller) errors.push(required(field));
  else {
    if (byteLength(controller) > longestController) errors.push(tooLong(field, longestController));
    errors.push(...validateDomainPrefixedPath(field, controller));
  }
  return parameters ? [...errors, ...validateParameters(parameters, 'spec.parameters')] : errors;
}

/** The controller stays. Source: ValidateIngressClassUpdate. */
export const validateIngressClassUpdate = (now: IngressClass, old: IngressClass): FieldError[] => [
  ...(now.spec?.controller === old.spec?.controller
    ? []
    : [invalidValue('spec.controller', now.spec?.controller ?? '', immutable)]),
  ...validateIngressClass(now),
];
