import type { Check, PodCheck } from './check.ts';
import {
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  windowsHostProcess,
} from './checks/host.ts';
import { procMount, procMountRestricted, seLinuxOptions, sysctls } from './checks/kernel.ts';
import {
  allowPrivilegeEscalation,
  capabilitiesBaseline,
  capabilitiesRestricted,
  privileged,
  runAsNonRoot,
  runAsUser,
} from './checks/privileges.ts';
import { appArmorProfile, seccompProfileBaseline, seccompProfileRestricted } from './checks/profiles.ts';
import { restrictedVolumes } from './checks/restrictedVolumes.ts';
import type { LevelVersion } from './policy.ts';

/** In the order in which violations are told: of each level by id. Source: k8s.io/pod-security-admission policy of 1.36. */
const checks: readonly Check[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];

/** The rule in the form that it has in a version, if it has one. */
function formOf({ versions }: Check, version: number): PodCheck | undefined {
  const since = Object.keys(versions)
    .map(Number)
    .filter((minor) => minor <= version);
  return since.length > 0 ? versions[Math.max(...since)] : undefined;
}

/** The rules of a level as they are in a version. The restricted level holds those of baseline too. */
export function checksOf({ level, version }: LevelVersion): PodCheck[] {
  if (level === 'privileged') return [];
  const minor = version === 'latest' ? Number.POSITIVE_INFINITY : Number(version.slice('v1.'.length));
  const inForce = checks.filter((check) => (level === 'restricted' || check.level === level) && formOf(check, minor));
  const overridden = inForce.map(({ overrides }) => overrides);
  return inForce.flatMap((check) => (overridden.includes(check.id) ? [] : (formOf(check, minor) ?? [])));
}
