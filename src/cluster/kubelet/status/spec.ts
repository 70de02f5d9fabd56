import type { Container, ContainerStatus, Pod } from '../../../api/objects.ts';

/**
 * `init` runs to its end before the next; `sidecar` is an init container that stays; `main` is one of spec.containers;
 * `ephemeral` was added to a Pod that runs, and is started once.
 */
export type Role = 'init' | 'sidecar' | 'main' | 'ephemeral';

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
  if (role === 'ephemeral') return false;
  if (reason === 'RestartingAllContainers') return true;
  if (restartRuleOf(container, exitCode)) return true;
  const inherited = pod.spec?.restartPolicy ?? 'Always';
  const policy = container.restartPolicy ?? (role === 'init' && inherited === 'Always' ? 'OnFailure' : inherited);
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0);
}

/** The first of a container's rules that an exit code meets. */
export function restartRuleOf(
  { restartPolicyRules = [] }: Container,
  exitCode: number,
): NonNullable<Container['restartPolicyRules']>[number] | undefined {
  return restartPolicyRules.find(({ exitCodes }) => exitCodes && matches(exitCodes, exitCode));
}

function matches(exitCodes: { operator: string; values?: number[] }, exitCode: number): boolean {
  const isListed = exitCodes.values?.includes(exitCode) ?? false;
  return exitCodes.operator === 'In' ? isListed : !isListed;
}

/** The status with this container's name. */
export function statusOf(statuses: readonly ContainerStatus[], name: string): ContainerStatus | undefined {
  return statuses.find((status) => status.name === name);
}

/** A container of a Pod's spec and the part that it plays. */
export interface SpecifiedContainer {
  spec: Container;
  role: Role;
}

/** All containers: init containers first, ephemeral ones last, each in the order of the spec. */
export function containersOf({ spec }: Pick<Pod, 'spec'>): SpecifiedContainer[] {
  const list: SpecifiedContainer[] = [];
  for (const own of spec?.initContainers ?? []) list.push({ spec: own, role: isSidecar(own) ? 'sidecar' : 'init' });
  for (const own of spec?.containers ?? []) list.push({ spec: own, role: 'main' });
  for (const own of spec?.ephemeralContainers ?? []) list.push({ spec: own, role: 'ephemeral' });
  return list;
}
