import type { PodSpec, SecurityContext } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { invalidValue, required, unsupported } from './errors.ts';

const largestId = 2147483647;
const sysctlFormat = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';
const sysctlPattern = new RegExp(sysctlFormat);

const validateId = (id: number | undefined, field: string): FieldError[] =>
  id !== undefined && (id < 0 || id > largestId)
    ? [invalidValue(field, id, `must be between 0 and ${largestId}, inclusive`)]
    : [];

interface Profile {
  type: string;
  localhostProfile?: string;
}

function validateProfile(profile: Profile | undefined, field: string, what: 'seccomp' | 'AppArmor'): FieldError[] {
  if (!profile) return [];
  const { type, localhostProfile } = profile;
  const at = `${field}.localhostProfile`;
  if (!['Localhost', 'RuntimeDefault', 'Unconfined'].includes(type))
    return [unsupported(`${field}.type`, type, ['Localhost', 'RuntimeDefault', 'Unconfined'])];
  if (type === 'Localhost' && !localhostProfile) return [required(at, `must be set when ${what} type is Localhost`)];
  if (type !== 'Localhost' && localhostProfile !== undefined)
    return [invalidValue(at, localhostProfile, `can only be set when ${what} type is Localhost`)];
  return [];
}

/** As Go writes the struct into messages: all fields, unset ones null. */
function goSecurityContext(context: SecurityContext): Record<string, unknown> {
  const { capabilities } = context;
  return {
    Capabilities: capabilities ? { Add: capabilities.add ?? null, Drop: capabilities.drop ?? null } : null,
    Privileged: context.privileged ?? null,
    SELinuxOptions: context.seLinuxOptions ?? null,
    WindowsOptions: context.windowsOptions ?? null,
    RunAsUser: context.runAsUser ?? null,
    RunAsGroup: context.runAsGroup ?? null,
    RunAsNonRoot: context.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: context.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: context.allowPrivilegeEscalation ?? null,
    ProcMount: context.procMount ?? null,
    SeccompProfile: context.seccompProfile ?? null,
    AppArmorProfile: context.appArmorProfile ?? null,
  };
}

/** The security context of a container. Source: ValidateSecurityContext. */
export function validateSecurityContext(context: SecurityContext | undefined, field: string): FieldError[] {
  if (!context) return [];
  const errors = [
    ...validateId(context.runAsUser, `${field}.runAsUser`),
    ...validateId(context.runAsGroup, `${field}.runAsGroup`),
  ];
  const { procMount } = context;
  if (procMount !== undefined && procMount !== 'Default' && procMount !== 'Unmasked')
    errors.push(unsupported(`${field}.procMount`, procMount, ['Default', 'Unmasked']));
  errors.push(...validateProfile(context.seccompProfile, `${field}.seccompProfile`, 'seccomp'));
  if (context.allowPrivilegeEscalation === false) {
    const shown = goSecurityContext(context);
    if (context.privileged)
      errors.push(
        invalidValue(field, shown, 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true'),
      );
    if (context.capabilities?.add?.includes('CAP_SYS_ADMIN'))
      errors.push(
        invalidValue(
          field,
          shown,
          'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
        ),
      );
  }
  errors.push(...validateProfile(context.appArmorProfile, `${field}.appArmorProfile`, 'AppArmor'));
  return errors;
}

/** The security context of the Pod, with the namespaces it shares. Source: validatePodSpecSecurityContext. */
export function validatePodSecurityContext(spec: PodSpec, field: string): FieldError[] {
  const context = spec.securityContext ?? {};
  const at = `${field}.securityContext`;
  const errors = [
    ...validateId(context.fsGroup, `${at}.fsGroup`),
    ...validateId(context.runAsUser, `${at}.runAsUser`),
    ...validateId(context.runAsGroup, `${at}.runAsGroup`),
  ];
  for (const [index, group] of (context.supplementalGroups ?? []).entries())
    errors.push(...validateId(group, `${at}.supplementalGroups[${index}]`));
  if (spec.shareProcessNamespace && spec.hostPID)
    errors.push(
      invalidValue(`${at}.shareProcessNamespace`, true, 'ShareProcessNamespace and HostPID cannot both be enabled'),
    );
  const names = new Set<string>();
  for (const [index, sysctl] of (context.sysctls ?? []).entries()) {
    const name = `${at}.sysctls[${index}].name`;
    if (!sysctl.name) errors.push(required(name));
    else if (sysctl.name.length > 253 || !sysctlPattern.test(sysctl.name))
      errors.push(invalidValue(name, sysctl.name, `must have at most 253 characters and match regex ${sysctlFormat}`));
    else if (names.has(sysctl.name)) errors.push({ type: 'Duplicate value', field: name, value: sysctl.name });
    names.add(sysctl.name);
  }
  const policy = context.fsGroupChangePolicy;
  if (policy !== undefined && policy !== 'Always' && policy !== 'OnRootMismatch')
    errors.push(unsupported(`${at}.fsGroupChangePolicy`, policy, ['Always', 'OnRootMismatch']));
  errors.push(...validateProfile(context.seccompProfile, `${at}.seccompProfile`, 'seccomp'));
  errors.push(...validateProfile(context.appArmorProfile, `${at}.appArmorProfile`, 'AppArmor'));
  return errors;
}
