import layout from '../podtemplatehash/layout.json' with { type: 'json' };
import type { Type } from '../structure.ts';

/** A field of a Go struct as messages of the decoder name it. */
export interface GoField {
  /** Its type, without the `*` of a pointer: `[]v1.Container`. */
  type: string;
  /** The name in paths: with the struct before it that is a part of the outer one without a name of its own in JSON. */
  path: string;
}

/**
 * Fields outside of Pod templates (those stand in layout.json) whose type in Go is another than their structure tells:
 * texts of named types, mostly. Source: k8s.io/api types.go.
 */
const namedFields: Record<string, string> = {
  AttachedVolume: 'name v1.UniqueVolumeName',
  ConfigMapNodeConfigSource: 'uid types.UID',
  ContainerResourceMetricSource: 'name v1.ResourceName',
  ContainerStatus: 'stopSignal v1.Signal',
  CronJobSpec: 'concurrencyPolicy v1.ConcurrencyPolicy',
  DaemonSetCondition: 'type v1.DaemonSetConditionType;status v1.ConditionStatus',
  DaemonSetUpdateStrategy: 'type v1.DaemonSetUpdateStrategyType',
  DeploymentCondition: 'type v1.DeploymentConditionType;status v1.ConditionStatus',
  DeploymentStrategy: 'type v1.DeploymentStrategyType',
  DiscoveryV1EndpointPort: 'protocol v1.Protocol',
  EndpointPort: 'protocol v1.Protocol',
  EndpointSlice: 'addressType v1.AddressType',
  HPAScalingPolicy: 'type v2.HPAScalingPolicyType',
  HPAScalingRules: 'selectPolicy v2.ScalingPolicySelect',
  HTTPIngressPath: 'pathType v1.PathType',
  HorizontalPodAutoscalerCondition: 'type v2.HorizontalPodAutoscalerConditionType;status v1.ConditionStatus',
  IngressPortStatus: 'protocol v1.Protocol',
  JobCondition: 'type v1.JobConditionType;status v1.ConditionStatus',
  JobSpec: 'completionMode v1.CompletionMode;podReplacementPolicy v1.PodReplacementPolicy',
  LeaseSpec: 'strategy v1.CoordinatedLeaseStrategy',
  LimitRangeItem: 'type v1.LimitType',
  LoadBalancerIngress: 'ipMode v1.LoadBalancerIPMode',
  MetricSpec: 'type v2.MetricSourceType',
  MetricTarget: 'type v2.MetricTargetType',
  NamespaceCondition: 'type v1.NamespaceConditionType;status v1.ConditionStatus',
  NamespaceSpec: 'finalizers []v1.FinalizerName',
  NamespaceStatus: 'phase v1.NamespacePhase',
  NetworkPolicyPort: 'protocol v1.Protocol',
  NetworkPolicySpec: 'policyTypes []v1.PolicyType',
  NodeAddress: 'type v1.NodeAddressType',
  NodeCondition: 'type v1.NodeConditionType;status v1.ConditionStatus',
  NodeStatus: 'phase v1.NodePhase;volumesInUse []v1.UniqueVolumeName',
  ObjectReference: 'uid types.UID',
  PersistentVolumeClaimCondition: 'type v1.PersistentVolumeClaimConditionType;status v1.ConditionStatus',
  PersistentVolumeClaimStatus:
    'accessModes []v1.PersistentVolumeAccessMode;phase v1.PersistentVolumeClaimPhase;allocatedResourceStatuses map[v1.ResourceName]v1.ClaimResourceStatus',
  PersistentVolumeSpec:
    'accessModes []v1.PersistentVolumeAccessMode;persistentVolumeReclaimPolicy v1.PersistentVolumeReclaimPolicy;volumeMode v1.PersistentVolumeMode',
  PersistentVolumeStatus: 'phase v1.PersistentVolumePhase',
  PodCondition: 'type v1.PodConditionType;status v1.ConditionStatus',
  PodDisruptionBudgetSpec: 'unhealthyPodEvictionPolicy v1.UnhealthyPodEvictionPolicyType',
  PodFailurePolicyOnExitCodesRequirement: 'operator v1.PodFailurePolicyOnExitCodesOperator',
  PodFailurePolicyOnPodConditionsPattern: 'type v1.PodConditionType;status v1.ConditionStatus',
  PodFailurePolicyRule: 'action v1.PodFailurePolicyAction',
  PodStatus: 'phase v1.PodPhase;qosClass v1.PodQOSClass;resize v1.PodResizeStatus',
  PortStatus: 'protocol v1.Protocol',
  PriorityClass: 'preemptionPolicy v1.PreemptionPolicy',
  ReplicaSetCondition: 'type v1.ReplicaSetConditionType;status v1.ConditionStatus',
  ReplicationControllerCondition: 'type v1.ReplicationControllerConditionType;status v1.ConditionStatus',
  ResourceMetricSource: 'name v1.ResourceName',
  ResourceQuotaSpec: 'scopes []v1.ResourceQuotaScope',
  ScopedResourceSelectorRequirement: 'scopeName v1.ResourceQuotaScope;operator v1.ScopeSelectorOperator',
  Secret: 'type v1.SecretType',
  ServicePort: 'protocol v1.Protocol',
  ServiceSpec:
    'type v1.ServiceType;sessionAffinity v1.ServiceAffinity;externalTrafficPolicy v1.ServiceExternalTrafficPolicy;ipFamilies []v1.IPFamily;ipFamilyPolicy v1.IPFamilyPolicy;internalTrafficPolicy v1.ServiceInternalTrafficPolicy',
  StatefulSetCondition: 'type v1.StatefulSetConditionType;status v1.ConditionStatus',
  StatefulSetPersistentVolumeClaimRetentionPolicy:
    'whenDeleted v1.PersistentVolumeClaimRetentionPolicyType;whenScaled v1.PersistentVolumeClaimRetentionPolicyType',
  StatefulSetSpec: 'podManagementPolicy v1.PodManagementPolicyType',
  StatefulSetUpdateStrategy: 'type v1.StatefulSetUpdateStrategyType',
  StorageClass: 'reclaimPolicy v1.PersistentVolumeReclaimPolicy;volumeBindingMode v1.VolumeBindingMode',
  Taint: 'effect v1.TaintEffect',
};

