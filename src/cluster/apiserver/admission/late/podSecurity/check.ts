import type { Container, ObjectMeta, PodSpec } from '../../../../../api/objects.ts';

/** Why a Pod breaks a rule: in a word or two, and in detail. */
export interface Violation {
  reason: string;
  detail: string;
}

/** Finds what is forbidden in a Pod, or nothing. */
export type PodCheck = (spec: PodSpec, metadata: ObjectMeta | undefined) => Violation | undefined;

/** One rule of the Pod Security Standards. */
export interface Check {
  id: string;
  level: 'baseline' | 'restricted';
  /** By the minor version of Kubernetes from which it holds in that form. */
  versions: Record<number, PodCheck>;
  /** The rule of the level below that it stands for. */
  overrides?: string;
}

/** All containers, in the order in which messages name them. */
export const containersOf = ({ initContainers, containers, ephemeralContainers }: PodSpec): Container[] => [
  ...(initContainers ?? []),
  ...(containers ?? []),
  ...((ephemeralContainers ?? []) as Container[]),
];

export const pluralize = (singular: string, plural: string, count: number): string => (count === 1 ? singular : plural);

/** `"a", "b"` */
export const quoted = (items: readonly string[]): string => `"${items.join('", "')}"`;

/** Each once, sorted. */
export const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort();

/** `containers "a", "b"` */
export const naming = (containers: readonly { name: string }[]): string =>
  `${pluralize('container', 'containers', containers.length)} ${quoted(containers.map(({ name }) => name))}`;

/** `pod and container "a"`: who sets what is forbidden. */
export function setters(isPod: boolean, containers: readonly { name: string }[]): string | undefined {
  const who = [...(isPod ? ['pod'] : []), ...(containers.length > 0 ? [naming(containers)] : [])];
  return who.length > 0 ? who.join(' and ') : undefined;
}

/** The rule, except for Pods of Windows. */
export const onLinux =
  (check: PodCheck): PodCheck =>
  (spec, metadata) =>
    spec.os?.name === 'windows' ? undefined : check(spec, metadata);

/** The rule, except for Pods in a user namespace of their own. */
export const outsideUserNamespaces =
  (check: PodCheck): PodCheck =>
  (spec, metadata) =>
    spec.hostUsers === false ? undefined : check(spec, metadata);
