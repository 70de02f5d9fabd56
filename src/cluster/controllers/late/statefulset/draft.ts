import type { KubernetesObject, Pod, StatefulSet, Stored } from '../../../../api/objects.ts';
import type { View, Write } from '../../controller.ts';
import { eventAbout } from '../../podcontrol.ts';
import { availableAt, isPodReady, isPodTerminal } from '../../pods.ts';
import { revisionHashLabel } from '../revisions.ts';

export type StoredStatefulSet = Stored<StatefulSet>;

/** The component of its Events and the actor of its causes. */
export const statefulSetController = 'statefulset-controller';

/** A Pod of a StatefulSet: one that is there, or one that has still to be made. */
export type Replica = { ordinal: number; name: string; revision: string; pod?: Stored<Pod> };

/** A pass over a StatefulSet under way. */
export interface Draft {
  view: View;
  set: StoredStatefulSet;
  writes: Write[];
}

export const replicasOf = ({ spec }: StoredStatefulSet): number => spec?.replicas ?? 1;
export const firstOrdinal = ({ spec }: StoredStatefulSet): number => spec?.ordinals?.start ?? 0;
export const minReadySecondsOf = ({ spec }: StoredStatefulSet): number => spec?.minReadySeconds ?? 0;
/** Whether Pods are made and deleted all at once. Source: allowsBurst. */
export const isParallel = ({ spec }: StoredStatefulSet): boolean => spec?.podManagementPolicy === 'Parallel';

/** The number at the end of a Pod's name, where the rest is the StatefulSet's; otherwise undefined. Source: isMemberOf. */
export function ordinalOf({ metadata: { name } }: KubernetesObject, set: StoredStatefulSet): number | undefined {
  const match = /^(.*)-([0-9]+)$/.exec(name);
  return match && match[1] === set.metadata.name ? Number(match[2]) : undefined;
}

export function isInRange(ordinal: number, set: StoredStatefulSet): boolean {
  return ordinal >= firstOrdinal(set) && ordinal < firstOrdinal(set) + replicasOf(set);
}

export const revisionNameOf = ({ metadata }: KubernetesObject): string => metadata.labels?.[revisionHashLabel] ?? '';

export const isTerminating = (pod: Stored<Pod> | undefined): boolean => pod?.metadata.deletionTimestamp !== undefined;
export const hasEnded = (pod: Stored<Pod> | undefined): boolean => pod !== undefined && isPodTerminal(pod);
export const isRunningAndReady = (pod: Stored<Pod> | undefined): boolean =>
  pod?.status?.phase === 'Running' && isPodReady(pod);

/** Running, and ready for as long as the StatefulSet asks. */
export function isAvailable(pod: Stored<Pod> | undefined, { set, view }: Draft): boolean {
  if (!pod || !isRunningAndReady(pod)) return false;
  const at = availableAt(pod, minReadySecondsOf(set));
  return at !== undefined && at <= view.now;
}

export const isUnavailable = (pod: Stored<Pod> | undefined, draft: Draft): boolean =>
  !isAvailable(pod, draft) || isTerminating(pod);

/** `Create Pod db-0 in StatefulSet db successful`. Source: recordPodEvent. */
export function podEvent(set: StoredStatefulSet, verb: 'Create' | 'Update' | 'Delete', pod: string, refusal?: string) {
  const what = `${verb} Pod ${pod} in StatefulSet ${set.metadata.name}`;
  return refusal === undefined
    ? eventAbout(statefulSetController, set, 'Normal', `Successful${verb}`, `${what} successful`)
    : eventAbout(statefulSetController, set, 'Warning', `Failed${verb}`, `${what} failed error: ${refusal}`);
}

/** `Create Claim data-db-0 Pod db-0 in StatefulSet db success`. Source: recordClaimEvent. */
export function claimEvent(set: StoredStatefulSet, claim: string, pod: string, refusal?: string) {
  const { name } = set.metadata;
  return refusal === undefined
    ? eventAbout(
        statefulSetController,
        set,
        'Normal',
        'SuccessfulCreate',
        `Create Claim ${claim} Pod ${pod} in StatefulSet ${name} success`,
      )
    : eventAbout(
        statefulSetController,
        set,
        'Warning',
        'FailedCreate',
        `Create Claim ${claim} for Pod ${pod} in StatefulSet ${name} failed error: ${refusal}`,
      );
}
