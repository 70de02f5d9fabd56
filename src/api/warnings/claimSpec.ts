import type { PersistentVolumeClaimSpec } from '../objects.ts';
import { warningsForBytes } from './amounts.ts';

/** What is doubtful about the spec of a claim, at `field`. Source: GetWarningsForPersistentVolumeClaimSpec. */
export function warningsForClaimSpec(spec: PersistentVolumeClaimSpec | undefined, field: string): string[] {
  const { requests, limits } = spec?.resources ?? {};
  return [
    ...warningsForBytes(requests, ['storage'], `${field}.resources.requests`),
    ...warningsForBytes(limits, ['storage'], `${field}.resources.limits`),
  ];
}
