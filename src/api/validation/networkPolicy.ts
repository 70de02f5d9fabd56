import { isPortName, isPortNumber } from '../names.ts';
import { isNetworkAddress, isStrictSubset, parseNetwork } from '../networks.ts';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';

const protocols = ['TCP', 'UDP', 'SCTP'];
const policyTypes = ['Ingress', 'Egress'];

function validatePort({ protocol, port, endPort }: NetworkPolicyPort, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const end = `${field}.endPort`;
  if (protocol !== undefined && !protocols.includes(protocol))
    errors.push(unsupported(`${field}.protocol`, protocol, protocols));
  if (typeof port === 'number') {
    errors.push(...complaints(`${field}.port`, port, isPortNumber(port)));
    if (endPort === undefined) return errors;
    // Kubernetes shows the port here, not the endPort.
    if (endPort < port) errors.push(invalidValue(end, port, 'must be greater than or equal to `port`'));
    return [...errors, ...complaints(end, endPort, isPortNumber(endPort))];
  }
  if (endPort !== undefined) {
    const what = port === undefined ? 'not specified' : 'non-numeric';
    errors.push(invalidValue(end, endPort, `may not be specified when \`port\` is ${what}`));
  }
  return port === undefined ? errors : [...errors, ...complaints(`${field}.port`, port, isPortName(port))];
}

function validateBlock({ cidr, except = [] }: IPBlock, field: string, known: readonly string[]): FieldError[] {
  if (!cidr) return [required(`${field}.cidr`)];
  const check = (at: string, text: string) =>
    known.includes(text) ? [] : complaints(at, text, isNetworkAddress(text));
  const errors = check(`${field}.cidr`, cidr);
  const network = parseNetwork(cidr);
  if (!network) return errors;
  for (const [index, text] of except.entries()) {
    const at = `${field}.except[${index}]`;
    errors.push(...check(at, text));
    const hole = parseNetwork(text);
    if (hole && !isStrictSubset(hole, network))
      errors.push(invalidValue(at, text, 'must be a strict subset of `cidr`'));
  }
  return errors;
}

function validatePeer(peer: NetworkPolicyPeer, field: string, known: readonly string[]): FieldError[] {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  const errors: FieldError[] = [];
  if (podSelector) errors.push(...validateLabelSelector(podSelector, `${field}.podSelector`));
  if (namespaceSelector) errors.push(...validateLabelSelector(namespaceSelector, `${field}.namespaceSelector`));
  if (ipBlock) errors.push(...validateBlock(ipBlock, `${field}.ipBlock`, known));
  const hasSelector = Boolean(podSelector ?? namespaceSelector);
  if (!hasSelector && !ipBlock) errors.push(required(field, 'must specify a peer'));
  if (hasSelector && ipBlock) errors.push(forbidden(field, 'may not specify both ipBlock and another peer'));
  return errors;
}

interface Rule {
  ports?: NetworkPolicyPort[] | undefined;
  peers?: NetworkPolicyPeer[] | undefined;
}

const validateRule = (rule: Rule, field: string, peersName: string, known: readonly string[]): FieldError[] => [
  ...(rule.ports ?? []).flatMap((port, index) => validatePort(port, `${field}.ports[${index}]`)),
  ...(rule.peers ?? []).flatMap((peer, index) => validatePeer(peer, `${field}.${peersName}[${index}]`, known)),
];

function validateSpec({ spec }: NetworkPolicy, known: readonly string[]): FieldError[] {
  const errors = validateLabelSelector(spec?.podSelector, 'spec.podSelector');
  for (const [index, { ports, from }] of (spec?.ingress ?? []).entries())
    errors.push(...validateRule({ ports, peers: from }, `spec.ingress[${index}]`, 'from', known));
  for (const [index, { ports, to }] of (spec?.egress ?? []).entries())
    errors.push(...validateRule({ ports, peers: to }, `spec.egress[${index}]`, 'to', known));
  const types: readonly string[] = spec?.policyTypes ?? [];
  if (types.length > policyTypes.length)
    return [...errors, invalidValue('spec.policyTypes', types, 'may not specify more than two policyTypes')];
  for (const [index, type] of types.entries())
    if (!policyTypes.includes(type)) errors.push(unsupported(`spec.policyTypes[${index}]`, type, policyTypes));
  return errors;
}

/** What is wrong with a NetworkPolicy, besides its metadata. Source: networking validation ValidateNetworkPolicy. */
export const validateNetworkPolicy = (policy: NetworkPolicy): FieldError[] => validateSpec(policy, []);

/** Networks that the policy had before are not looked at again. Source: ValidateNetworkPolicyUpdate. */
export function validateNetworkPolicyUpdate(policy: NetworkPolicy, old: NetworkPolicy): FieldError[] {
  const { ingress = [], egress = [] } = old.spec ?? {};
  const peers = [...ingress.flatMap((rule) => rule.from ?? []), ...egress.flatMap((rule) => rule.to ?? [])];
  const known = peers.flatMap(({ ipBlock }) => (ipBlock ? [ipBlock.cidr, ...(ipBlock.except ?? [])] : []));
  return validateSpec(policy, known);
}
