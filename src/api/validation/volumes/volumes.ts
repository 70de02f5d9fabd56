import { isDnsLabel, isDnsSubdomain } from '../../names.ts';
import type { Volume } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, duplicate, forbidden, invalidValue, required } from '../errors.ts';
import { refusedPath, sourceKinds, sources } from './sources.ts';

type Source = (source: unknown, field: string) => FieldError[];

/** The first source is checked, any other refused. Source: validateVolumeSource. */
function validateSource(volume: Volume, field: string, pod: string | undefined): FieldError[] {
  const errors: FieldError[] = [];
  let count = 0;
  for (const kind of sourceKinds) {
    const source = volume[kind];
    if (source === undefined || source === null) continue;
    if (count++ > 0) errors.push(forbidden(`${field}.${refusedPath(kind)}`, 'may not specify more than 1 volume type'));
    else {
      const { path, validate } = sources[kind];
      errors.push(...(validate as Source)(source, `${field}.${path ?? kind}`));
      if (kind === 'ephemeral') errors.push(...validateClaimName(volume.name, field, pod));
    }
    if (kind === 'iscsi') errors.push(...validateIscsiLength(volume, field));
  }
  return count === 0 ? [required(field, 'must specify a volume type')] : errors;
}

/** The claim that is made for the Pod is called after both. */
function validateClaimName(volume: string, field: string, pod: string | undefined): FieldError[] {
  if (!pod || !volume) return [];
  const claim = `${pod}-${volume}`;
  return isDnsSubdomain(claim).map((detail) =>
    invalidValue(`${field}.name`, volume, `PVC name ${JSON.stringify(claim)}: ${detail}`),
  );
}

function validateIscsiLength({ name, iscsi }: Volume, field: string): FieldError[] {
  const isTooLong = iscsi?.initiatorName !== undefined && `${name}:${iscsi.targetPortal}`.length > 64;
  const detail =
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
  return isTooLong ? [invalidValue(`${field}.name`, name, detail)] : [];
}

/** What was found, and the volumes that a container may mount: those that nothing is wrong with. */
export interface CheckedVolumes {
  errors: FieldError[];
  volumes: ReadonlyMap<string, Volume>;
}

const nothing: CheckedVolumes = { errors: [], volumes: new Map() };

/** The volumes of a Pod, whose name is known unless they are those of a template. Source: ValidateVolumes. */
export function validateVolumes(given: Volume[] | undefined, field: string, pod?: string): CheckedVolumes {
  if (!given) return nothing;
  const errors: FieldError[] = [];
  const volumes = new Map<string, Volume>();
  const made = new Set(pod ? given.filter(({ ephemeral }) => ephemeral).map(({ name }) => `${pod}-${name}`) : []);
  for (const [index, volume] of given.entries()) {
    const at = `${field}[${index}]`;
    const found = validateSource(volume, at, pod);
    if (!volume.name) found.push(required(`${at}.name`));
    else found.push(...complaints(`${at}.name`, volume.name, isDnsLabel(volume.name)));
    if (volumes.has(volume.name)) found.push(duplicate(`${at}.name`, volume.name));
    if (found.length === 0) volumes.set(volume.name, volume);
    errors.push(...found);
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim !== undefined && made.has(claim))
      errors.push(
        invalidValue(
          `${at}.persistentVolumeClaim.claimName`,
          claim,
          'must not reference a PVC that gets created for an ephemeral volume',
        ),
      );
  }
  return { errors, volumes };
}
