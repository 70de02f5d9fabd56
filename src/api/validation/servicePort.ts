import { isDnsLabel, isPortName, isPortNumber, isQualifiedName } from '../names.ts';
import type { ServicePort, ServiceSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, forbidden, required, unsupported } from './errors.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

function validatePort(port: ServicePort, field: string): FieldError[] {
  const { port: number = 0, protocol, targetPort = 0, appProtocol } = port;
  const errors = complaints(`${field}.port`, number, isPortNumber(number));
  if (!protocol) errors.push(required(`${field}.protocol`));
  else if (!protocols.includes(protocol)) errors.push(unsupported(`${field}.protocol`, protocol, protocols));
  const wrong = typeof targetPort === 'string' ? isPortName(targetPort) : isPortNumber(targetPort);
  errors.push(...complaints(`${field}.targetPort`, targetPort, wrong));
  if (appProtocol !== undefined)
    errors.push(...complaints(`${field}.appProtocol`, appProtocol, isQualifiedName(appProtocol)));
  return errors;
}

/** The ports, each by itself. Source: validateServicePort. */
export function validateServicePorts({ ports = [] }: ServiceSpec): FieldError[] {
  const names = new Set<string>();
  return ports.flatMap((port, index) => {
    const field = `spec.ports[${index}]`;
    const errors: FieldError[] = [];
    const { name } = port;
    if (name) {
      errors.push(...complaints(`${field}.name`, name, isDnsLabel(name)));
      if (names.has(name)) errors.push(duplicate(`${field}.name`, name));
      names.add(name);
    } else if (ports.length > 1) errors.push(required(`${field}.name`));
    return [...errors, ...validatePort(port, field)];
  });
}

const goPort = ({ protocol = 'TCP', port }: ServicePort) => ({
  Name: '',
  Protocol: protocol,
  AppProtocol: null,
  Port: port,
  TargetPort: 0,
  NodePort: 0,
});

/** What no two ports may share. */
export function validatePortNumbers({ type, ports = [] }: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const isSeen = (key: string) => seen.size === seen.add(key).size;
  if (type === 'ClusterIP')
    for (const [index, { nodePort }] of ports.entries())
      if (nodePort)
        errors.push(forbidden(`spec.ports[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'"));
  for (const [index, { nodePort, protocol }] of ports.entries())
    if (nodePort && isSeen(`node ${protocol}/${nodePort}`))
      errors.push(duplicate(`spec.ports[${index}].nodePort`, nodePort));
  for (const [index, port] of ports.entries())
    if (isSeen(`${port.protocol}/${port.port}`)) errors.push(duplicate(`spec.ports[${index}]`, goPort(port)));
  return errors;
}
