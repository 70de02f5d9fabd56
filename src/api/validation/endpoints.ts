import { isSame } from '../equal.ts';
import { isDnsLabel, isDnsSubdomain, isPortNumber, isQualifiedName } from '../names.ts';
import type { EndpointAddress, EndpointPort, EndpointSubset, Endpoints } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateAnyAddress } from './endpointAddress.ts';
import { complaints, required, unsupported } from './errors.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

function validateAddress({ ip = '', hostname, nodeName }: EndpointAddress, field: string): FieldError[] {
  const { strict, special } = validateAnyAddress(ip, `${field}.ip`);
  const errors = [...strict];
  if (hostname) errors.push(...complaints(`${field}.hostname`, hostname, isDnsLabel(hostname)));
  if (nodeName !== undefined) errors.push(...complaints(`${field}.nodeName`, nodeName, isDnsSubdomain(nodeName)));
  return [...errors, ...special];
}

function validatePort(port: EndpointPort, isNameNeeded: boolean, field: string): FieldError[] {
  const { name, protocol, appProtocol } = port;
  const errors: FieldError[] = [];
  if (name) errors.push(...complaints(`${field}.name`, name, isDnsLabel(name)));
  else if (isNameNeeded) errors.push(required(`${field}.name`));
  errors.push(...complaints(`${field}.port`, port.port, isPortNumber(port.port)));
  if (!protocol) errors.push(required(`${field}.protocol`));
  else if (!protocols.includes(protocol)) errors.push(unsupported(`${field}.protocol`, protocol, protocols));
  if (appProtocol !== undefined)
    errors.push(...complaints(`${field}.appProtocol`, appProtocol, isQualifiedName(appProtocol)));
  return errors;
}

function validateSubset({ addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset, field: string) {
  const errors: FieldError[] = [];
  if (addresses.length === 0 && notReadyAddresses.length === 0)
    errors.push(required(field, 'must specify `addresses` or `notReadyAddresses`'));
  for (const [index, address] of addresses.entries())
    errors.push(...validateAddress(address, `${field}.addresses[${index}]`));
  for (const [index, address] of notReadyAddresses.entries())
    errors.push(...validateAddress(address, `${field}.notReadyAddresses[${index}]`));
  for (const [index, port] of ports.entries())
    errors.push(...validatePort(port, ports.length > 1, `${field}.ports[${index}]`));
  return errors;
}

/** What is wrong with Endpoints, besides their metadata. Source: ValidateEndpoints. */
export const validateEndpoints = ({ subsets = [] }: Endpoints): FieldError[] =>
  subsets.flatMap((subset, index) => validateSubset(subset, `subsets[${index}]`));

/** Subsets that stay as they are were right once. */
export const validateEndpointsUpdate = (endpoints: Endpoints, old: Endpoints): FieldError[] =>
  isSame(endpoints.subsets ?? [], old.subsets ?? []) ? [] : validateEndpoints(endpoints);
