import type { PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { duplicate, invalidValue, required } from '../errors.ts';

const format = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';
const pattern = new RegExp(format);
const longest = 253;

/** Sysctls of the IPC namespace; those of the network namespace begin with `net`. Source: component-helpers node/util/sysctl. */
const ofIpc = /^(kernel\.(sem$|shm|msg)|fs\.mqueue\.)/;

/** In dots, as they are known: a name with its first separator a slash has them the other way round. */
function withDots(name: string): string {
  const separator = /[./]/.exec(name)?.[0];
  if (separator !== '/') return name;
  return name.replace(/[./]/g, (sign) => (sign === '/' ? '.' : '/'));
}

function validateNamespace(name: string, spec: PodSpec, field: string): FieldError[] {
  const dotted = withDots(name);
  if (spec.hostNetwork && dotted.startsWith('net.'))
    return [invalidValue(field, name, "may not be specified when 'hostNetwork' is true")];
  if (spec.hostIPC && ofIpc.test(dotted))
    return [invalidValue(field, name, "may not be specified when 'hostIPC' is true")];
  return [];
}

/** The kernel's settings for the Pod, none of a namespace that is the host's. Source: validateSysctls. */
export function validateSysctls(spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const [index, { name = '' }] of (spec.securityContext?.sysctls ?? []).entries()) {
    const at = `${field}[${index}].name`;
    if (!name) errors.push(required(at));
    else if (name.length > longest || !pattern.test(name))
      errors.push(invalidValue(at, name, `must have at most ${longest} characters and match regex ${format}`));
    else if (names.has(name)) errors.push(duplicate(at, name));
    errors.push(...validateNamespace(name, spec, at));
    names.add(name);
  }
  return errors;
}
