import layout from '../../api/podtemplatehash/layout.json' with { type: 'json' };
import { resources } from '../../api/resources.ts';
import { type Definitions, type Schema, shortName } from './definitions.ts';

interface KindOf {
  group: string;
  version: string;
  kind: string;
}

const letters: Record<string, string> = {
  string: 's',
  'string byte': 'y',
  'integer int32': 'i',
  'integer int64': 'l',
  integer: 'l',
  boolean: 'b',
  number: 'f',
  'number double': 'f',
};
const special: Record<string, string> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'x',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'u',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'a',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'a',
};

/**
 * Fields, outside of Pod templates, whose layout is known, that Go writes also when they hold the zero value: pointers,
 * and a few without `omitempty` that the documents do not call required.
 */
const pointers: Record<string, string> = {
  AzureFilePersistentVolumeSource: 'secretNamespace',
  ClientIPConfig: 'timeoutSeconds',
  ConfigMap: 'immutable',
  ContainerStatus: 'started',
  CronJobSpec: 'timeZone startingDeadlineSeconds suspend successfulJobsHistoryLimit failedJobsHistoryLimit',
  DaemonSetSpec: 'revisionHistoryLimit',
  DaemonSetStatus: 'collisionCount',
  DeploymentSpec: 'replicas revisionHistoryLimit progressDeadlineSeconds',
  DeploymentStatus: 'collisionCount terminatingReplicas',
  DiscoveryV1EndpointPort: 'name port protocol appProtocol',
  Endpoint: 'hostname nodeName zone',
  EndpointAddress: 'nodeName',
  EndpointConditions: 'ready serving terminating',
  EndpointPort: 'appProtocol',
  HPAScalingRules: 'stabilizationWindowSeconds selectPolicy',
  HTTPIngressPath: 'pathType',
  HorizontalPodAutoscalerSpec: 'minReplicas',
  HorizontalPodAutoscalerStatus: 'observedGeneration',
  ISCSIPersistentVolumeSource: 'initiatorName',
  IngressClassParametersReference: 'apiGroup namespace scope',
  IngressSpec: 'ingressClassName',
  JobSpec:
    'parallelism completions activeDeadlineSeconds backoffLimit backoffLimitPerIndex maxFailedIndexes manualSelector ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy',
  JobStatus: 'ready terminating failedIndexes',
  LeaseSpec: 'holderIdentity leaseDurationSeconds leaseTransitions strategy preferredHolder',
  LoadBalancerIngress: 'ipMode',
  LocalVolumeSource: 'fsType',
  MetricTarget: 'averageUtilization',
  MetricValueStatus: 'averageUtilization',
  NetworkPolicyPort: 'protocol endPort',
  NodeSwapStatus: 'capacity',
  PersistentVolumeClaimStatus: 'currentVolumeAttributesClassName',
  PersistentVolumeSpec: 'volumeMode volumeAttributesClassName',
  PodDisruptionBudgetSpec: 'unhealthyPodEvictionPolicy',
  PodFailurePolicyOnExitCodesRequirement: 'containerName',
  PortStatus: 'error',
  PriorityClass: 'preemptionPolicy',
  ReplicaSetSpec: 'replicas',
  ReplicaSetStatus: 'terminatingReplicas',
  ReplicationControllerSpec: 'replicas',
  RollingUpdateStatefulSetStrategy: 'partition',
  Secret: 'immutable',
  ServiceAccount: 'automountServiceAccountToken',
  ServicePort: 'appProtocol',
  ServiceSpec:
    'allocateLoadBalancerNodePorts internalTrafficPolicy ipFamilyPolicy loadBalancerClass trafficDistribution',
  StatefulSetOrdinals: 'start',
  StatefulSetSpec: 'replicas revisionHistoryLimit',
  StatefulSetStatus: 'availableReplicas collisionCount',
  StorageClass: 'reclaimPolicy allowVolumeExpansion volumeBindingMode',
  SuccessPolicyRule: 'succeededIndexes succeededCount',
  TypedLocalObjectReference: 'apiGroup',
  TypedObjectReference: 'apiGroup namespace',
};

/** Whether the field is a pointer to a plain value in Go. */
function isPointer(struct: string, field: string): boolean {
  if (pointers[struct]?.split(' ').includes(field)) return true;
  const line = (layout.structs as Record<string, string>)[`v1.${struct}`];
  return (line ?? '').split(';').some((entry) => {
    const [go = '', json = '', type = ''] = entry.split(' ');
    return (json || go.charAt(0).toLowerCase() + go.slice(1)) === field && type.startsWith('*');
  });
}

