import { isDnsSubdomain } from '../names.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, required } from './errors.ts';

const pathFormat = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const pathPattern = new RegExp(`^${pathFormat}$`);

/** A name in a domain: `example.com/job-queue`. Source: k8s.io/apimachinery util/validation IsDomainPrefixedPath. */
export function validateDomainPrefixedPath(value: string, field: string): FieldError[] {
  if (value === '') return [required(field)];
  const slash = value.indexOf('/');
  if (slash < 1 || slash === value.length - 1)
    return [invalidValue(field, value, 'must be a domain-prefixed path (such as "acme.io/foo")')];
  const [host, path] = [value.slice(0, slash), value.slice(slash + 1)];
  const errors = complaints(field, host, isDnsSubdomain(host));
  if (!pathPattern.test(path))
    errors.push(invalidValue(field, path, `Invalid path (regex used for validation is '${pathFormat}')`));
  return errors;
}
