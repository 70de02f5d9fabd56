import type { Container, EphemeralContainer, Volume, VolumeDevice, VolumeMount } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, invalidValue, notFoundValue, required, unsupported } from '../errors.ts';
import { validateLocalPath, validateNoBackSteps } from '../volumes/paths.ts';

type AnyContainer = Container | EphemeralContainer;
type Volumes = ReadonlyMap<string, Volume>;

const propagations = ['Bidirectional', 'HostToContainer', 'None'];

function validatePropagation({ mountPropagation }: VolumeMount, container: AnyContainer, field: string): FieldError[] {
  if (mountPropagation === undefined) return [];
  if (!propagations.includes(mountPropagation)) return [unsupported(field, mountPropagation, propagations)];
  return mountPropagation === 'Bidirectional' && !container.securityContext?.privileged
    ? [forbidden(field, 'Bidirectional mount propagation is available only to privileged containers')]
    : [];
}

const readOnlyModes = ['Disabled', 'Enabled', 'IfPossible'];

function validateRecursiveReadOnly(mount: VolumeMount, field: string): FieldError[] {
  const { recursiveReadOnly: mode, readOnly, mountPropagation = 'None' } = mount;
  if (mode === undefined || mode === 'Disabled') return [];
  if (!readOnlyModes.includes(mode)) return [unsupported(field, mode, readOnlyModes)];
  return [
    ...(readOnly ? [] : [forbidden(field, 'may only be specified when readOnly is true')]),
    ...(mountPropagation === 'None'
      ? []
      : [forbidden(field, 'may only be specified when mountPropagation is None or not specified')]),
  ];
}

/** A container's name and path as they stand for another list: the last of one name counts. */
const byName = (entries: [string, string][]) => new Map(entries);

/** What a container mounts. Paths within a volume are reported without index. Source: ValidateVolumeMounts. */
export function validateMounts(container: AnyContainer, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const paths = new Set<string>();
  const devices = byName((container.volumeDevices ?? []).map(({ name, devicePath }) => [name, devicePath]));
  for (const [index, mount] of (container.volumeMounts ?? []).entries()) {
    const at = `${field}[${index}]`;
    const { name = '', mountPath = '', subPath, subPathExpr } = mount;
    if (!name) errors.push(required(`${at}.name`));
    if (!volumes.has(name)) errors.push(notFoundValue(`${at}.name`, name));
    if (!mountPath) errors.push(required(`${at}.mountPath`));
    if (paths.has(mountPath)) errors.push(invalidValue(`${at}.mountPath`, mountPath, 'must be unique'));
    paths.add(mountPath);
    if (devices.has(name)) errors.push(invalidValue(`${at}.name`, name, 'must not already exist in volumeDevices'));
    if ([...devices.values()].includes(mountPath))
      errors.push(invalidValue(`${at}.mountPath`, mountPath, 'must not already exist as a path in volumeDevices'));
    if (subPath) errors.push(...validateLocalPath(subPath, `${field}.subPath`));
    if (subPathExpr) {
      if (subPath)
        errors.push(invalidValue(`${at}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive'));
      errors.push(...validateLocalPath(subPathExpr, `${field}.subPathExpr`));
    }
    errors.push(...validatePropagation(mount, container, `${field}.mountPropagation`));
    errors.push(...validateRecursiveReadOnly(mount, `${field}.recursiveReadOnly`));
  }
  return errors;
}

function validateDeviceVolume(name: string, volumes: Volumes, field: string): FieldError[] {
  const volume = volumes.get(name);
  if (!volume) return [notFoundValue(field, name)];
  return volume.persistentVolumeClaim || volume.ephemeral
    ? []
    : [
        invalidValue(
          field,
          name,
          'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
        ),
      ];
}

/** The block devices of a container. Source: ValidateVolumeDevices. */
export function validateDevices(container: AnyContainer, volumes: Volumes, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  const paths = new Set<string>();
  const mounts = byName((container.volumeMounts ?? []).map(({ name, mountPath }) => [name, mountPath]));
  for (const [index, { name = '', devicePath = '' }] of (container.volumeDevices ?? ([] as VolumeDevice[])).entries()) {
    const [ofName, ofPath] = [`${field}[${index}].name`, `${field}[${index}].devicePath`];
    if (!name) errors.push(required(ofName));
    if (names.has(name)) errors.push(invalidValue(ofName, name, 'must be unique'));
    errors.push(...validateDeviceVolume(name, volumes, ofName));
    if (!devicePath) errors.push(required(ofPath));
    if (paths.has(devicePath)) errors.push(invalidValue(ofPath, devicePath, 'must be unique'));
    if (devicePath && validateNoBackSteps(devicePath, ofPath).length > 0)
      errors.push(invalidValue(ofPath, devicePath, "can not contain backsteps ('..')"));
    else paths.add(devicePath);
    if (mounts.has(name)) errors.push(invalidValue(ofName, name, 'must not already exist in volumeMounts'));
    if ([...mounts.values()].includes(devicePath))
      errors.push(invalidValue(ofPath, devicePath, 'must not already exist as a path in volumeMounts'));
    if (name) names.add(name);
  }
  return errors;
}
