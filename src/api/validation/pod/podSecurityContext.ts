import type { PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, unsupported } from '../errors.ts';
import { validateId } from './ids.ts';
import { validateAppArmor, validateSeccomp } from './profiles.ts';
import { validateSysctls } from './sysctls.ts';
import { validateWindowsOptions } from './windowsOptions.ts';

const oneOf = (value: string | undefined, supported: string[], field: string): FieldError[] =>
  value === undefined || supported.includes(value) ? [] : [unsupported(field, value, supported)];

/** The security context of the Pod, with the namespaces it shares. Source: validatePodSpecSecurityContext. */
export function validatePodSecurityContext(spec: PodSpec, field: string): FieldError[] {
  const context = spec.securityContext ?? {};
  const errors = [
    ...validateId(context.fsGroup, `${field}.fsGroup`),
    ...validateId(context.runAsUser, `${field}.runAsUser`),
    ...validateId(context.runAsGroup, `${field}.runAsGroup`),
    ...(context.supplementalGroups ?? []).flatMap((group, index) =>
      validateId(group, `${field}.supplementalGroups[${index}]`),
    ),
  ];
  if (spec.shareProcessNamespace && spec.hostPID)
    errors.push(
      invalidValue(`${field}.shareProcessNamespace`, true, 'ShareProcessNamespace and HostPID cannot both be enabled'),
    );
  return [
    ...errors,
    ...validateSysctls(spec, `${field}.sysctls`),
    ...oneOf(context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], `${field}.fsGroupChangePolicy`),
    ...validateSeccomp(context.seccompProfile, `${field}.seccompProfile`),
    ...validateWindowsOptions(context.windowsOptions, `${field}.windowsOptions`),
    ...validateAppArmor(context.appArmorProfile, `${field}.appArmorProfile`),
    ...oneOf(context.supplementalGroupsPolicy, ['Merge', 'Strict'], `${field}.supplementalGroupsPolicy`),
    // MountOption waits for a feature gate that is off (SELinuxMount).
    ...oneOf(context.seLinuxChangePolicy, ['Recursive'], `${field}.seLinuxChangePolicy`),
  ];
}
