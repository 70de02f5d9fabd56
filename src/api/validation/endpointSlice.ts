import { isSame } from '../equal.ts';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../names.ts';
import type { Endpoint, EndpointHints, EndpointSlice } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateAddressOf } from './endpointAddress.ts';
import { complaints, duplicate, immutable, invalidValue, required, tooMany, unsupported } from './errors.ts';

const addressTypes = ['FQDN', 'IPv4', 'IPv6'];
const protocols = ['SCTP', 'TCP', 'UDP'];
const most = { endpoints: 1000, addresses: 100, ports: 20000, hints: 8 };

/** Source: validation.IsFullyQualifiedDomainName. */
function validateDomain(given: string, field: string): FieldError[] {
  if (!given) return [required(field)];
  const name = given.replace(/\.$/, '');
  const wrong = isDnsSubdomain(name);
  if (wrong.length > 0) return [invalidValue(field, name, wrong.join(','))];
  const labels = name.split('.');
  if (labels.length < 2)
    return [invalidValue(field, name, 'should be a domain with at least two segments separated by dots')];
  const label = labels.find((one) => isDnsLabel(one).length > 0);
  return label === undefined ? [] : [invalidValue(field, label, isDnsLabel(label).join(','))];
}

function validateAddress(type: string, address: string, field: string): FieldError[] {
  if (type === 'IPv4' || type === 'IPv6') return validateAddressOf(type, address, field);
  return type === 'FQDN' ? validateDomain(address, field) : [];
}

type NameRule = (name: string) => string[];

/** Zones or Nodes that an endpoint is for; undefined: too many to look at more. */
function validateHint(hints: { name: string }[], field: string, rule: NameRule): FieldError[] | undefined {
  if (hints.length > most.hints) return undefined;
  return hints.flatMap(({ name }, index) => {
    const at = `${field}[${index}].name`;
    const isKnown = hints.findIndex((other) => other.name === name) < index;
    return [...(isKnown ? [duplicate(at, name)] : []), ...complaints(at, name, rule(name))];
  });
}

function validateHints({ forZones = [], forNodes = [] }: EndpointHints, field: string): FieldError[] {
  const zones = validateHint(forZones, `${field}.forZones`, isLabelValue);
  if (!zones) return [tooMany(`${field}.forZones`, forZones.length, most.hints)];
  const nodes = validateHint(forNodes, `${field}.forNodes`, isDnsSubdomain);
  return [...zones, ...(nodes ?? [tooMany(`${field}.forNodes`, forNodes.length, most.hints)])];
}

function validateEndpoint({ addresses = [], nodeName, hostname, hints }: Endpoint, type: string, field: string) {
  const errors: FieldError[] = [];
  const at = `${field}.addresses`;
  if (addresses.length === 0) errors.push(required(at, 'must contain at least 1 address'));
  if (addresses.length > most.addresses) errors.push(tooMany(at, addresses.length, most.addresses));
  for (const [index, address] of addresses.entries()) errors.push(...validateAddress(type, address, `${at}[${index}]`));
  if (nodeName !== undefined) errors.push(...complaints(`${field}.nodeName`, nodeName, isDnsSubdomain(nodeName)));
  if (hostname !== undefined) errors.push(...complaints(`${field}.hostname`, hostname, isDnsLabel(hostname)));
  return hints ? [...errors, ...validateHints(hints, `${field}.hints`)] : errors;
}

function validateEndpoints({ endpoints = [], addressType }: EndpointSlice): FieldError[] {
  if (endpoints.length > most.endpoints) return [tooMany('endpoints', endpoints.length, most.endpoints)];
  return endpoints.flatMap((endpoint, index) => validateEndpoint(endpoint, addressType, `endpoints[${index}]`));
}

function validatePorts({ ports = [] }: EndpointSlice): FieldError[] {
  if (ports.length > most.ports) return [tooMany('ports', ports.length, most.ports)];
  const seen = new Set<string>();
  return ports.flatMap(({ name = '', protocol, appProtocol }, index) => {
    const field = `ports[${index}]`;
    const errors = name ? complaints(`${field}.name`, name, isDnsLabel(name)) : [];
    if (seen.has(name)) errors.push(duplicate(`${field}.name`, name));
    seen.add(name);
    if (protocol === undefined) errors.push(required(`${field}.protocol`));
    else if (!protocols.includes(protocol)) errors.push(unsupported(`${field}.protocol`, protocol, protocols));
    if (appProtocol !== undefined)
      errors.push(...complaints(`${field}.appProtocol`, appProtocol, isQualifiedName(appProtocol)));
    return errors;
  });
}

function validateType({ addressType }: EndpointSlice): FieldError[] {
  if (!addressType) return [required('addressType')];
  return addressTypes.includes(addressType) ? [] : [unsupported('addressType', addressType, addressTypes)];
}

/** What is wrong with an EndpointSlice, besides its metadata. Source: pkg/apis/discovery/validation ValidateEndpointSlice. */
export const validateEndpointSlice = (slice: EndpointSlice): FieldError[] => [
  ...validateType(slice),
  ...validateEndpoints(slice),
  ...validatePorts(slice),
];

/** The type of the addresses stays; endpoints that stay as they are were right once. */
export const validateEndpointSliceUpdate = (slice: EndpointSlice, old: EndpointSlice): FieldError[] => [
  ...validateType(slice),
  ...(isSame(slice.endpoints ?? [], old.endpoints ?? []) ? [] : validateEndpoints(slice)),
  ...validatePorts(slice),
  ...(slice.addressType === old.addressType ? [] : [invalidValue('addressType', slice.addressType ?? '', immutable)]),
];
