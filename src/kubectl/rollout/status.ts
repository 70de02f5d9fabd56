import type { DaemonSet, KubernetesObject, StatefulSet } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { revisionOf, type StoredDeployment } from '../deployments.ts';
import { mistake } from '../errors.ts';

/** What to print of a rollout, and whether it is done. */
export interface RolloutStatus {
  text: string;
  done: boolean;
}

type Viewer = (object: KubernetesObject, revision: number) => RolloutStatus;

const waiting = (text: string): RolloutStatus => ({ text: `${text}...\n`, done: false });
const finished = (text: string): RolloutStatus => ({ text: `${text}\n`, done: true });

/** By kind. Source: kubectl polymorphichelpers rollout_status.go. */
const viewers: Readonly<Record<string, Viewer>> = {
  Deployment(object, revision) {
    const { metadata, spec, status = {} } = object as StoredDeployment;
    const running = revisionOf(object);
    if (revision > 0 && revision !== running)
      throw mistake(`desired revision (${revision}) is different from the running revision (${running})`);
    if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0))
      return waiting('Waiting for deployment spec update to be observed');
    const progressing = status.conditions?.find((condition) => condition.type === 'Progressing');
    if (progressing?.reason === 'ProgressDeadlineExceeded')
      throw mistake(`deployment "${metadata.name}" exceeded its progress deadline`);
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
    const toFinish = (what: string) => waiting(`Waiting for deployment "${metadata.name}" rollout to finish: ${what}`);
    if (spec?.replicas !== undefined && updatedReplicas < spec.replicas)
      return toFinish(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`);
    if (replicas > updatedReplicas)
      return toFinish(`${replicas - updatedReplicas} old replicas are pending termination`);
    if (availableReplicas < updatedReplicas)
      return toFinish(`${availableReplicas} of ${updatedReplicas} updated replicas are available`);
    return finished(`deployment "${metadata.name}" successfully rolled out`);
  },
  DaemonSet(object) {
    const { metadata, spec, status } = object as DaemonSet & KubernetesObject;
    needsRollingUpdate(spec?.updateStrategy?.type);
    if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0))
      return waiting('Waiting for daemon set spec update to be observed');
    const { desiredNumberScheduled: desired = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status ?? {};
    const toFinish = (what: string) => waiting(`Waiting for daemon set "${metadata.name}" rollout to finish: ${what}`);
    if (updatedNumberScheduled < desired)
      return toFinish(`${updatedNumberScheduled} out of ${desired} new pods have been updated`);
    if (numberAvailable < desired) return toFinish(`${numberAvailable} of ${desired} updated pods are available`);
    return finished(`daemon set "${metadata.name}" successfully rolled out`);
  },
  StatefulSet(object) {
    const { metadata, spec, status } = object as StatefulSet & KubernetesObject;
    needsRollingUpdate(spec?.updateStrategy?.type);
    if (!status?.observedGeneration || (metadata.generation ?? 0) > status.observedGeneration)
      return waiting('Waiting for statefulset spec update to be observed');
    const { readyReplicas = 0, updatedReplicas = 0, currentReplicas = 0 } = status;
    const replicas = spec?.replicas ?? 0;
    if (readyReplicas < replicas) return waiting(`Waiting for ${replicas - readyReplicas} pods to be ready`);
    const rolling = spec?.updateStrategy?.rollingUpdate;
    if (rolling) {
      const wanted = replicas - (rolling.partition ?? 0);
      if (updatedReplicas < wanted)
        return waiting(
          `Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${wanted} new pods have been updated`,
        );
      return finished(`partitioned roll out complete: ${updatedReplicas} new pods have been updated...`);
    }
    if (status.updateRevision !== status.currentRevision)
      return waiting(
        `waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${status.updateRevision}`,
      );
    return finished(
      `statefulset rolling update complete ${currentReplicas} pods at revision ${status.currentRevision}...`,
    );
  },
};

function needsRollingUpdate(type: string | undefined): void {
  if (type !== 'RollingUpdate') throw mistake('rollout status is only available for RollingUpdate strategy type');
}

/** The status of a workload's rollout. Throws what kubectl says where it has failed, or cannot be said. */
export function rolloutStatusOf(resource: Resource, object: KubernetesObject, revision = 0): RolloutStatus {
  const { kind, group } = resource;
  const viewer = viewers[kind];
  if (!viewer) throw mistake(`no status viewer has been implemented for ${kind}${group && `.${group}`}`);
  return viewer(object, revision);
}
