import type { PodSpec, SecurityContext } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, required, unsupported } from '../errors.ts';

function validateLinux(spec: PodSpec, field: string): FieldError[] {
  const contexts = [{ container: spec, field }, ...containersOf(spec, field)];
  return contexts.flatMap(({ container, field: at }) =>
    container.securityContext?.windowsOptions
      ? [forbidden(`${at}.securityContext.windowsOptions`, 'windows options cannot be set for a linux pod')]
      : [],
  );
}

/** What Windows does not have, in the order of Kubernetes. */
const notOfWindowsPods = [
  'securityContext.appArmorProfile',
  'securityContext.seLinuxOptions',
  'hostUsers',
  'hostPID',
  'hostIPC',
  'securityContext.seccompProfile',
  'securityContext.fsGroup',
  'securityContext.fsGroupChangePolicy',
  'securityContext.sysctls',
  'shareProcessNamespace',
  'securityContext.runAsUser',
  'securityContext.runAsGroup',
  'securityContext.supplementalGroups',
  'securityContext.supplementalGroupsPolicy',
  'securityContext.seLinuxChangePolicy',
];
const notOfWindowsContainers = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const satisfies (keyof SecurityContext)[];

function validateWindows(spec: PodSpec, field: string): FieldError[] {
  const context: Record<string, unknown> = { ...spec.securityContext };
  const isSet = (path: string) => {
    const name = path.replace('securityContext.', '');
    return path === name
      ? (spec as unknown as Record<string, unknown>)[name] !== undefined
      : context[name] !== undefined;
  };
  const refuse = (path: string) => forbidden(path, 'cannot be set for a windows pod');
  return [
    ...notOfWindowsPods.filter(isSet).map((path) => refuse(`${field}.${path}`)),
    ...containersOf(spec, field).flatMap(({ container: { securityContext }, field: at }) =>
      notOfWindowsContainers
        .filter((name) => securityContext?.[name] !== undefined)
        .map((name) => refuse(`${at}.securityContext.${name}`)),
    ),
  ];
}

const systems = ['linux', 'windows'];

/** The Pod's operating system, and what it does not have. Source: validateOS, validateLinux, validateWindows. */
export function validateOperatingSystem(spec: PodSpec, field: string): FieldError[] {
  if (!spec.os) return [];
  const { name } = spec.os;
  if (!name) return [required(`${field}.os.name`)];
  if (!systems.includes(name)) return [unsupported(`${field}.os`, name, systems)];
  return name === 'linux' ? validateLinux(spec, field) : validateWindows(spec, field);
}