/** Structs outside of Pod templates that are made of another one without a name of its own, and the fields beside it. */
const composed: Record<string, { part: string; own: readonly string[] }> = {
  IngressRule: { part: 'IngressRuleValue', own: ['host'] },
  PersistentVolumeSpec: {
    part: 'PersistentVolumeSource',
    own: [
      'accessModes',
      'capacity',
      'claimRef',
      'mountOptions',
      'nodeAffinity',
      'persistentVolumeReclaimPolicy',
      'storageClassName',
      'volumeAttributesClassName',
      'volumeMode',
    ],
  },
};

const autoscaling =
  /^(HPA|HorizontalPodAutoscaler|Metric|CrossVersionObjectReference|(ContainerResource|External|Object|Pods|Resource)Metric)/;

/** The struct's name in Go; in the documents two of one name are told apart. */
export const goStruct = (struct: string): string => struct.replace(/^DiscoveryV1/, '');

const scalars: Partial<Record<Type['kind'], string>> = {
  int32: 'int32',
  int64: 'int64',
  boolean: 'bool',
  number: 'float64',
  quantity: 'resource.Quantity',
  bytes: '[]uint8',
  intOrString: 'int32',
};

/** The Go type that a structure tells. */
function goType(type: Type): string {
  switch (type.kind) {
    case 'struct':
      return `${autoscaling.test(type.name) ? 'v2' : 'v1'}.${goStruct(type.name)}`;
    case 'list':
      return `[]${goType(type.of)}`;
    case 'map':
      return type.of.kind === 'quantity' ? 'v1.ResourceList' : `map[string]${goType(type.of)}`;
    default:
      return scalars[type.kind] ?? 'string';
  }
}

/** The type of what is in a list or map. */
export const elementType = (type: string): string =>
  type === 'v1.ResourceList' ? 'resource.Quantity' : type.replace(/^(\[\]|map\[[^\]]*\])\*?/, '');

/** A field in the layout of Pod templates, its own or one of a struct that is part of it. */
function inLayout(struct: string, name: string): GoField | undefined {
  const line = (layout.structs as Record<string, string>)[struct];
  for (const entry of line?.split(';') ?? []) {
    const [go = '', json = '', type = ''] = entry.split(' ');
    if (json === '~') {
      const inner = inLayout(type.replace(/^\*/, ''), name);
      if (inner) return { ...inner, path: `${go}.${inner.path}` };
    } else if ((json || go.charAt(0).toLowerCase() + go.slice(1)) === name)
      return { type: type.replace(/^\*/, ''), path: name };
  }
  return undefined;
}

const known = new Map<string, GoField>();

/** How messages name a field of a struct, and its type. */
export function goField(struct: string, name: string, type: Type): GoField {
  const key = `${struct}.${name}`;
  let field = known.get(key);
  if (!field) {
    const named = namedFields[struct]?.split(';').find((entry) => entry.startsWith(`${name} `));
    const whole = composed[struct];
    const path = whole && !whole.own.includes(name) ? `${whole.part}.${name}` : name;
    const found = inLayout(`v1.${struct}`, name) ?? { type: named?.slice(name.length + 1) ?? goType(type), path };
    field = type.kind === 'time' || type.kind === 'microTime' ? { ...found, type: 'string' } : found;
    if (type.kind === 'intOrString') field = { ...found, type: 'int32' };
    known.set(key, field);
  }
  return field;
}
