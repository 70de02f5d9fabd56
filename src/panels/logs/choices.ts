import type { ContainerStatus, Pod, Stored } from '../../api/objects.ts';

/** A container whose log can be read. */
export interface Choice {
  name: string;
  status: ContainerStatus | undefined;
  /** It has ended before, and its log of that run is there. */
  hasPrevious: boolean;
}

/** The containers of a Pod in the order in which they run. */
export function choicesOf({ spec, status = {} }: Stored<Pod>): Choice[] {
  const all = [...(spec?.initContainers ?? []), ...(spec?.containers ?? []), ...(spec?.ephemeralContainers ?? [])];
  const statuses = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
    ...(status.ephemeralContainerStatuses ?? []),
  ];
  return all.map(({ name }) => {
    const found = statuses.find((one) => one.name === name);
    return { name, status: found, hasPrevious: found?.lastState?.terminated !== undefined };
  });
}

/** The container that is worth looking at first: one that has failed, else the one that kubectl would take. */
export function firstChoice(pod: Stored<Pod>): string {
  const choices = choicesOf(pod);
  const failed = choices.find(({ status }) => {
    const ended = status?.state?.terminated ?? (status?.state?.waiting && status.lastState?.terminated);
    return ended !== undefined && ended !== null && ended.exitCode !== 0;
  });
  const annotated = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  const named = choices.find(({ name }) => name === annotated);
  return (failed ?? named)?.name ?? pod.spec?.containers[0]?.name ?? '';
}

/** The command line that prints the same. */
export function commandFor(pod: Stored<Pod>, container: string, previous: boolean, times: boolean): string {
  const { name, namespace = 'default' } = pod.metadata;
  const words = ['kubectl logs', name];
  if (namespace !== 'default') words.push('-n', namespace);
  if (choicesOf(pod).length > 1) words.push('-c', container);
  if (previous) words.push('--previous');
  if (times) words.push('--timestamps');
  return words.join(' ');
}
