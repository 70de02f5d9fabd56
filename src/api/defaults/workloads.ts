import type { Deployment, PodSpec, PodTemplate, PodTemplateSpec, ReplicaSet } from '../objects.ts';
import { defaultPodSpec } from './podSpec.ts';

/** A Pod template with its defaults; one that is missing counts as empty, for validation to refuse. */
export function defaultTemplate(template: PodTemplateSpec | undefined): PodTemplateSpec {
  const spec = defaultPodSpec(template?.spec ?? noPod);
  return template?.metadata && spec === template.spec ? template : { metadata: {}, ...template, spec };
}

const noPod: PodSpec = { containers: [] };

/** A ReplicaSet with its defaults. Source: apps/v1 SetDefaults_ReplicaSet. */
export function defaultReplicaSet(replicaSet: ReplicaSet): ReplicaSet {
  const { spec } = replicaSet;
  return {
    ...replicaSet,
    spec: {
      ...(spec as NonNullable<typeof spec>),
      replicas: spec?.replicas ?? 1,
      template: defaultTemplate(spec?.template),
    },
    status: replicaSet.status ?? { replicas: 0 },
  };
}

/** A Deployment with its defaults. */
export function defaultDeployment(deployment: Deployment): Deployment {
  const { spec } = deployment;
  const type = spec?.strategy?.type || 'RollingUpdate';
  const given = spec?.strategy?.rollingUpdate;
  const rollingUpdate = { maxUnavailable: '25%', maxSurge: '25%', ...given };
  return {
    ...deployment,
    spec: {
      ...(spec as NonNullable<typeof spec>),
      replicas: spec?.replicas ?? 1,
      template: defaultTemplate(spec?.template),
      strategy: { ...spec?.strategy, type, ...(type === 'RollingUpdate' && { rollingUpdate }) },
      revisionHistoryLimit: spec?.revisionHistoryLimit ?? 10,
      progressDeadlineSeconds: spec?.progressDeadlineSeconds ?? 600,
    },
    status: deployment.status ?? {},
  };
}

/** A PodTemplate object with its defaults. */
export const defaultPodTemplate = (podTemplate: PodTemplate): PodTemplate => ({
  ...podTemplate,
  template: defaultTemplate(podTemplate.template),
});
