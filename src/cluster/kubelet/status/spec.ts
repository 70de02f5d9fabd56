import type { Container, ContainerStatus, Pod } from '../../../api/objects.ts';

/** `init` runs to its end before the next; `sidecar` is an init container that stays; `main` is one of spec.containers. */
export type Role = 'init' | 'sidecar' | 'main';

/** An init container that is to run beside the others. Source: podutil.IsRestartableInitContainer. */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

/** Whether a container of this Pod starts again after it ended so. Source: podutil.ContainerShouldRestart. */
export function restartsAfter(
  container: Container,
  pod: Pick<Pod, 'spec'>,
  { exitCode = 0, reason }: { exitCode?: number; reason?: string },
  role: Role,
): boolean {
  if (reason === 'RestartingAllContainers') return true;
  if ((container.restartPolicyRules ?? []).some(({ exitCodes }) => exitCodes && matches(exitCodes, exitCode)))
    return true;
  const inherited = pod.spec?.restartPolicy ?? 'Always';
  const policy = container.restartPolicy ?? (role === 'init' && inherited === 'Always' ? 'OnFailure' : inherited);
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0);
}

function matches(exitCodes: { operator: string; values?: number[] }, exitCode: number): boolean {
  const isListed = exitCodes.values?.includes(exitCode) ?? false;
  return exitCodes.operator === 'In' ? isListed : !isListed;
}

/** The status with this container's name. */
export function statusOf(statuses: readonly ContainerStatus[], name: string): ContainerStatus | undefined {
  return statuses.find((status) => status.name === name);
}

/** The role of a container of spec.initContainers (`isInit`) or of spec.containers. */
export function roleOf(container: Container, isInit: boolean): Role {
  if (!isInit) return 'main';
  return isSidecar(container) ? 'sidecar' : 'init';
}
