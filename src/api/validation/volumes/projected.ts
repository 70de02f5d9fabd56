import type { ProjectedVolumeSource, ServiceAccountTokenProjection, VolumeProjection } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, invalidValue, required } from '../errors.ts';
import { validateDownwardFile, validateItems, validateMode } from './files.ts';
import { validateFilePath } from './paths.ts';

/** A token's path is reported beside the sources, as Kubernetes does. */
function validateToken(token: ServiceAccountTokenProjection, at: string, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const seconds = token.expirationSeconds ?? 0;
  const invalid = (detail: string) => errors.push(invalidValue(`${at}.expirationSeconds`, seconds, detail));
  if (seconds < 600) invalid('may not specify a duration less than 10 minutes');
  if (seconds > 2 ** 32) invalid('may not specify a duration larger than 2^32 seconds');
  if (!token.path) errors.push(required(`${field}.path`));
  else errors.push(...validateFilePath(token.path, `${field}.path`));
  return errors;
}

/** Tells of a file that was there before; `shown` is the value in the message. */
type Claim = (path: string | undefined, shown?: string) => FieldError[];

function validateSource(source: VolumeProjection, at: string, field: string, claim: Claim): FieldError[] {
  const errors: FieldError[] = [];
  const { secret, configMap, downwardAPI, serviceAccountToken } = source;
  for (const [kind, from] of Object.entries({ secret, configMap })) {
    if (!from) continue;
    if (!from.name) errors.push(required(`${at}.${kind}.name`));
    for (const [index, item] of (from.items ?? []).entries()) {
      const found = validateItems([item], '').map((error) => ({
        ...error,
        field: `${at}.${kind}.items[${index}]${error.field.slice('[0]'.length)}`,
      }));
      errors.push(...found, ...claim(item.path, from.name ?? ''));
    }
  }
  for (const file of downwardAPI?.items ?? [])
    errors.push(...validateDownwardFile(file, `${at}.downwardAPI`), ...claim(file.path));
  if (serviceAccountToken) errors.push(...validateToken(serviceAccountToken, `${at}.serviceAccountToken`, field));
  const count = [secret, configMap, downwardAPI, serviceAccountToken].filter(Boolean).length;
  if (count > 1) errors.push(forbidden(at, 'may not specify more than 1 volume type per source'));
  return errors;
}

/**
 * Files out of several sources in one volume. Source: validateProjectedVolumeSource; certificates and trust bundles are
 * not among them, as their feature gates are off.
 */
export function validateProjected(projected: ProjectedVolumeSource, field: string): FieldError[] {
  const paths = new Set<string>();
  const claim: Claim = (path, shown = path) => {
    if (!path) return [];
    const isTaken = paths.has(path);
    paths.add(path);
    return isTaken ? [invalidValue(field, shown, 'conflicting duplicate paths')] : [];
  };
  return [
    ...validateMode(projected.defaultMode, `${field}.defaultMode`),
    ...(projected.sources ?? []).flatMap((source, index) =>
      validateSource(source, `${field}.sources[${index}]`, field, claim),
    ),
  ];
}