const isEmptyObject = (value: unknown) => JSON.stringify(value) === '{}';

/**
 * The structure of the kinds that the cluster serves, without descriptions and small: for each type one line
 * `field:code field:code`, the codes as src/api/structure.ts reads them, and the lists of allowed values they point to.
 * `documents` are the definitions as they stand in the documents, with the defaults of referenced fields.
 */
export function compactStructure(
  definitions: Definitions,
  documents: Definitions,
): { types: Record<string, string>; enums: string[] } {
  const names = Object.keys(definitions);
  const types: Record<string, string> = {};
  const enums: string[] = [];

  const codeOf = (schema: Schema): string => {
    if (schema.$ref) {
      const name = schema.$ref.replace('#/definitions/', '');
      return special[name] ?? `#${visit(name)}`;
    }
    if (schema.type === 'array') return `[${codeOf(schema.items ?? {})}`;
    if (typeof schema.additionalProperties === 'object') return `{${codeOf(schema.additionalProperties)}`;
    return letters[[schema.type, schema.format].filter(Boolean).join(' ')] ?? 'a';
  };

  const enumOf = (schema: Schema): string => {
    const allowed = (schema.enum ?? schema.items?.enum) as string[] | undefined;
    if (!allowed) return '';
    const text = allowed.join(' ');
    if (!enums.includes(text)) enums.push(text);
    return `=${enums.indexOf(text)}`;
  };

  /** `name`, `protocol:TCP` with a default, `name?` where it must be given: the keys by which elements are told apart. */
  const keyOf = (key: string, list: Schema): string => {
    const element = documents[(list.items?.$ref ?? '').replace('#/definitions/', '')];
    const value = element?.properties?.[key]?.default;
    return value === undefined ? `${key}?` : value === '' ? key : `${key}:${value}`;
  };

  const fieldOf = (definition: string, name: string, schema: Schema, required: boolean): string => {
    const struct = shortName(definition, names);
    const strategies = String(schema['x-kubernetes-patch-strategy'] ?? '').split(',');
    const merges = strategies.includes('merge');
    const keys = schema['x-kubernetes-list-map-keys'] as string[] | undefined;
    const isAtomic = schema['x-kubernetes-map-type'] === 'atomic' || schema['x-kubernetes-list-type'] === 'atomic';
    return [
      `${name}:${codeOf(schema)}`,
      isPointer(struct, name) && !schema.$ref && '*',
      // Fields that hold a struct itself, not a pointer to it, have `{}` for a default.
      schema.$ref && isEmptyObject(documents[definition]?.properties?.[name]?.default) && '~',
      required && '!',
      merges && `^${schema['x-kubernetes-patch-merge-key'] ?? ''}`,
      strategies.includes('retainKeys') && '$',
      strategies.includes('replace') && '|',
      keys && `&${keys.map((key) => keyOf(key, schema)).join(',')}`,
      schema['x-kubernetes-list-type'] === 'set' && '%',
      isAtomic && '@',
      schema['x-kubernetes-map-type'] === 'granular' && '@-',
      enumOf(schema),
    ]
      .filter(Boolean)
      .join('');
  };

  const visit = (definition: string): string => {
    const short = shortName(definition, names);
    if (short in types) return short;
    const schema = definitions[definition];
    if (!schema) throw new Error(`no definition ${definition}`);
    types[short] = '';
    const required = (schema.required ?? []) as string[];
    types[short] = [
      schema['x-kubernetes-map-type'] === 'atomic' && '@',
      ...Object.entries(schema.properties ?? {}).map(([name, field]) =>
        fieldOf(definition, name, field, required.includes(name)),
      ),
    ]
      .filter(Boolean)
      .join(' ');
    return short;
  };

  for (const { group, version, kind } of resources) {
    const found = names.find((name) =>
      (definitions[name]?.['x-kubernetes-group-version-kind'] as KindOf[] | undefined)?.some(
        (candidate) => candidate.group === group && candidate.version === version && candidate.kind === kind,
      ),
    );
    // Every document also lists DeleteOptions and its like under all kinds; the kind's own definition bears its name.
    const own = names.find((name) => name.endsWith(`.${version}.${kind}`) && (name === found || found === undefined));
    visit(own ?? found ?? kind);
  }
  // The scale subresource's own kind, which no resource has.
  visit('io.k8s.api.autoscaling.v1.Scale');
  return { types, enums };
}
