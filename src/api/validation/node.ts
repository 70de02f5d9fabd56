import { isLabelValue, isQualifiedName } from '../names.ts';
import { isNetworkAddress, parseNetwork } from '../networks.ts';
import type { Node, Taint } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { taintEffects } from './pod/tolerations.ts';
import { validateAmounts } from './resourceNames.ts';

const goTaint = (taint: Taint) => ({
  Key: taint.key,
  Value: taint.value ?? '',
  Effect: taint.effect,
  TimeAdded: taint.timeAdded ?? null,
});

/** Taints, which the server reports at `metadata.taints`. Source: validateNodeTaints. */
function validateTaints(taints: Taint[]): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, taint] of taints.entries()) {
    const field = `metadata.taints[${index}]`;
    const value = taint.value ?? '';
    errors.push(...complaints(`${field}.key`, taint.key, isQualifiedName(taint.key)));
    const wrong = isLabelValue(value);
    if (wrong.length > 0) errors.push(invalidValue(`${field}.value`, value, wrong.join(';')));
    if (!taint.effect) errors.push(required(`${field}.effect`));
    else if (!taintEffects.includes(taint.effect))
      errors.push(unsupported(`${field}.effect`, taint.effect, taintEffects));
    const key = `${taint.key}:${taint.effect}`;
    if (seen.has(key))
      errors.push({ ...duplicate(field, goTaint(taint)), detail: 'taints must be unique by key and effect pair' });
    seen.add(key);
  }
  return errors;
}

/** Networks of a Node's Pods: one, or one of each family. */
function validateNetworks(networks: string[]): FieldError[] {
  const field = 'spec.podCIDRs';
  const errors = networks.flatMap((text, index) => complaints(`${field}[${index}]`, text, isNetworkAddress(text)));
  if (networks.length < 2) return errors;
  const parsed = networks.map(parseNetwork);
  const broken = parsed.indexOf(undefined);
  if (broken >= 0) {
    const text = networks[broken];
    const detail = `invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[${broken}]: ${text} (invalid CIDR address: ${text})`;
    errors.push({ type: 'Internal error', field, detail });
  }
  const families = new Set(parsed.map((network) => network?.bits.length));
  if (broken >= 0 || families.size < 2 || networks.length > 2)
    errors.push(invalidValue(field, networks, 'may specify no more than one CIDR for each IP family'));
  for (const [index, text] of networks.entries())
    if (networks.indexOf(text) < index) errors.push(duplicate(`${field}[${index}]`, text));
  return errors;
}

const validateStatusAmounts = ({ status }: Node): FieldError[] => [
  ...validateAmounts(status?.capacity, (name) => `status.capacity.${name}`),
  ...validateAmounts(status?.allocatable, (name) => `status.allocatable.${name}`),
];

/** What is wrong with a Node, besides its metadata. Source: ValidateNode. */
export const validateNode = (node: Node): FieldError[] => [
  ...validateTaints(node.spec?.taints ?? []),
  ...validateStatusAmounts(node),
  ...validateNetworks(node.spec?.podCIDRs ?? []),
];

const onlyOnce = (field: string, name: string) =>
  forbidden(field, `node updates may not change ${name} except from "" to valid`);

/** Addresses come once each. */
function validateAddresses({ status }: Node): FieldError[] {
  const seen = new Set<string>();
  return (status?.addresses ?? []).flatMap(({ type, address }, index) => {
    const key = `${type} ${address}`;
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown ? [duplicate(`status.addresses[${index}]`, { Type: type, Address: address })] : [];
  });
}

function validateNetworksUpdate(now: string[], old: string[]): FieldError[] {
  const error = onlyOnce('spec.podCIDRs', 'podCIDR');
  if (old.length === 0) return [];
  if (old.length !== now.length) return [error];
  return old.flatMap((text, index) => (text === now[index] ? [] : [error]));
}

/** What is given to a Node once stays: networks, provider. Source: ValidateNodeUpdate, which looks at the new Node too. */
export function validateNodeUpdate(node: Node, old: Node): FieldError[] {
  const errors = [
    ...validateNode(node),
    ...validateStatusAmounts(node),
    ...validateAddresses(node),
    ...validateNetworksUpdate(node.spec?.podCIDRs ?? [], old.spec?.podCIDRs ?? []),
  ];
  if (old.spec?.providerID && old.spec.providerID !== node.spec?.providerID)
    errors.push(onlyOnce('spec.providerID', 'providerID'));
  errors.push(...validateTaints(node.spec?.taints ?? []));
  if ((node.spec?.externalID ?? '') !== (old.spec?.externalID ?? ''))
    errors.push(forbidden('spec.externalID', 'may not be updated'));
  return errors;
}
