import { goValue } from '../../goValue/goValue.ts';
import type { SecurityContext } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, unsupported } from '../errors.ts';
import { validateId } from './ids.ts';
import { validateAppArmor, validateSeccomp } from './profiles.ts';
import { validateWindowsOptions } from './windowsOptions.ts';

const procMounts = ['Default', 'Unmasked'];

function validateProcMount(procMount: string | undefined, field: string, hostUsers: boolean): FieldError[] {
  if (procMount === undefined) return [];
  if (!procMounts.includes(procMount)) return [unsupported(field, procMount, procMounts)];
  return hostUsers && procMount === 'Unmasked'
    ? [invalidValue(field, procMount, '`hostUsers` must be false to use `Unmasked`')]
    : [];
}

/** What would let a process gain rights that it must not gain. */
function validateEscalation(context: SecurityContext, field: string): FieldError[] {
  if (context.allowPrivilegeEscalation !== false) return [];
  const errors: FieldError[] = [];
  const refuse = (what: string) =>
    errors.push(
      invalidValue(
        field,
        goValue('v1.SecurityContext', context),
        `cannot set \`allowPrivilegeEscalation\` to false and ${what}`,
      ),
    );
  if (context.privileged) refuse('`privileged` to true');
  for (const capability of context.capabilities?.add ?? [])
    if (capability === 'CAP_SYS_ADMIN') refuse('`capabilities.Add` CAP_SYS_ADMIN');
  return errors;
}

/** The security context of a container, in a Pod with the host's users or its own. Source: ValidateSecurityContext. */
export function validateSecurityContext(
  context: SecurityContext | undefined,
  field: string,
  hostUsers: boolean,
): FieldError[] {
  if (!context) return [];
  return [
    ...validateId(context.runAsUser, `${field}.runAsUser`),
    ...validateId(context.runAsGroup, `${field}.runAsGroup`),
    ...validateProcMount(context.procMount, `${field}.procMount`, hostUsers),
    ...validateSeccomp(context.seccompProfile, `${field}.seccompProfile`),
    ...validateEscalation(context, field),
    ...validateWindowsOptions(context.windowsOptions, `${field}.windowsOptions`),
    ...validateAppArmor(context.appArmorProfile, `${field}.appArmorProfile`),
  ];
}
