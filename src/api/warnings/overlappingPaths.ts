/** Files of one volume that are in each other's way. Source: pkg/api/pod/warnings.go warningsForOverlappingVirtualPaths. */
import type { ProjectedVolumeSource, Volume, VolumeProjection } from '../objects.ts';
import { quoted } from './go.ts';

interface File {
  path: string;
  /** What it comes from, where a volume has several sources. */
  source: string;
}

const shown = ({ path, source }: File) => (source ? `${quoted(path)} (${source})` : quoted(path));

const isInTheWay = (a: File, b: File) =>
  a.path !== '' && b.path !== '' && (`${a.path}/`.startsWith(`${b.path}/`) || `${b.path}/`.startsWith(`${a.path}/`));

/** Each file with those before it that it overlaps. */
function overlaps(files: File[]): string[] {
  const stripped = files.map((file) => ({ ...file, path: file.path.replace(/\/+$/, '') }));
  return stripped.flatMap((file, index) =>
    stripped
      .slice(0, index)
      .filter((earlier) => isInTheWay(earlier, file))
      .map((earlier) => `${shown(file)} with ${shown(earlier)}`),
  );
}

const filesOf = (items: { path?: string }[] | undefined, source = ''): File[] =>
  (items ?? []).map(({ path = '' }) => ({ path, source }));

function projectedFiles({ configMap, secret, downwardAPI, serviceAccountToken }: VolumeProjection): File[] {
  if (configMap?.items) return filesOf(configMap.items, `ConfigMap ${quoted(configMap.name)}`);
  if (secret?.items) return filesOf(secret.items, `Secret ${quoted(secret.name)}`);
  if (downwardAPI?.items) return filesOf(downwardAPI.items, 'DownwardAPI');
  return serviceAccountToken ? filesOf([serviceAccountToken], 'ServiceAccountToken') : [];
}

function warningsForProjected(name: string, { sources = [] }: ProjectedVolumeSource): string[] {
  const files: File[] = [];
  return sources.flatMap((source) => {
    if (Object.keys(source).length === 0) return [`volume ${quoted(name)} (Projected) has no sources provided`];
    const before = overlaps(files).length;
    files.push(...projectedFiles(source));
    return overlaps(files)
      .slice(before)
      .map((overlap) => `volume ${quoted(name)} (Projected): overlapping paths: ${overlap}`);
  });
}

export function warningsForOverlappingPaths(volumes: Volume[] | undefined): string[] {
  return (volumes ?? []).flatMap(({ name, configMap, secret, downwardAPI, projected }) => {
    const of = (files: File[], what: string) =>
      overlaps(files).map((overlap) => `volume ${quoted(name)} (${what}): overlapping paths: ${overlap}`);
    return [
      ...of(filesOf(configMap?.items), `ConfigMap ${quoted(configMap?.name)}`),
      ...of(filesOf(secret?.items), `Secret ${quoted(secret?.secretName)}`),
      ...of(filesOf(downwardAPI?.items), 'DownwardAPI'),
      ...(projected ? warningsForProjected(name, projected) : []),
    ];
  });
}
