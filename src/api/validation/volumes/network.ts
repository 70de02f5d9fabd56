/** Volumes on servers in the network, by the in-tree drivers. Source: pkg/apis/core/validation/validation.go. */
import type {
  CephFSVolumeSource,
  FCVolumeSource,
  FlockerVolumeSource,
  GlusterfsVolumeSource,
  ISCSIVolumeSource,
  NFSVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
} from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required } from '../errors.ts';
import { validateRequired } from './required.ts';

const lunRange = 'must be between 0 and 255, inclusive';

/** The path of an NFS server may be empty twice over: it is required, and it is not absolute. */
export function validateNfs({ server, path }: NFSVolumeSource, field: string): FieldError[] {
  const errors = validateRequired({ server, path }, field);
  if (!path?.startsWith('/')) errors.push(invalidValue(`${field}.path`, path ?? '', 'must be an absolute path'));
  return errors;
}

const initiatorFormats: Record<string, RegExp> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

function validateInitiator(name: string, field: string): FieldError[] {
  const format = initiatorFormats[name.slice(0, 3)];
  if (!format) return [invalidValue(field, name, 'must be valid format starting with iqn, eui, or naa')];
  return format.test(name) ? [] : [invalidValue(field, name, 'must be valid format')];
}

export function validateIscsi(source: ISCSIVolumeSource, field: string): FieldError[] {
  const { targetPortal, iqn, lun = 0, chapAuthDiscovery, chapAuthSession, secretRef, initiatorName } = source;
  const errors = validateRequired({ targetPortal, iqn }, field);
  if (iqn) errors.push(...validateInitiator(iqn, `${field}.iqn`));
  if (lun < 0 || lun > 255) errors.push(invalidValue(`${field}.lun`, lun, lunRange));
  if ((chapAuthDiscovery || chapAuthSession) && !secretRef) errors.push(required(`${field}.secretRef`));
  if (initiatorName !== undefined) errors.push(...validateInitiator(initiatorName, `${field}.initiatorname`));
  return errors;
}

export const validateGlusterfs = ({ endpoints, path }: GlusterfsVolumeSource, field: string): FieldError[] =>
  validateRequired({ endpoints, path }, field);

export function validateFlocker({ datasetName, datasetUUID }: FlockerVolumeSource, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!datasetName && !datasetUUID) errors.push(required(field, 'one of datasetName and datasetUUID is required'));
  if (datasetName && datasetUUID)
    errors.push(invalidValue(field, 'resource', 'datasetName and datasetUUID can not be specified simultaneously'));
  if (datasetName?.includes('/'))
    errors.push(invalidValue(`${field}.datasetName`, datasetName, "must not contain '/'"));
  return errors;
}

const requireList = (list: readonly string[] | undefined, field: string) => (list?.length ? [] : [required(field)]);

export const validateRbd = ({ monitors, image }: RBDVolumeSource, field: string): FieldError[] => [
  ...requireList(monitors, `${field}.monitors`),
  ...validateRequired({ image }, field),
];

export const validateCephfs = ({ monitors }: CephFSVolumeSource, field: string): FieldError[] =>
  requireList(monitors, `${field}.monitors`);

const registryForm = 'must be a host:port pair or multiple pairs separated by commas';
const hostPort = /^(\[[^[\]]*\]|[^[\]:]*):[^:]*$/;

export function validateQuobyte({ registry, tenant, volume }: QuobyteVolumeSource, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!registry) errors.push(required(`${field}.registry`, registryForm));
  else if ((tenant?.length ?? 0) >= 65)
    errors.push(required(`${field}.tenant`, 'must be a UUID and may not exceed a length of 64 characters'));
  else
    for (const pair of registry.split(','))
      if (!hostPort.test(pair)) errors.push(invalidValue(`${field}.registry`, registry, registryForm));
  return [...errors, ...validateRequired({ volume }, field)];
}

export function validateFc({ targetWWNs = [], wwids = [], lun }: FCVolumeSource, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = `${field}.targetWWNs`;
  if (targetWWNs.length + wwids.length === 0)
    errors.push(required(names, 'must specify either targetWWNs or wwids, but not both'));
  if (targetWWNs.length > 0 && wwids.length > 0)
    errors.push(invalidValue(names, targetWWNs, 'targetWWNs and wwids can not be specified simultaneously'));
  if (targetWWNs.length > 0) {
    if (lun === undefined) errors.push(required(`${field}.lun`, 'lun is required if targetWWNs is specified'));
    else if (lun < 0 || lun > 255) errors.push(invalidValue(`${field}.lun`, lun, lunRange));
  }
  return errors;
}
