/** The order in which Go writes the fields of its structs, which error messages show. */
import layout from './podtemplatehash/layout.json' with { type: 'json' };
import { fieldsOf } from './structure.ts';

const whole = 'kind apiVersion metadata spec status';

/** Of structs outside of Pod templates. Source: types.go of the API groups. */
const orders: Record<string, string> = {
  ConfigMap: 'kind apiVersion metadata immutable data binaryData',
  CronJobSpec:
    'schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend jobTemplate successfulJobsHistoryLimit failedJobsHistoryLimit',
  DaemonSetSpec: 'selector template updateStrategy minReadySeconds revisionHistoryLimit',
  DaemonSetUpdateStrategy: 'type rollingUpdate',
  DeploymentSpec:
    'replicas selector template strategy minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds',
  DeploymentStatus:
    'observedGeneration replicas updatedReplicas readyReplicas availableReplicas unavailableReplicas terminatingReplicas conditions collisionCount',
  DeploymentStrategy: 'type rollingUpdate',
  HTTPIngressPath: 'path pathType backend',
  HorizontalPodAutoscalerSpec: 'scaleTargetRef minReplicas maxReplicas metrics behavior',
  IngressBackend: 'service resource',
  IngressRule: 'host http',
  IngressServiceBackend: 'name port',
  IngressSpec: 'ingressClassName defaultBackend tls rules',
  IngressTLS: 'hosts secretName',
  JobSpec:
    'parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit backoffLimitPerIndex maxFailedIndexes selector manualSelector template ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy',
  LimitRangeItem: 'type max min default defaultRequest maxLimitRequestRatio',
  MetricSpec: 'type object pods resource containerResource external',
  MetricTarget: 'type value averageValue averageUtilization',
  NetworkPolicyPeer: 'podSelector namespaceSelector ipBlock',
  NetworkPolicyPort: 'protocol port endPort',
  NetworkPolicySpec: 'podSelector ingress egress policyTypes',
  NodeSpec: 'podCIDR podCIDRs providerID unschedulable taints configSource externalID',
  PodDisruptionBudgetSpec: 'minAvailable selector maxUnavailable unhealthyPodEvictionPolicy',
  PodStatus:
    'observedGeneration phase conditions message reason nominatedNodeName hostIP hostIPs podIP podIPs startTime initContainerStatuses containerStatuses qosClass ephemeralContainerStatuses resize resourceClaimStatuses',
  PodTemplateSpec: 'metadata spec',
  PriorityClass: 'kind apiVersion metadata value globalDefault description preemptionPolicy',
  ReplicaSetSpec: 'replicas minReadySeconds selector template',
  ReplicationControllerSpec: 'replicas minReadySeconds selector template',
  ResourceQuotaSpec: 'hard scopes scopeSelector',
  RollingUpdateDaemonSet: 'maxUnavailable maxSurge',
  RollingUpdateDeployment: 'maxUnavailable maxSurge',
  RollingUpdateStatefulSetStrategy: 'partition maxUnavailable',
  Secret: 'kind apiVersion metadata immutable data stringData type',
  ServiceAccount: 'kind apiVersion metadata secrets imagePullSecrets automountServiceAccountToken',
  ServiceBackendPort: 'name number',
  ServicePort: 'name protocol appProtocol port targetPort nodePort',
  ServiceSpec:
    'ports selector clusterIP clusterIPs type externalIPs sessionAffinity loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution',
  StatefulSetSpec:
    'replicas selector template volumeClaimTemplates serviceName podManagementPolicy updateStrategy revisionHistoryLimit minReadySeconds persistentVolumeClaimRetentionPolicy ordinals',
  StatefulSetUpdateStrategy: 'type rollingUpdate',
  StorageClass:
    'kind apiVersion metadata provisioner parameters reclaimPolicy mountOptions allowVolumeExpansion volumeBindingMode allowedTopologies',
};

const structs = layout.structs as Record<string, string>;

/** The JSON names of a struct of Pod templates; those of embedded structs stand in their place. */
function namesInLayout(struct: string): string[] | undefined {
  return structs[`v1.${struct}`]?.split(';').flatMap((entry) => {
    const [go = '', json = '', type = ''] = entry.split(' ');
    if (json === '~') return namesInLayout(type.replace('v1.', '')) ?? [];
    return [json || go.charAt(0).toLowerCase() + go.slice(1)];
  });
}

/** The names of a struct's fields as Go orders them; where that is not known, by name. */
export function goOrderOf(struct: string): string[] {
  const known = orders[struct]?.split(' ') ?? namesInLayout(struct) ?? whole.split(' ');
  const all = [...fieldsOf(struct).keys()];
  return [...known.filter((name) => all.includes(name)), ...all.filter((name) => !known.includes(name))];
}
