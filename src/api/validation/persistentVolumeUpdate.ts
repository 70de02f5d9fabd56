import { isSame } from '../equal.ts';
import { goDiff } from '../goValue/goDiff.ts';
import { goValue } from '../goValue/goValue.ts';
import type { NodeSelectorRequirement, NodeSelectorTerm, PersistentVolume, PersistentVolumeSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, immutable, invalidValue } from './errors.ts';

/** Labels of nodes that have a new name. */
const newNames: Record<string, string> = {
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
};

/** A secret for expansion can be added to a volume that has none. */
function comparableSource(spec: PersistentVolumeSpec, before: PersistentVolumeSpec): PersistentVolumeSpec {
  if (!spec.csi || !before.csi || before.csi.controllerExpandSecretRef) return spec;
  const { controllerExpandSecretRef: _, ...csi } = spec.csi;
  return { ...spec, csi };
}

const isSameRequirement = (now: NodeSelectorRequirement, before: NodeSelectorRequirement) =>
  isSame(now, before) || isSame(now, { ...before, key: newNames[before.key] ?? before.key });

const areSame = (now: NodeSelectorRequirement[] = [], before: NodeSelectorRequirement[] = []) =>
  now.length === before.length &&
  now.every((requirement, index) => isSameRequirement(requirement, before[index] as NodeSelectorRequirement));

const isSameTerm = (now: NodeSelectorTerm, before: NodeSelectorTerm) =>
  areSame(now.matchExpressions, before.matchExpressions) && areSame(now.matchFields, before.matchFields);

/** Where a volume can be used stays once it is said, but for labels that get their new names. */
function validateNodeAffinity({ nodeAffinity }: PersistentVolumeSpec, before: PersistentVolumeSpec): FieldError[] {
  if (!before.nodeAffinity) return [];
  const [now, old] = [nodeAffinity?.required?.nodeSelectorTerms, before.nodeAffinity.required?.nodeSelectorTerms];
  const isKept =
    nodeAffinity !== undefined &&
    now?.length === old?.length &&
    (now ?? []).every((term, index) => isSameTerm(term, old?.[index] ?? {}));
  if (isKept) return [];
  const detail = `${immutable}, except for updating from beta label to GA`;
  return [invalidValue('nodeAffinity', goValue('*v1.VolumeNodeAffinity', nodeAffinity), detail)];
}

/** What an update may not change in a PersistentVolume. Source: ValidatePersistentVolumeUpdate. */
export function validatePersistentVolumeChange(volume: PersistentVolume, old: PersistentVolume): FieldError[] {
  const [spec, before] = [volume.spec ?? {}, old.spec ?? {}];
  const errors: FieldError[] = [];
  const diff = goDiff('v1.PersistentVolumeSource', before, comparableSource(spec, before));
  if (diff)
    errors.push(
      forbidden('spec.persistentvolumesource', `spec.persistentvolumesource is immutable after creation\n${diff}`),
    );
  if (spec.volumeMode !== before.volumeMode)
    errors.push(invalidValue('volumeMode', spec.volumeMode ?? null, immutable));
  errors.push(...validateNodeAffinity(spec, before));
  if (before.volumeAttributesClassName !== undefined && spec.volumeAttributesClassName === undefined)
    errors.push(forbidden('spec.volumeAttributesClassName', 'update from non-nil value to nil is forbidden'));
  return errors;
}
