import { isNetwork } from '../addresses.ts';
import { isLabelValue, isQualifiedName } from '../names.ts';
import type { Node, Taint } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, required, unsupported } from './errors.ts';
import { taintEffects } from './scheduling.ts';

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
    errors.push(...complaints(`${field}.value`, value, isLabelValue(value)));
    if (!taint.effect) errors.push(required(`${field}.effect`));
    else if (!taintEffects.includes(taint.effect))
      errors.push(unsupported(`${field}.effect`, taint.effect, taintEffects));
    const key = `${taint.key}:${taint.effect}`;
    if (seen.has(key))
      errors.push({
        type: 'Duplicate value',
        field,
        value: goTaint(taint),
        detail: 'taints must be unique by key and effect pair',
      });
    seen.add(key);
  }
  return errors;
}

/** What is wrong with a Node, besides its metadata. Source: ValidateNode. */
export function validateNode(node: Node): FieldError[] {
  const { taints = [], podCIDRs = [] } = node.spec ?? {};
  return [
    ...validateTaints(taints),
    ...podCIDRs.flatMap((network, index) => complaints(`spec.podCIDRs[${index}]`, network, isNetwork(network))),
  ];
}
