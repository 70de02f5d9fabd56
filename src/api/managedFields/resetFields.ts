import { fieldsOf, typeOfResource } from '../structure.ts';
import { emptySet, type FieldSet, setOf } from './fieldSet.ts';
import { fieldElement } from './pathElement.ts';

const paths = (...fields: string[]): FieldSet => setOf(fields.map((field) => field.split('.').map(fieldElement)));

const status = paths('status');
const allButStatus = paths('spec');

/** Kinds whose status update leaves more alone than the spec. */
const moreOfStatus: Record<string, FieldSet> = {
  deployments: paths('spec', 'metadata.labels'),
  pods: paths('spec', 'metadata.deletionTimestamp', 'metadata.ownerReferences'),
};

/** What a write to the resource or its subresource cannot change, and nobody comes to manage by it. Source: the strategies' GetResetFields. */
export function resetFields(plural: string, subresource: string | undefined): FieldSet {
  if (subresource === 'status') return moreOfStatus[plural] ?? allButStatus;
  const type = typeOfResource(plural);
  return type.kind === 'struct' && fieldsOf(type.name).has('status') ? status : emptySet;
}
