import { isDnsLabel, isDnsSubdomain } from '../names.ts';
import type { PersistentVolumeClaim, TypedObjectReference } from '../objects.ts';
import { compareQuantities, parseQuantity } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';

type Spec = NonNullable<PersistentVolumeClaim['spec']>;
const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const volumeModes = ['Block', 'Filesystem'];

/** The access modes of a claim or a volume: ReadWriteOncePod stands alone. */
export function validateAccessModes(modes: readonly string[], field: string): FieldError[] {
  const errors = modes
    .filter((mode) => !accessModes.includes(mode))
    .map((mode) => unsupported(field, mode, accessModes));
  const known = new Set(modes.filter((mode) => accessModes.includes(mode)));
  if (known.has('ReadWriteOncePod') && known.size > 1)
    errors.push(forbidden(field, 'may not use ReadWriteOncePod with other access modes'));
  return errors;
}

/** Filesystem or Block. */
export const validateVolumeMode = (mode: string | undefined, field: string): FieldError[] =>
  mode !== undefined && !volumeModes.includes(mode) ? [unsupported(field, mode, volumeModes)] : [];

/** The name of a class, where one is given. */
export const validateClassName = (name: string | undefined, field: string): FieldError[] =>
  name ? complaints(field, name, isDnsSubdomain(name)) : [];

function validateStorage(storage: string | undefined, field: string): FieldError[] {
  if (storage === undefined) return [required(field)];
  return compareQuantities(parseQuantity(String(storage)), parseQuantity('0')) > 0
    ? []
    : [invalidValue(field, storage, 'must be greater than zero')];
}

/** What a volume is filled with. Source: validateDataSource, validateDataSourceRef. */
function validateDataSource(source: TypedObjectReference | undefined, field: string): FieldError[] {
  if (!source) return [];
  const { name, kind, apiGroup, namespace } = source;
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${field}.name`));
  if (!kind) errors.push(required(`${field}.kind`));
  if (!apiGroup && kind !== 'PersistentVolumeClaim')
    errors.push(
      invalidValue(field, kind ?? '', "must be 'PersistentVolumeClaim' when referencing the default apiGroup"),
    );
  if (apiGroup) errors.push(...complaints(`${field}.apiGroup`, apiGroup, isDnsSubdomain(apiGroup)));
  if (namespace) errors.push(...complaints(`${field}.namespace`, namespace, isDnsLabel(namespace)));
  return errors;
}

/** Both name the same, unless the second looks into another namespace: then it stands alone. */
function validateDataSources({ dataSource, dataSourceRef }: Spec, field: string): FieldError[] {
  const errors = [
    ...validateDataSource(dataSource, `${field}.dataSource`),
    ...validateDataSource(dataSourceRef, `${field}.dataSourceRef`),
  ];
  if (!dataSource || !dataSourceRef) return errors;
  // The value is the path of a field, of which the server prints nothing.
  if (dataSourceRef.namespace)
    return [...errors, invalidValue(field, {}, 'may not be specified when dataSourceRef.namespace is specified')];
  const isSame = (['apiGroup', 'kind', 'name'] as const).every((part) => dataSource[part] === dataSourceRef[part]);
  return isSame ? errors : [...errors, invalidValue(field, {}, 'must match dataSourceRef')];
}

/** What is wrong with the spec of a claim, at `field`. Source: ValidatePersistentVolumeClaimSpec. */
export function validateClaimSpec(given: PersistentVolumeClaim['spec'], field: string): FieldError[] {
  const spec: Spec = given ?? {};
  const requests = spec.resources?.requests as Record<string, string> | undefined;
  const modes = spec.accessModes ?? [];
  const at = `${field}.accessModes`;
  return [
    ...(modes.length === 0 ? [required(at, 'at least 1 access mode is required')] : []),
    ...(spec.selector ? validateLabelSelector(spec.selector, `${field}.selector`) : []),
    ...validateAccessModes(modes, at),
    ...validateStorage(requests?.storage, `${field}.resources[storage]`),
    ...validateClassName(spec.storageClassName, `${field}.storageClassName`),
    ...validateVolumeMode(spec.volumeMode, `${field}.volumeMode`),
    ...validateDataSources(spec, field),
    ...validateClassName(spec.volumeAttributesClassName, `${field}.volumeAttributesClassName`),
  ];
}
