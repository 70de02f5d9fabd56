import { isPortName, isPortNumber } from '../../names.ts';
import type { Container, ContainerPort, EphemeralContainer } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, duplicate, required, unsupported } from '../errors.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

/** The ports of a container. Source: validateContainerPorts. */
export function validatePorts(ports: ContainerPort[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const [index, { name, containerPort, hostPort, protocol }] of (ports ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (name) {
      const wrong = isPortName(name);
      errors.push(...complaints(`${at}.name`, name, wrong));
      if (wrong.length === 0 && names.has(name)) errors.push(duplicate(`${at}.name`, name));
      if (wrong.length === 0) names.add(name);
    }
    if (!containerPort) errors.push(required(`${at}.containerPort`));
    else errors.push(...complaints(`${at}.containerPort`, containerPort, isPortNumber(containerPort)));
    if (hostPort) errors.push(...complaints(`${at}.hostPort`, hostPort, isPortNumber(hostPort)));
    if (!protocol) errors.push(required(`${at}.protocol`));
    else if (!protocols.includes(protocol)) errors.push(unsupported(`${at}.protocol`, protocol, protocols));
  }
  return errors;
}

/** The same host port may be taken once by containers that run together. Source: checkHostPortConflicts. */
export function validateHostPorts(
  containers: readonly (Container | EphemeralContainer)[],
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const taken = new Set<string>();
  for (const [index, container] of containers.entries())
    for (const [portIndex, { protocol, hostIP = '', hostPort }] of (container.ports ?? []).entries()) {
      if (!hostPort) continue;
      const key = `${protocol}/${hostIP}/${hostPort}`;
      if (taken.has(key)) errors.push(duplicate(`${field}[${index}].ports[${portIndex}].hostPort`, key));
      taken.add(key);
    }
  return errors;
}
