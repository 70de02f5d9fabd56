import { isSame } from '../equal.ts';
import { byteLength, isQualifiedName } from '../names.ts';
import type { StorageClass, TopologySelectorTerm } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, immutable, invalidValue, required, tooLong, unsupported } from './errors.ts';

const mostParameters = 512;
const mostBytes = 256 * 1024;
const reclaimPolicies = ['Delete', 'Retain'];
const bindingModes = ['Immediate', 'WaitForFirstConsumer'];

function validateProvisioner(provisioner: string): FieldError[] {
  if (provisioner === '') return [required('provisioner')];
  const name = provisioner.toLowerCase();
  return complaints('provisioner', name, isQualifiedName(name));
}

function validateParameters(parameters: Record<string, string> = {}): FieldError[] {
  const entries = Object.entries(parameters);
  if (entries.length > mostParameters) return [tooLong('parameters', mostParameters)];
  const errors = entries
    .filter(([key]) => key === '')
    .map(([key]) => invalidValue('parameters', key, 'field can not be empty.'));
  const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  return size > mostBytes ? [...errors, tooLong('parameters', mostBytes)] : errors;
}

/** The values that a term allows, by key; and what is wrong with it. Source: ValidateTopologySelectorTerm. */
function validateTopology({ matchLabelExpressions = [] }: TopologySelectorTerm, field: string) {
  const errors: FieldError[] = [];
  const allowed: Record<string, string[]> = {};
  for (const [index, { key, values = [] }] of matchLabelExpressions.entries()) {
    const at = `${field}.matchLabelExpressions[${index}]`;
    if (values.length === 0) errors.push(required(`${at}.values`));
    for (const [valueIndex, value] of values.entries())
      if (values.indexOf(value) < valueIndex) errors.push(duplicate(`${at}.values[${valueIndex}]`, value));
    errors.push(...complaints(`${at}.key`, key, isQualifiedName(key)));
    if (key in allowed) errors.push(duplicate(`${at}.key`, key));
    allowed[key] = [...new Set(values)].sort();
  }
  return { errors, allowed };
}

function validateTopologies(topologies: TopologySelectorTerm[] = []): FieldError[] {
  const errors: FieldError[] = [];
  // The real server compares with one empty term for each that there is, too.
  const seen: Record<string, string[]>[] = topologies.map(() => ({}));
  for (const [index, term] of topologies.entries()) {
    const field = `allowedTopologies[${index}]`;
    const found = validateTopology(term, field);
    const same = seen.filter((other) => isSame(other, found.allowed));
    errors.push(...found.errors, ...same.map(() => duplicate(`${field}.matchLabelExpressions`, '')));
    seen.push(found.allowed);
  }
  return errors;
}

/** What is wrong with a StorageClass, besides its metadata. Source: pkg/apis/storage/validation ValidateStorageClass. */
export function validateStorageClass(storageClass: StorageClass): FieldError[] {
  const { provisioner = '', parameters, reclaimPolicy, volumeBindingMode, allowedTopologies } = storageClass;
  return [
    ...validateProvisioner(provisioner),
    ...validateParameters(parameters),
    ...(reclaimPolicy && !reclaimPolicies.includes(reclaimPolicy)
      ? [unsupported('reclaimPolicy', reclaimPolicy, reclaimPolicies)]
      : []),
    ...(volumeBindingMode !== undefined && bindingModes.includes(volumeBindingMode)
      ? []
      : [unsupported('volumeBindingMode', volumeBindingMode, bindingModes)]),
    ...validateTopologies(allowedTopologies),
  ];
}

/** Only expansion, topologies and mount options may change. Source: ValidateStorageClassUpdate. */
export function validateStorageClassUpdate(storageClass: StorageClass, old: StorageClass): FieldError[] {
  return (['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'] as const).flatMap((field) =>
    isSame(storageClass[field] ?? {}, old[field] ?? {})
      ? []
      : [invalidValue(field, storageClass[field] ?? null, immutable)],
  );
}
