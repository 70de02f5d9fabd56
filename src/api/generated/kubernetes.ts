/** Kubernetes 1.36 API types, generated from its OpenAPI documents by `npm run generate`. */

/**
 * Time is a wrapper around time.Time which supports correct marshaling to YAML and JSON.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Time".
 */
export type Time = string
/**
 * Quantity is a fixed-point representation of a number.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Quantity".
 */
export type Quantity = (string | number)
/**
 * IntOrString is a type that can hold an int32 or a string.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IntOrString".
 */
export type IntOrString = (number | string)
/**
 * MicroTime is version of Time with microsecond level precision.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MicroTime".
 */
export type MicroTime = string

/**
 * ControllerRevision implements an immutable snapshot of state data.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ControllerRevision".
 */
export interface ControllerRevision {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
data?: RawExtension
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * Revision indicates the revision of the state represented by Data.
 */
revision: number
}
/**
 * RawExtension is used to hold extensions in external versions.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RawExtension".
 */
export interface RawExtension {

}
/**
 * ObjectMeta is metadata that all persisted resources must have, which includes all objects users must create.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ObjectMeta".
 */
export interface ObjectMeta {
/**
 * Annotations is an unstructured key value map stored with a resource that may be set by external tools to store and retrieve arbitrary metadata.
 */
annotations?: {
[k: string]: string
}
creationTimestamp?: Time
/**
 * Number of seconds allowed for this object to gracefully terminate before it will be removed from the system.
 */
deletionGracePeriodSeconds?: number
deletionTimestamp?: Time
/**
 * Must be empty before the object is deleted from the registry.
 */
finalizers?: string[]
/**
 * GenerateName is an optional prefix, used by the server, to generate a unique name ONLY IF the Name field has not been provided.
 */
generateName?: string
/**
 * A sequence number representing a specific generation of the desired state.
 */
generation?: number
/**
 * Map of string keys and values that can be used to organize and categorize (scope and select) objects.
 */
labels?: {
[k: string]: string
}
/**
 * ManagedFields maps workflow-id and version to the set of fields that are managed by that workflow.
 */
managedFields?: ManagedFieldsEntry[]
/**
 * Name must be unique within a namespace.
 */
name?: string
/**
 * Namespace defines the space within which each name must be unique.
 */
namespace?: string
/**
 * List of objects depended by this object.
 */
ownerReferences?: OwnerReference[]
/**
 * An opaque value that represents the internal version of this object that can be used by clients to determine when objects have changed.
 */
resourceVersion?: string
/**
 * Deprecated: selfLink is a legacy read-only field that is no longer populated by the system.
 */
selfLink?: string
/**
 * UID is the unique in time and space value for this object.
 */
uid?: string
}
/**
 * ManagedFieldsEntry is a workflow-id, a FieldSet and the group version of the resource that the fieldset applies to.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ManagedFieldsEntry".
 */
export interface ManagedFieldsEntry {
/**
 * APIVersion defines the version of this resource that this field set applies to.
 */
apiVersion?: string
/**
 * FieldsType is the discriminator for the different fields format and version.
 */
fieldsType?: string
fieldsV1?: FieldsV1
/**
 * Manager is an identifier of the workflow managing these fields.
 */
manager?: string
/**
 * Operation is the type of operation which lead to this ManagedFieldsEntry being created.
 */
operation?: string
/**
 * Subresource is the name of the subresource used to update that object, or empty string if the object was updated through the main resource.
 */
subresource?: string
time?: Time
}
/**
 * FieldsV1 stores a set of fields in a data structure like a Trie, in JSON format.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FieldsV1".
 */
export interface FieldsV1 {

}
/**
 * OwnerReference contains enough information to let you identify an owning object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "OwnerReference".
 */
export interface OwnerReference {
/**
 * API version of the referent.
 */
apiVersion: string
/**
 * If true, AND if the owner has the "foregroundDeletion" finalizer, then the owner cannot be deleted from the key-value store until this reference is removed.
 */
blockOwnerDeletion?: boolean
/**
 * If true, this reference points to the managing controller.
 */
controller?: boolean
/**
 * Kind of the referent.
 */
kind: string
/**
 * Name of the referent.
 */
name: string
/**
 * UID of the referent.
 */
uid: string
}
/**
 * ControllerRevisionList is a resource containing a list of ControllerRevision objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ControllerRevisionList".
 */
export interface ControllerRevisionList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is the list of ControllerRevisions
 */
items: ControllerRevision[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ListMeta describes metadata that synthetic resources must have, including lists and various status objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ListMeta".
 */
export interface ListMeta {
/**
 * continue may be set if the user set a limit on the number of items returned, and indicates that the server has more data available.
 */
continue?: string
/**
 * remainingItemCount is the number of subsequent items in the list which are not included in this list response.
 */
remainingItemCount?: number
/**
 * String that identifies the server's internal version of this object that can be used by clients to determine when objects have changed.
 */
resourceVersion?: string
/**
 * Deprecated: selfLink is a legacy read-only field that is no longer populated by the system.
 */
selfLink?: string
shardInfo?: ShardInfo
}
/**
 * ShardInfo describes the shard selector that was applied to produce a list response.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ShardInfo".
 */
export interface ShardInfo {
/**
 * selector is the shard selector string from the request, echoed back so clients can verify which shard they received and merge responses from multiple shards.
 */
selector: string
}
/**
 * DaemonSet represents the configuration of a daemon set.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSet".
 */
export interface DaemonSet {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: DaemonSetSpec
status?: DaemonSetStatus
}
/**
 * DaemonSetSpec is the specification of a daemon set.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSetSpec".
 */
export interface DaemonSetSpec {
/**
 * The minimum number of seconds for which a newly created DaemonSet pod should be ready without any of its container crashing, for it to be considered available.
 */
minReadySeconds?: number
/**
 * The number of old history to retain to allow rollback.
 */
revisionHistoryLimit?: number
selector: LabelSelector
template: PodTemplateSpec
updateStrategy?: DaemonSetUpdateStrategy
}
/**
 * A label selector is a label query over a set of resources.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LabelSelector".
 */
export interface LabelSelector {
/**
 * matchExpressions is a list of label selector requirements.
 */
matchExpressions?: LabelSelectorRequirement[]
/**
 * matchLabels is a map of {key,value} pairs.
 */
matchLabels?: {
[k: string]: string
}
}
/**
 * A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LabelSelectorRequirement".
 */
export interface LabelSelectorRequirement {
/**
 * key is the label key that the selector applies to.
 */
key: string
/**
 * operator represents a key's relationship to a set of values.
 */
operator: string
/**
 * values is an array of string values.
 */
values?: string[]
}
/**
 * PodTemplateSpec describes the data a pod should have when created from a template
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodTemplateSpec".
 */
export interface PodTemplateSpec {
metadata?: ObjectMeta
spec?: PodSpec
}
/**
 * PodSpec is a description of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodSpec".
 */
export interface PodSpec {
/**
 * Optional duration in seconds the pod may be active on the node relative to StartTime before the system will actively try to mark it failed and kill associated containers.
 */
activeDeadlineSeconds?: number
affinity?: Affinity
/**
 * AutomountServiceAccountToken indicates whether a service account token should be automatically mounted.
 */
automountServiceAccountToken?: boolean
/**
 * List of containers belonging to the pod.
 */
containers: Container[]
dnsConfig?: PodDNSConfig
/**
 * Set DNS policy for the pod.
 */
dnsPolicy?: ("ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None")
/**
 * EnableServiceLinks indicates whether information about services should be injected into pod's environment variables, matching the syntax of Docker links.
 */
enableServiceLinks?: boolean
/**
 * List of ephemeral containers run in this pod.
 */
ephemeralContainers?: EphemeralContainer[]
/**
 * HostAliases is an optional list of hosts and IPs that will be injected into the pod's hosts file if specified.
 */
hostAliases?: HostAlias[]
/**
 * Use the host's ipc namespace.
 */
hostIPC?: boolean
/**
 * Host networking requested for this pod.
 */
hostNetwork?: boolean
/**
 * Use the host's pid namespace.
 */
hostPID?: boolean
/**
 * Use the host's user namespace.
 */
hostUsers?: boolean
/**
 * Specifies the hostname of the Pod If not specified, the pod's hostname will be set to a system-defined value.
 */
hostname?: string
/**
 * HostnameOverride specifies an explicit override for the pod's hostname as perceived by the pod.
 */
hostnameOverride?: string
/**
 * ImagePullSecrets is an optional list of references to secrets in the same namespace to use for pulling any of the images used by this PodSpec.
 */
imagePullSecrets?: LocalObjectReference[]
/**
 * List of initialization containers belonging to the pod.
 */
initContainers?: Container[]
/**
 * NodeName indicates in which node this pod is scheduled.
 */
nodeName?: string
/**
 * NodeSelector is a selector which must be true for the pod to fit on a node.
 */
nodeSelector?: {
[k: string]: string
}
os?: PodOS
/**
 * Overhead represents the resource overhead associated with running a pod for a given RuntimeClass.
 */
overhead?: {
[k: string]: Quantity
}
/**
 * PreemptionPolicy is the Policy for preempting pods with lower priority.
 */
preemptionPolicy?: ("Never" | "PreemptLowerPriority")
/**
 * The priority value.
 */
priority?: number
/**
 * If specified, indicates the pod's priority.
 */
priorityClassName?: string
/**
 * If specified, all readiness gates will be evaluated for pod readiness.
 */
readinessGates?: PodReadinessGate[]
/**
 * ResourceClaims defines which ResourceClaims must be allocated and reserved before the Pod is allowed to start.
 */
resourceClaims?: PodResourceClaim[]
resources?: ResourceRequirements
/**
 * Restart policy for all containers within the pod.
 */
restartPolicy?: ("Always" | "Never" | "OnFailure")
/**
 * RuntimeClassName refers to a RuntimeClass object in the node.k8s.io group, which should be used to run this pod.
 */
runtimeClassName?: string
/**
 * If specified, the pod will be dispatched by specified scheduler.
 */
schedulerName?: string
/**
 * SchedulingGates is an opaque list of values that if specified will block scheduling the pod.
 */
schedulingGates?: PodSchedulingGate[]
schedulingGroup?: PodSchedulingGroup
securityContext?: PodSecurityContext
/**
 * DeprecatedServiceAccount is a deprecated alias for ServiceAccountName.
 */
serviceAccount?: string
/**
 * ServiceAccountName is the name of the ServiceAccount to use to run this pod.
 */
serviceAccountName?: string
/**
 * If true the pod's hostname will be configured as the pod's FQDN, rather than the leaf name (the default).
 */
setHostnameAsFQDN?: boolean
/**
 * Share a single process namespace between all of the containers in a pod.
 */
shareProcessNamespace?: boolean
/**
 * If specified, the fully qualified Pod hostname will be "<hostname>.<subdomain>.<pod namespace>.svc.<cluster domain>".
 */
subdomain?: string
/**
 * Optional duration in seconds the pod needs to terminate gracefully.
 */
terminationGracePeriodSeconds?: number
/**
 * If specified, the pod's tolerations.
 */
tolerations?: Toleration[]
/**
 * TopologySpreadConstraints describes how a group of pods ought to spread across topology domains.
 */
topologySpreadConstraints?: TopologySpreadConstraint[]
/**
 * List of volumes that can be mounted by containers belonging to the pod.
 */
volumes?: Volume[]
}
/**
 * Affinity is a group of affinity scheduling rules.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Affinity".
 */
export interface Affinity {
nodeAffinity?: NodeAffinity
podAffinity?: PodAffinity
podAntiAffinity?: PodAntiAffinity
}
/**
 * Node affinity is a group of node affinity scheduling rules.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeAffinity".
 */
export interface NodeAffinity {
/**
 * The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions.
 */
preferredDuringSchedulingIgnoredDuringExecution?: PreferredSchedulingTerm[]
requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector
}
/**
 * An empty preferred scheduling term matches all objects with implicit weight 0 (i.e.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PreferredSchedulingTerm".
 */
export interface PreferredSchedulingTerm {
preference: NodeSelectorTerm
/**
 * Weight associated with matching the corresponding nodeSelectorTerm, in the range 1-100.
 */
weight: number
}
/**
 * A null or empty node selector term matches no objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSelectorTerm".
 */
export interface NodeSelectorTerm {
/**
 * A list of node selector requirements by node's labels.
 */
matchExpressions?: NodeSelectorRequirement[]
/**
 * A list of node selector requirements by node's fields.
 */
matchFields?: NodeSelectorRequirement[]
}
/**
 * A node selector requirement is a selector that contains values, a key, and an operator that relates the key and values.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSelectorRequirement".
 */
export interface NodeSelectorRequirement {
/**
 * The label key that the selector applies to.
 */
key: string
/**
 * Represents a key's relationship to a set of values.
 */
operator: ("DoesNotExist" | "Exists" | "Gt" | "In" | "Lt" | "NotIn")
/**
 * An array of string values.
 */
values?: string[]
}
/**
 * A node selector represents the union of the results of one or more label queries over a set of nodes; that is, it represents the OR of the selectors represented by the node selector terms.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSelector".
 */
export interface NodeSelector {
/**
 * Required.
 */
nodeSelectorTerms: NodeSelectorTerm[]
}
/**
 * Pod affinity is a group of inter pod affinity scheduling rules.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodAffinity".
 */
export interface PodAffinity {
/**
 * The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions.
 */
preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[]
/**
 * If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node.
 */
requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[]
}
/**
 * The weights of all of the matched WeightedPodAffinityTerm fields are added per-node to find the most preferred node(s)
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "WeightedPodAffinityTerm".
 */
export interface WeightedPodAffinityTerm {
podAffinityTerm: PodAffinityTerm
/**
 * weight associated with matching the corresponding podAffinityTerm, in the range 1-100.
 */
weight: number
}
/**
 * Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that this pod should be co-located (affinity) or not co-located (anti-affinity) with, where co-located is defined as running on a node whose value of the label with key <topologyKey> matches that of any node on which a pod of the set of pods is running
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodAffinityTerm".
 */
export interface PodAffinityTerm {
labelSelector?: LabelSelector
/**
 * MatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration.
 */
matchLabelKeys?: string[]
/**
 * MismatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration.
 */
mismatchLabelKeys?: string[]
namespaceSelector?: LabelSelector
/**
 * namespaces specifies a static list of namespace names that the term applies to.
 */
namespaces?: string[]
/**
 * This pod should be co-located (affinity) or not co-located (anti-affinity) with the pods matching the labelSelector in the specified namespaces, where co-located is defined as running on a node whose value of the label with key topologyKey matches that of any node on which any of the selected pods is running.
 */
topologyKey: string
}
/**
 * Pod anti affinity is a group of inter pod anti affinity scheduling rules.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodAntiAffinity".
 */
export interface PodAntiAffinity {
/**
 * The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions.
 */
preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[]
/**
 * If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node.
 */
requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[]
}
/**
 * A single application container that you want to run within a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Container".
 */
export interface Container {
/**
 * Arguments to the entrypoint.
 */
args?: string[]
/**
 * Entrypoint array.
 */
command?: string[]
/**
 * List of environment variables to set in the container.
 */
env?: EnvVar[]
/**
 * List of sources to populate environment variables in the container.
 */
envFrom?: EnvFromSource[]
/**
 * Container image name.
 */
image?: string
/**
 * Image pull policy.
 */
imagePullPolicy?: ("Always" | "IfNotPresent" | "Never")
lifecycle?: Lifecycle
livenessProbe?: Probe
/**
 * Name of the container specified as a DNS_LABEL.
 */
name: string
/**
 * List of ports to expose from the container.
 */
ports?: ContainerPort[]
readinessProbe?: Probe
/**
 * Resources resize policy for the container.
 */
resizePolicy?: ContainerResizePolicy[]
resources?: ResourceRequirements
/**
 * RestartPolicy defines the restart behavior of individual containers in a pod.
 */
restartPolicy?: string
/**
 * Represents a list of rules to be checked to determine if the container should be restarted on exit.
 */
restartPolicyRules?: ContainerRestartRule[]
securityContext?: SecurityContext
startupProbe?: Probe
/**
 * Whether this container should allocate a buffer for stdin in the container runtime.
 */
stdin?: boolean
/**
 * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
 */
stdinOnce?: boolean
/**
 * Optional: Path at which the file to which the container's termination message will be written is mounted into the container's filesystem.
 */
terminationMessagePath?: string
/**
 * Indicate how the termination message should be populated.
 */
terminationMessagePolicy?: ("FallbackToLogsOnError" | "File")
/**
 * Whether this container should allocate a TTY for itself, also requires 'stdin' to be true.
 */
tty?: boolean
/**
 * volumeDevices is the list of block devices to be used by the container.
 */
volumeDevices?: VolumeDevice[]
/**
 * Pod volumes to mount into the container's filesystem.
 */
volumeMounts?: VolumeMount[]
/**
 * Container's working directory.
 */
workingDir?: string
}
/**
 * EnvVar represents an environment variable present in a Container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EnvVar".
 */
export interface EnvVar {
/**
 * Name of the environment variable.
 */
name: string
/**
 * Variable references $(VAR_NAME) are expanded using the previously defined environment variables in the container and any service environment variables.
 */
value?: string
valueFrom?: EnvVarSource
}
/**
 * EnvVarSource represents a source for the value of an EnvVar.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EnvVarSource".
 */
export interface EnvVarSource {
configMapKeyRef?: ConfigMapKeySelector
fieldRef?: ObjectFieldSelector
fileKeyRef?: FileKeySelector
resourceFieldRef?: ResourceFieldSelector
secretKeyRef?: SecretKeySelector
}
/**
 * Selects a key from a ConfigMap.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapKeySelector".
 */
export interface ConfigMapKeySelector {
/**
 * The key to select.
 */
key: string
/**
 * Name of the referent.
 */
name?: string
/**
 * Specify whether the ConfigMap or its key must be defined
 */
optional?: boolean
}
/**
 * ObjectFieldSelector selects an APIVersioned field of an object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ObjectFieldSelector".
 */
export interface ObjectFieldSelector {
/**
 * Version of the schema the FieldPath is written in terms of, defaults to "v1".
 */
apiVersion?: string
/**
 * Path of the field to select in the specified API version.
 */
fieldPath: string
}
/**
 * FileKeySelector selects a key of the env file.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FileKeySelector".
 */
export interface FileKeySelector {
/**
 * The key within the env file.
 */
key: string
/**
 * Specify whether the file or its key must be defined.
 */
optional?: boolean
/**
 * The path within the volume from which to select the file.
 */
path: string
/**
 * The name of the volume mount containing the env file.
 */
volumeName: string
}
/**
 * ResourceFieldSelector represents container resources (cpu, memory) and their output format
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceFieldSelector".
 */
export interface ResourceFieldSelector {
/**
 * Container name: required for volumes, optional for env vars
 */
containerName?: string
divisor?: Quantity
/**
 * Required: resource to select
 */
resource: string
}
/**
 * SecretKeySelector selects a key of a Secret.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretKeySelector".
 */
export interface SecretKeySelector {
/**
 * The key of the secret to select from.
 */
key: string
/**
 * Name of the referent.
 */
name?: string
/**
 * Specify whether the Secret or its key must be defined
 */
optional?: boolean
}
/**
 * EnvFromSource represents the source of a set of ConfigMaps or Secrets
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EnvFromSource".
 */
export interface EnvFromSource {
configMapRef?: ConfigMapEnvSource
/**
 * Optional text to prepend to the name of each environment variable.
 */
prefix?: string
secretRef?: SecretEnvSource
}
/**
 * ConfigMapEnvSource selects a ConfigMap to populate the environment variables with.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapEnvSource".
 */
export interface ConfigMapEnvSource {
/**
 * Name of the referent.
 */
name?: string
/**
 * Specify whether the ConfigMap must be defined
 */
optional?: boolean
}
/**
 * SecretEnvSource selects a Secret to populate the environment variables with.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretEnvSource".
 */
export interface SecretEnvSource {
/**
 * Name of the referent.
 */
name?: string
/**
 * Specify whether the Secret must be defined
 */
optional?: boolean
}
/**
 * Lifecycle describes actions that the management system should take in response to container lifecycle events.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Lifecycle".
 */
export interface Lifecycle {
postStart?: LifecycleHandler
preStop?: LifecycleHandler
/**
 * StopSignal defines which signal will be sent to a container when it is being stopped.
 */
stopSignal?: ("SIGABRT" | "SIGALRM" | "SIGBUS" | "SIGCHLD" | "SIGCLD" | "SIGCONT" | "SIGFPE" | "SIGHUP" | "SIGILL" | "SIGINT" | "SIGIO" | "SIGIOT" | "SIGKILL" | "SIGPIPE" | "SIGPOLL" | "SIGPROF" | "SIGPWR" | "SIGQUIT" | "SIGRTMAX" | "SIGRTMAX-1" | "SIGRTMAX-10" | "SIGRTMAX-11" | "SIGRTMAX-12" | "SIGRTMAX-13" | "SIGRTMAX-14" | "SIGRTMAX-2" | "SIGRTMAX-3" | "SIGRTMAX-4" | "SIGRTMAX-5" | "SIGRTMAX-6" | "SIGRTMAX-7" | "SIGRTMAX-8" | "SIGRTMAX-9" | "SIGRTMIN" | "SIGRTMIN+1" | "SIGRTMIN+10" | "SIGRTMIN+11" | "SIGRTMIN+12" | "SIGRTMIN+13" | "SIGRTMIN+14" | "SIGRTMIN+15" | "SIGRTMIN+2" | "SIGRTMIN+3" | "SIGRTMIN+4" | "SIGRTMIN+5" | "SIGRTMIN+6" | "SIGRTMIN+7" | "SIGRTMIN+8" | "SIGRTMIN+9" | "SIGSEGV" | "SIGSTKFLT" | "SIGSTOP" | "SIGSYS" | "SIGTERM" | "SIGTRAP" | "SIGTSTP" | "SIGTTIN" | "SIGTTOU" | "SIGURG" | "SIGUSR1" | "SIGUSR2" | "SIGVTALRM" | "SIGWINCH" | "SIGXCPU" | "SIGXFSZ")
}
/**
 * LifecycleHandler defines a specific action that should be taken in a lifecycle hook.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LifecycleHandler".
 */
export interface LifecycleHandler {
exec?: ExecAction
httpGet?: HTTPGetAction
sleep?: SleepAction
tcpSocket?: TCPSocketAction
}
/**
 * ExecAction describes a "run in container" action.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ExecAction".
 */
export interface ExecAction {
/**
 * Command is the command line to execute inside the container, the working directory for the command  is root ('/') in the container's filesystem.
 */
command?: string[]
}
/**
 * HTTPGetAction describes an action based on HTTP Get requests.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HTTPGetAction".
 */
export interface HTTPGetAction {
/**
 * Host name to connect to, defaults to the pod IP.
 */
host?: string
/**
 * Custom headers to set in the request.
 */
httpHeaders?: HTTPHeader[]
/**
 * Path to access on the HTTP server.
 */
path?: string
port: IntOrString
/**
 * Scheme to use for connecting to the host.
 */
scheme?: ("HTTP" | "HTTPS")
}
/**
 * HTTPHeader describes a custom header to be used in HTTP probes
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HTTPHeader".
 */
export interface HTTPHeader {
/**
 * The header field name.
 */
name: string
/**
 * The header field value
 */
value: string
}
/**
 * SleepAction describes a "sleep" action.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SleepAction".
 */
export interface SleepAction {
/**
 * Seconds is the number of seconds to sleep.
 */
seconds: number
}
/**
 * TCPSocketAction describes an action based on opening a socket
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TCPSocketAction".
 */
export interface TCPSocketAction {
/**
 * Optional: Host name to connect to, defaults to the pod IP.
 */
host?: string
port: IntOrString
}
/**
 * Probe describes a health check to be performed against a container to determine whether it is alive or ready to receive traffic.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Probe".
 */
export interface Probe {
exec?: ExecAction
/**
 * Minimum consecutive failures for the probe to be considered failed after having succeeded.
 */
failureThreshold?: number
grpc?: GRPCAction
httpGet?: HTTPGetAction
/**
 * Number of seconds after the container has started before liveness probes are initiated.
 */
initialDelaySeconds?: number
/**
 * How often (in seconds) to perform the probe.
 */
periodSeconds?: number
/**
 * Minimum consecutive successes for the probe to be considered successful after having failed.
 */
successThreshold?: number
tcpSocket?: TCPSocketAction
/**
 * Optional duration in seconds the pod needs to terminate gracefully upon probe failure.
 */
terminationGracePeriodSeconds?: number
/**
 * Number of seconds after which the probe times out.
 */
timeoutSeconds?: number
}
/**
 * GRPCAction specifies an action involving a GRPC service.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GRPCAction".
 */
export interface GRPCAction {
/**
 * Port number of the gRPC service.
 */
port: number
/**
 * Service is the name of the service to place in the gRPC HealthCheckRequest (see https://github.com/grpc/grpc/blob/master/doc/health-checking.md).
 */
service?: string
}
/**
 * ContainerPort represents a network port in a single container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerPort".
 */
export interface ContainerPort {
/**
 * Number of port to expose on the pod's IP address.
 */
containerPort: number
/**
 * What host IP to bind the external port to.
 */
hostIP?: string
/**
 * Number of port to expose on the host.
 */
hostPort?: number
/**
 * If specified, this must be an IANA_SVC_NAME and unique within the pod.
 */
name?: string
/**
 * Protocol for port.
 */
protocol?: ("SCTP" | "TCP" | "UDP")
}
/**
 * ContainerResizePolicy represents resource resize policy for the container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerResizePolicy".
 */
export interface ContainerResizePolicy {
/**
 * Name of the resource to which this resource resize policy applies.
 */
resourceName: string
/**
 * Restart policy to apply when specified resource is resized.
 */
restartPolicy: string
}
/**
 * ResourceRequirements describes the compute resource requirements.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceRequirements".
 */
export interface ResourceRequirements {
/**
 * Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container.
 */
claims?: ResourceClaim[]
/**
 * Limits describes the maximum amount of compute resources allowed.
 */
limits?: {
[k: string]: Quantity
}
/**
 * Requests describes the minimum amount of compute resources required.
 */
requests?: {
[k: string]: Quantity
}
}
/**
 * ResourceClaim references one entry in PodSpec.ResourceClaims.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceClaim".
 */
export interface ResourceClaim {
/**
 * Name must match the name of one entry in pod.spec.resourceClaims of the Pod where this field is used.
 */
name: string
/**
 * Request is the name chosen for a request in the referenced claim.
 */
request?: string
}
/**
 * ContainerRestartRule describes how a container exit is handled.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerRestartRule".
 */
export interface ContainerRestartRule {
/**
 * Specifies the action taken on a container exit if the requirements are satisfied.
 */
action: string
exitCodes?: ContainerRestartRuleOnExitCodes
}
/**
 * ContainerRestartRuleOnExitCodes describes the condition for handling an exited container based on its exit codes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerRestartRuleOnExitCodes".
 */
export interface ContainerRestartRuleOnExitCodes {
/**
 * Represents the relationship between the container exit code(s) and the specified values.
 */
operator: string
/**
 * Specifies the set of values to check for container exit codes.
 */
values?: number[]
}
/**
 * SecurityContext holds security configuration that will be applied to a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecurityContext".
 */
export interface SecurityContext {
/**
 * AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process.
 */
allowPrivilegeEscalation?: boolean
appArmorProfile?: AppArmorProfile
capabilities?: Capabilities
/**
 * Run container in privileged mode.
 */
privileged?: boolean
/**
 * procMount denotes the type of proc mount to use for the containers.
 */
procMount?: ("Default" | "Unmasked")
/**
 * Whether this container has a read-only root filesystem.
 */
readOnlyRootFilesystem?: boolean
/**
 * The GID to run the entrypoint of the container process.
 */
runAsGroup?: number
/**
 * Indicates that the container must run as a non-root user.
 */
runAsNonRoot?: boolean
/**
 * The UID to run the entrypoint of the container process.
 */
runAsUser?: number
seLinuxOptions?: SELinuxOptions
seccompProfile?: SeccompProfile
windowsOptions?: WindowsSecurityContextOptions
}
/**
 * AppArmorProfile defines a pod or container's AppArmor settings.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AppArmorProfile".
 */
export interface AppArmorProfile {
/**
 * localhostProfile indicates a profile loaded on the node that should be used.
 */
localhostProfile?: string
/**
 * type indicates which kind of AppArmor profile will be applied.
 */
type: ("Localhost" | "RuntimeDefault" | "Unconfined")
}
/**
 * Adds and removes POSIX capabilities from running containers.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Capabilities".
 */
export interface Capabilities {
/**
 * Added capabilities
 */
add?: string[]
/**
 * Removed capabilities
 */
drop?: string[]
}
/**
 * SELinuxOptions are the labels to be applied to the container
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SELinuxOptions".
 */
export interface SELinuxOptions {
/**
 * Level is SELinux level label that applies to the container.
 */
level?: string
/**
 * Role is a SELinux role label that applies to the container.
 */
role?: string
/**
 * Type is a SELinux type label that applies to the container.
 */
type?: string
/**
 * User is a SELinux user label that applies to the container.
 */
user?: string
}
/**
 * SeccompProfile defines a pod/container's seccomp profile settings.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SeccompProfile".
 */
export interface SeccompProfile {
/**
 * localhostProfile indicates a profile defined in a file on the node should be used.
 */
localhostProfile?: string
/**
 * type indicates which kind of seccomp profile will be applied.
 */
type: ("Localhost" | "RuntimeDefault" | "Unconfined")
}
/**
 * WindowsSecurityContextOptions contain Windows-specific options and credentials.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "WindowsSecurityContextOptions".
 */
export interface WindowsSecurityContextOptions {
/**
 * GMSACredentialSpec is where the GMSA admission webhook (https://github.com/kubernetes-sigs/windows-gmsa) inlines the contents of the GMSA credential spec named by the GMSACredentialSpecName field.
 */
gmsaCredentialSpec?: string
/**
 * GMSACredentialSpecName is the name of the GMSA credential spec to use.
 */
gmsaCredentialSpecName?: string
/**
 * HostProcess determines if a container should be run as a 'Host Process' container.
 */
hostProcess?: boolean
/**
 * The UserName in Windows to run the entrypoint of the container process.
 */
runAsUserName?: string
}
/**
 * volumeDevice describes a mapping of a raw block device within a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeDevice".
 */
export interface VolumeDevice {
/**
 * devicePath is the path inside of the container that the device will be mapped to.
 */
devicePath: string
/**
 * name must match the name of a persistentVolumeClaim in the pod
 */
name: string
}
/**
 * VolumeMount describes a mounting of a Volume within a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeMount".
 */
export interface VolumeMount {
/**
 * Path within the container at which the volume should be mounted.
 */
mountPath: string
/**
 * mountPropagation determines how mounts are propagated from the host to container and the other way around.
 */
mountPropagation?: ("Bidirectional" | "HostToContainer" | "None")
/**
 * This must match the Name of a Volume.
 */
name: string
/**
 * Mounted read-only if true, read-write otherwise (false or unspecified).
 */
readOnly?: boolean
/**
 * RecursiveReadOnly specifies whether read-only mounts should be handled recursively.
 */
recursiveReadOnly?: string
/**
 * Path within the volume from which the container's volume should be mounted.
 */
subPath?: string
/**
 * Expanded path within the volume from which the container's volume should be mounted.
 */
subPathExpr?: string
}
/**
 * PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDNSConfig".
 */
export interface PodDNSConfig {
/**
 * A list of DNS name server IP addresses.
 */
nameservers?: string[]
/**
 * A list of DNS resolver options.
 */
options?: PodDNSConfigOption[]
/**
 * A list of DNS search domains for host-name lookup.
 */
searches?: string[]
}
/**
 * PodDNSConfigOption defines DNS resolver options of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDNSConfigOption".
 */
export interface PodDNSConfigOption {
/**
 * Name is this DNS resolver option's name.
 */
name?: string
/**
 * Value is this DNS resolver option's value.
 */
value?: string
}
/**
 * An EphemeralContainer is a temporary container that you may add to an existing Pod for user-initiated activities such as debugging.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EphemeralContainer".
 */
export interface EphemeralContainer {
/**
 * Arguments to the entrypoint.
 */
args?: string[]
/**
 * Entrypoint array.
 */
command?: string[]
/**
 * List of environment variables to set in the container.
 */
env?: EnvVar[]
/**
 * List of sources to populate environment variables in the container.
 */
envFrom?: EnvFromSource[]
/**
 * Container image name.
 */
image?: string
/**
 * Image pull policy.
 */
imagePullPolicy?: ("Always" | "IfNotPresent" | "Never")
lifecycle?: Lifecycle
livenessProbe?: Probe
/**
 * Name of the ephemeral container specified as a DNS_LABEL.
 */
name: string
/**
 * Ports are not allowed for ephemeral containers.
 */
ports?: ContainerPort[]
readinessProbe?: Probe
/**
 * Resources resize policy for the container.
 */
resizePolicy?: ContainerResizePolicy[]
resources?: ResourceRequirements
/**
 * Restart policy for the container to manage the restart behavior of each container within a pod.
 */
restartPolicy?: string
/**
 * Represents a list of rules to be checked to determine if the container should be restarted on exit.
 */
restartPolicyRules?: ContainerRestartRule[]
securityContext?: SecurityContext
startupProbe?: Probe
/**
 * Whether this container should allocate a buffer for stdin in the container runtime.
 */
stdin?: boolean
/**
 * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
 */
stdinOnce?: boolean
/**
 * If set, the name of the container from PodSpec that this ephemeral container targets.
 */
targetContainerName?: string
/**
 * Optional: Path at which the file to which the container's termination message will be written is mounted into the container's filesystem.
 */
terminationMessagePath?: string
/**
 * Indicate how the termination message should be populated.
 */
terminationMessagePolicy?: ("FallbackToLogsOnError" | "File")
/**
 * Whether this container should allocate a TTY for itself, also requires 'stdin' to be true.
 */
tty?: boolean
/**
 * volumeDevices is the list of block devices to be used by the container.
 */
volumeDevices?: VolumeDevice[]
/**
 * Pod volumes to mount into the container's filesystem.
 */
volumeMounts?: VolumeMount[]
/**
 * Container's working directory.
 */
workingDir?: string
}
/**
 * HostAlias holds the mapping between IP and hostnames that will be injected as an entry in the pod's hosts file.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HostAlias".
 */
export interface HostAlias {
/**
 * Hostnames for the above IP address.
 */
hostnames?: string[]
/**
 * IP address of the host file entry.
 */
ip: string
}
/**
 * LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LocalObjectReference".
 */
export interface LocalObjectReference {
/**
 * Name of the referent.
 */
name?: string
}
/**
 * PodOS defines the OS parameters of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodOS".
 */
export interface PodOS {
/**
 * Name is the name of the operating system.
 */
name: string
}
/**
 * PodReadinessGate contains the reference to a pod condition
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodReadinessGate".
 */
export interface PodReadinessGate {
/**
 * ConditionType refers to a condition in the pod's condition list with matching type.
 */
conditionType: string
}
/**
 * PodResourceClaim references exactly one ResourceClaim, either directly or by naming a ResourceClaimTemplate which is then turned into a ResourceClaim for the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodResourceClaim".
 */
export interface PodResourceClaim {
/**
 * Name uniquely identifies this resource claim inside the pod.
 */
name: string
/**
 * ResourceClaimName is the name of a ResourceClaim object in the same namespace as this pod.
 */
resourceClaimName?: string
/**
 * ResourceClaimTemplateName is the name of a ResourceClaimTemplate object in the same namespace as this pod.
 */
resourceClaimTemplateName?: string
}
/**
 * PodSchedulingGate is associated to a Pod to guard its scheduling.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodSchedulingGate".
 */
export interface PodSchedulingGate {
/**
 * Name of the scheduling gate.
 */
name: string
}
/**
 * PodSchedulingGroup identifies the runtime scheduling group instance that a Pod belongs to.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodSchedulingGroup".
 */
export interface PodSchedulingGroup {
/**
 * PodGroupName specifies the name of the standalone PodGroup object that represents the runtime instance of this group.
 */
podGroupName?: string
}
/**
 * PodSecurityContext holds pod-level security attributes and common container settings.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodSecurityContext".
 */
export interface PodSecurityContext {
appArmorProfile?: AppArmorProfile
/**
 * A special supplemental group that applies to all containers in a pod.
 */
fsGroup?: number
/**
 * fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being exposed inside Pod.
 */
fsGroupChangePolicy?: ("Always" | "OnRootMismatch")
/**
 * The GID to run the entrypoint of the container process.
 */
runAsGroup?: number
/**
 * Indicates that the container must run as a non-root user.
 */
runAsNonRoot?: boolean
/**
 * The UID to run the entrypoint of the container process.
 */
runAsUser?: number
/**
 * seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod.
 */
seLinuxChangePolicy?: string
seLinuxOptions?: SELinuxOptions
seccompProfile?: SeccompProfile
/**
 * A list of groups applied to the first process run in each container, in addition to the container's primary GID and fsGroup (if specified).
 */
supplementalGroups?: number[]
/**
 * Defines how supplemental groups of the first container processes are calculated.
 */
supplementalGroupsPolicy?: ("Merge" | "Strict")
/**
 * Sysctls hold a list of namespaced sysctls used for the pod.
 */
sysctls?: Sysctl[]
windowsOptions?: WindowsSecurityContextOptions
}
/**
 * Sysctl defines a kernel parameter to be set
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Sysctl".
 */
export interface Sysctl {
/**
 * Name of a property to set
 */
name: string
/**
 * Value of a property to set
 */
value: string
}
/**
 * The pod this Toleration is attached to tolerates any taint that matches the triple <key,value,effect> using the matching operator <operator>.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Toleration".
 */
export interface Toleration {
/**
 * Effect indicates the taint effect to match.
 */
effect?: ("NoExecute" | "NoSchedule" | "PreferNoSchedule")
/**
 * Key is the taint key that the toleration applies to.
 */
key?: string
/**
 * Operator represents a key's relationship to the value.
 */
operator?: ("Equal" | "Exists" | "Gt" | "Lt")
/**
 * TolerationSeconds represents the period of time the toleration (which must be of effect NoExecute, otherwise this field is ignored) tolerates the taint.
 */
tolerationSeconds?: number
/**
 * Value is the taint value the toleration matches to.
 */
value?: string
}
/**
 * TopologySpreadConstraint specifies how to spread matching pods among the given topology.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TopologySpreadConstraint".
 */
export interface TopologySpreadConstraint {
labelSelector?: LabelSelector
/**
 * MatchLabelKeys is a set of pod label keys to select the pods over which spreading will be calculated.
 */
matchLabelKeys?: string[]
/**
 * MaxSkew describes the degree to which pods may be unevenly distributed.
 */
maxSkew: number
/**
 * MinDomains indicates a minimum number of eligible domains.
 */
minDomains?: number
/**
 * NodeAffinityPolicy indicates how we will treat Pod's nodeAffinity/nodeSelector when calculating pod topology spread skew.
 */
nodeAffinityPolicy?: ("Honor" | "Ignore")
/**
 * NodeTaintsPolicy indicates how we will treat node taints when calculating pod topology spread skew.
 */
nodeTaintsPolicy?: ("Honor" | "Ignore")
/**
 * TopologyKey is the key of node labels.
 */
topologyKey: string
/**
 * WhenUnsatisfiable indicates how to deal with a pod if it doesn't satisfy the spread constraint.
 */
whenUnsatisfiable: ("DoNotSchedule" | "ScheduleAnyway")
}
/**
 * Volume represents a named volume in a pod that may be accessed by any container in the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Volume".
 */
export interface Volume {
awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource
azureDisk?: AzureDiskVolumeSource
azureFile?: AzureFileVolumeSource
cephfs?: CephFSVolumeSource
cinder?: CinderVolumeSource
configMap?: ConfigMapVolumeSource
csi?: CSIVolumeSource
downwardAPI?: DownwardAPIVolumeSource
emptyDir?: EmptyDirVolumeSource
ephemeral?: EphemeralVolumeSource
fc?: FCVolumeSource
flexVolume?: FlexVolumeSource
flocker?: FlockerVolumeSource
gcePersistentDisk?: GCEPersistentDiskVolumeSource
gitRepo?: GitRepoVolumeSource
glusterfs?: GlusterfsVolumeSource
hostPath?: HostPathVolumeSource
image?: ImageVolumeSource
iscsi?: ISCSIVolumeSource
/**
 * name of the volume.
 */
name: string
nfs?: NFSVolumeSource
persistentVolumeClaim?: PersistentVolumeClaimVolumeSource
photonPersistentDisk?: PhotonPersistentDiskVolumeSource
portworxVolume?: PortworxVolumeSource
projected?: ProjectedVolumeSource
quobyte?: QuobyteVolumeSource
rbd?: RBDVolumeSource
scaleIO?: ScaleIOVolumeSource
secret?: SecretVolumeSource
storageos?: StorageOSVolumeSource
vsphereVolume?: VsphereVirtualDiskVolumeSource
}
/**
 * Represents a Persistent Disk resource in AWS.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AWSElasticBlockStoreVolumeSource".
 */
export interface AWSElasticBlockStoreVolumeSource {
/**
 * fsType is the filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * partition is the partition in the volume that you want to mount.
 */
partition?: number
/**
 * readOnly value true will force the readOnly setting in VolumeMounts.
 */
readOnly?: boolean
/**
 * volumeID is unique ID of the persistent disk resource in AWS (Amazon EBS volume).
 */
volumeID: string
}
/**
 * AzureDisk represents an Azure Data Disk mount on the host and bind mount to the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AzureDiskVolumeSource".
 */
export interface AzureDiskVolumeSource {
/**
 * cachingMode is the Host Caching mode: None, Read Only, Read Write.
 */
cachingMode?: ("None" | "ReadOnly" | "ReadWrite")
/**
 * diskName is the Name of the data disk in the blob storage
 */
diskName: string
/**
 * diskURI is the URI of data disk in the blob storage
 */
diskURI: string
/**
 * fsType is Filesystem type to mount.
 */
fsType?: string
/**
 * kind expected values are Shared: multiple blob disks per storage account  Dedicated: single blob disk per storage account  Managed: azure managed data disk (only in managed availability set).
 */
kind?: ("Dedicated" | "Managed" | "Shared")
/**
 * readOnly Defaults to false (read/write).
 */
readOnly?: boolean
}
/**
 * AzureFile represents an Azure File Service mount on the host and bind mount to the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AzureFileVolumeSource".
 */
export interface AzureFileVolumeSource {
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
/**
 * secretName is the  name of secret that contains Azure Storage Account Name and Key
 */
secretName: string
/**
 * shareName is the azure share Name
 */
shareName: string
}
/**
 * Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership management or SELinux relabeling.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CephFSVolumeSource".
 */
export interface CephFSVolumeSource {
/**
 * monitors is Required: Monitors is a collection of Ceph monitors More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
monitors: string[]
/**
 * path is Optional: Used as the mounted root, rather than the full Ceph tree, default is /
 */
path?: string
/**
 * readOnly is Optional: Defaults to false (read/write).
 */
readOnly?: boolean
/**
 * secretFile is Optional: SecretFile is the path to key ring for User, default is /etc/ceph/user.secret More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
secretFile?: string
secretRef?: LocalObjectReference
/**
 * user is optional: User is the rados user name, default is admin More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
user?: string
}
/**
 * Represents a cinder volume resource in Openstack.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CinderVolumeSource".
 */
export interface CinderVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: LocalObjectReference
/**
 * volumeID used to identify the volume in cinder.
 */
volumeID: string
}
/**
 * Adapts a ConfigMap into a volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapVolumeSource".
 */
export interface ConfigMapVolumeSource {
/**
 * defaultMode is optional: mode bits used to set permissions on created files by default.
 */
defaultMode?: number
/**
 * items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose name is the key and content is the value.
 */
items?: KeyToPath[]
/**
 * Name of the referent.
 */
name?: string
/**
 * optional specify whether the ConfigMap or its keys must be defined
 */
optional?: boolean
}
/**
 * Maps a string key to a path within a volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "KeyToPath".
 */
export interface KeyToPath {
/**
 * key is the key to project.
 */
key: string
/**
 * mode is Optional: mode bits used to set permissions on this file.
 */
mode?: number
/**
 * path is the relative path of the file to map the key to.
 */
path: string
}
/**
 * Represents a source location of a volume to mount, managed by an external CSI driver
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIVolumeSource".
 */
export interface CSIVolumeSource {
/**
 * driver is the name of the CSI driver that handles this volume.
 */
driver: string
/**
 * fsType to mount.
 */
fsType?: string
nodePublishSecretRef?: LocalObjectReference
/**
 * readOnly specifies a read-only configuration for the volume.
 */
readOnly?: boolean
/**
 * volumeAttributes stores driver-specific properties that are passed to the CSI driver.
 */
volumeAttributes?: {
[k: string]: string
}
}
/**
 * DownwardAPIVolumeSource represents a volume containing downward API info.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DownwardAPIVolumeSource".
 */
export interface DownwardAPIVolumeSource {
/**
 * Optional: mode bits to use on created files by default.
 */
defaultMode?: number
/**
 * Items is a list of downward API volume file
 */
items?: DownwardAPIVolumeFile[]
}
/**
 * DownwardAPIVolumeFile represents information to create the file containing the pod field
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DownwardAPIVolumeFile".
 */
export interface DownwardAPIVolumeFile {
fieldRef?: ObjectFieldSelector
/**
 * Optional: mode bits used to set permissions on this file, must be an octal value between 0000 and 0777 or a decimal value between 0 and 511.
 */
mode?: number
/**
 * Required: Path is  the relative path name of the file to be created.
 */
path: string
resourceFieldRef?: ResourceFieldSelector
}
/**
 * Represents an empty directory for a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EmptyDirVolumeSource".
 */
export interface EmptyDirVolumeSource {
/**
 * medium represents what type of storage medium should back this directory.
 */
medium?: string
sizeLimit?: Quantity
}
/**
 * Represents an ephemeral volume that is handled by a normal storage driver.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EphemeralVolumeSource".
 */
export interface EphemeralVolumeSource {
volumeClaimTemplate?: PersistentVolumeClaimTemplate
}
/**
 * PersistentVolumeClaimTemplate is used to produce PersistentVolumeClaim objects as part of an EphemeralVolumeSource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimTemplate".
 */
export interface PersistentVolumeClaimTemplate {
metadata?: ObjectMeta
spec: PersistentVolumeClaimSpec
}
/**
 * PersistentVolumeClaimSpec describes the common attributes of storage devices and allows a Source for provider-specific attributes
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimSpec".
 */
export interface PersistentVolumeClaimSpec {
/**
 * accessModes contains the desired access modes the volume should have.
 */
accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[]
dataSource?: TypedLocalObjectReference
dataSourceRef?: TypedObjectReference
resources?: VolumeResourceRequirements
selector?: LabelSelector
/**
 * storageClassName is the name of the StorageClass required by the claim.
 */
storageClassName?: string
/**
 * volumeAttributesClassName may be used to set the VolumeAttributesClass used by this claim.
 */
volumeAttributesClassName?: string
/**
 * volumeMode defines what type of volume is required by the claim.
 */
volumeMode?: ("Block" | "Filesystem")
/**
 * volumeName is the binding reference to the PersistentVolume backing this claim.
 */
volumeName?: string
}
/**
 * TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside the same namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TypedLocalObjectReference".
 */
export interface TypedLocalObjectReference {
/**
 * APIGroup is the group for the resource being referenced.
 */
apiGroup?: string
/**
 * Kind is the type of resource being referenced
 */
kind: string
/**
 * Name is the name of resource being referenced
 */
name: string
}
/**
 * TypedObjectReference contains enough information to let you locate the typed referenced object
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TypedObjectReference".
 */
export interface TypedObjectReference {
/**
 * APIGroup is the group for the resource being referenced.
 */
apiGroup?: string
/**
 * Kind is the type of resource being referenced
 */
kind: string
/**
 * Name is the name of resource being referenced
 */
name: string
/**
 * Namespace is the namespace of resource being referenced Note that when a namespace is specified, a gateway.networking.k8s.io/ReferenceGrant object is required in the referent namespace to allow that namespace's owner to accept the reference.
 */
namespace?: string
}
/**
 * VolumeResourceRequirements describes the storage resource requirements for a volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeResourceRequirements".
 */
export interface VolumeResourceRequirements {
/**
 * Limits describes the maximum amount of compute resources allowed.
 */
limits?: {
[k: string]: Quantity
}
/**
 * Requests describes the minimum amount of compute resources required.
 */
requests?: {
[k: string]: Quantity
}
}
/**
 * Represents a Fibre Channel volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FCVolumeSource".
 */
export interface FCVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * lun is Optional: FC target lun number
 */
lun?: number
/**
 * readOnly is Optional: Defaults to false (read/write).
 */
readOnly?: boolean
/**
 * targetWWNs is Optional: FC target worldwide names (WWNs)
 */
targetWWNs?: string[]
/**
 * wwids Optional: FC volume world wide identifiers (wwids) Either wwids or combination of targetWWNs and lun must be set, but not both simultaneously.
 */
wwids?: string[]
}
/**
 * FlexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FlexVolumeSource".
 */
export interface FlexVolumeSource {
/**
 * driver is the name of the driver to use for this volume.
 */
driver: string
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * options is Optional: this field holds extra command options if any.
 */
options?: {
[k: string]: string
}
/**
 * readOnly is Optional: defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: LocalObjectReference
}
/**
 * Represents a Flocker volume mounted by the Flocker agent.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FlockerVolumeSource".
 */
export interface FlockerVolumeSource {
/**
 * datasetName is Name of the dataset stored as metadata -> name on the dataset for Flocker should be considered as deprecated
 */
datasetName?: string
/**
 * datasetUUID is the UUID of the dataset.
 */
datasetUUID?: string
}
/**
 * Represents a Persistent Disk resource in Google Compute Engine.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GCEPersistentDiskVolumeSource".
 */
export interface GCEPersistentDiskVolumeSource {
/**
 * fsType is filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * partition is the partition in the volume that you want to mount.
 */
partition?: number
/**
 * pdName is unique name of the PD resource in GCE.
 */
pdName: string
/**
 * readOnly here will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
}
/**
 * Represents a volume that is populated with the contents of a git repository.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GitRepoVolumeSource".
 */
export interface GitRepoVolumeSource {
/**
 * directory is the target directory name.
 */
directory?: string
/**
 * repository is the URL
 */
repository: string
/**
 * revision is the commit hash for the specified revision.
 */
revision?: string
}
/**
 * Represents a Glusterfs mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GlusterfsVolumeSource".
 */
export interface GlusterfsVolumeSource {
/**
 * endpoints is the endpoint name that details Glusterfs topology.
 */
endpoints: string
/**
 * path is the Glusterfs volume path.
 */
path: string
/**
 * readOnly here will force the Glusterfs volume to be mounted with read-only permissions.
 */
readOnly?: boolean
}
/**
 * Represents a host path mapped into a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HostPathVolumeSource".
 */
export interface HostPathVolumeSource {
/**
 * path of the directory on the host.
 */
path: string
/**
 * type for HostPath Volume Defaults to "" More info: https://kubernetes.io/docs/concepts/storage/volumes#hostpath
 * 
 * Possible enum values:
 *  - `""` For backwards compatible, leave it empty if unset
 *  - `"BlockDevice"` A block device must exist at the given path
 *  - `"CharDevice"` A character device must exist at the given path
 *  - `"Directory"` A directory must exist at the given path
 *  - `"DirectoryOrCreate"` If nothing exists at the given path, an empty directory will be created there as needed with file mode 0755, having the same group and ownership with Kubelet.
 */
type?: ("" | "BlockDevice" | "CharDevice" | "Directory" | "DirectoryOrCreate" | "File" | "FileOrCreate" | "Socket")
}
/**
 * ImageVolumeSource represents a image volume resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ImageVolumeSource".
 */
export interface ImageVolumeSource {
/**
 * Policy for pulling OCI objects.
 */
pullPolicy?: ("Always" | "IfNotPresent" | "Never")
/**
 * Required: Image or artifact reference to be used.
 */
reference?: string
}
/**
 * Represents an ISCSI disk.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ISCSIVolumeSource".
 */
export interface ISCSIVolumeSource {
/**
 * chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication
 */
chapAuthDiscovery?: boolean
/**
 * chapAuthSession defines whether support iSCSI Session CHAP authentication
 */
chapAuthSession?: boolean
/**
 * fsType is the filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * initiatorName is the custom iSCSI Initiator Name.
 */
initiatorName?: string
/**
 * iqn is the target iSCSI Qualified Name.
 */
iqn: string
/**
 * iscsiInterface is the interface Name that uses an iSCSI transport.
 */
iscsiInterface?: string
/**
 * lun represents iSCSI Target Lun number.
 */
lun: number
/**
 * portals is the iSCSI Target Portal List.
 */
portals?: string[]
/**
 * readOnly here will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
secretRef?: LocalObjectReference
/**
 * targetPortal is iSCSI Target Portal.
 */
targetPortal: string
}
/**
 * Represents an NFS mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NFSVolumeSource".
 */
export interface NFSVolumeSource {
/**
 * path that is exported by the NFS server.
 */
path: string
/**
 * readOnly here will force the NFS export to be mounted with read-only permissions.
 */
readOnly?: boolean
/**
 * server is the hostname or IP address of the NFS server.
 */
server: string
}
/**
 * PersistentVolumeClaimVolumeSource references the user's PVC in the same namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimVolumeSource".
 */
export interface PersistentVolumeClaimVolumeSource {
/**
 * claimName is the name of a PersistentVolumeClaim in the same namespace as the pod using this volume.
 */
claimName: string
/**
 * readOnly Will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
}
/**
 * Represents a Photon Controller persistent disk resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PhotonPersistentDiskVolumeSource".
 */
export interface PhotonPersistentDiskVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * pdID is the ID that identifies Photon Controller persistent disk
 */
pdID: string
}
/**
 * PortworxVolumeSource represents a Portworx volume resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PortworxVolumeSource".
 */
export interface PortworxVolumeSource {
/**
 * fSType represents the filesystem type to mount Must be a filesystem type supported by the host operating system.
 */
fsType?: string
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
/**
 * volumeID uniquely identifies a Portworx volume
 */
volumeID: string
}
/**
 * Represents a projected volume source
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ProjectedVolumeSource".
 */
export interface ProjectedVolumeSource {
/**
 * defaultMode are the mode bits used to set permissions on created files by default.
 */
defaultMode?: number
/**
 * sources is the list of volume projections.
 */
sources?: VolumeProjection[]
}
/**
 * Projection that may be projected along with other supported volume types.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeProjection".
 */
export interface VolumeProjection {
clusterTrustBundle?: ClusterTrustBundleProjection
configMap?: ConfigMapProjection
downwardAPI?: DownwardAPIProjection
podCertificate?: PodCertificateProjection
secret?: SecretProjection
serviceAccountToken?: ServiceAccountTokenProjection
}
/**
 * ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their contents into the pod filesystem.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClusterTrustBundleProjection".
 */
export interface ClusterTrustBundleProjection {
labelSelector?: LabelSelector
/**
 * Select a single ClusterTrustBundle by object name.
 */
name?: string
/**
 * If true, don't block pod startup if the referenced ClusterTrustBundle(s) aren't available.
 */
optional?: boolean
/**
 * Relative path from the volume root to write the bundle.
 */
path: string
/**
 * Select all ClusterTrustBundles that match this signer name.
 */
signerName?: string
}
/**
 * Adapts a ConfigMap into a projected volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapProjection".
 */
export interface ConfigMapProjection {
/**
 * items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose name is the key and content is the value.
 */
items?: KeyToPath[]
/**
 * Name of the referent.
 */
name?: string
/**
 * optional specify whether the ConfigMap or its keys must be defined
 */
optional?: boolean
}
/**
 * Represents downward API info for projecting into a projected volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DownwardAPIProjection".
 */
export interface DownwardAPIProjection {
/**
 * Items is a list of DownwardAPIVolume file
 */
items?: DownwardAPIVolumeFile[]
}
/**
 * PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodCertificateProjection".
 */
export interface PodCertificateProjection {
/**
 * Write the certificate chain at this path in the projected volume.
 */
certificateChainPath?: string
/**
 * Write the credential bundle at this path in the projected volume.
 */
credentialBundlePath?: string
/**
 * Write the key at this path in the projected volume.
 */
keyPath?: string
/**
 * The type of keypair Kubelet will generate for the pod.
 */
keyType: string
/**
 * maxExpirationSeconds is the maximum lifetime permitted for the certificate.
 */
maxExpirationSeconds?: number
/**
 * Kubelet's generated CSRs will be addressed to this signer.
 */
signerName: string
/**
 * userAnnotations allow pod authors to pass additional information to the signer implementation.
 */
userAnnotations?: {
[k: string]: string
}
}
/**
 * Adapts a secret into a projected volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretProjection".
 */
export interface SecretProjection {
/**
 * items if unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose name is the key and content is the value.
 */
items?: KeyToPath[]
/**
 * Name of the referent.
 */
name?: string
/**
 * optional field specify whether the Secret or its key must be defined
 */
optional?: boolean
}
/**
 * ServiceAccountTokenProjection represents a projected service account token volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceAccountTokenProjection".
 */
export interface ServiceAccountTokenProjection {
/**
 * audience is the intended audience of the token.
 */
audience?: string
/**
 * expirationSeconds is the requested duration of validity of the service account token.
 */
expirationSeconds?: number
/**
 * path is the path relative to the mount point of the file to project the token into.
 */
path: string
}
/**
 * Represents a Quobyte mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "QuobyteVolumeSource".
 */
export interface QuobyteVolumeSource {
/**
 * group to map volume access to Default is no group
 */
group?: string
/**
 * readOnly here will force the Quobyte volume to be mounted with read-only permissions.
 */
readOnly?: boolean
/**
 * registry represents a single or multiple Quobyte Registry services specified as a string as host:port pair (multiple entries are separated with commas) which acts as the central registry for volumes
 */
registry: string
/**
 * tenant owning the given Quobyte volume in the Backend Used with dynamically provisioned Quobyte volumes, value is set by the plugin
 */
tenant?: string
/**
 * user to map volume access to Defaults to serivceaccount user
 */
user?: string
/**
 * volume is a string that references an already created Quobyte volume by name.
 */
volume: string
}
/**
 * Represents a Rados Block Device mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RBDVolumeSource".
 */
export interface RBDVolumeSource {
/**
 * fsType is the filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * image is the rados image name.
 */
image: string
/**
 * keyring is the path to key ring for RBDUser.
 */
keyring?: string
/**
 * monitors is a collection of Ceph monitors.
 */
monitors: string[]
/**
 * pool is the rados pool name.
 */
pool?: string
/**
 * readOnly here will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
secretRef?: LocalObjectReference
/**
 * user is the rados user name.
 */
user?: string
}
/**
 * ScaleIOVolumeSource represents a persistent ScaleIO volume
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScaleIOVolumeSource".
 */
export interface ScaleIOVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * gateway is the host address of the ScaleIO API Gateway.
 */
gateway: string
/**
 * protectionDomain is the name of the ScaleIO Protection Domain for the configured storage.
 */
protectionDomain?: string
/**
 * readOnly Defaults to false (read/write).
 */
readOnly?: boolean
secretRef: LocalObjectReference
/**
 * sslEnabled Flag enable/disable SSL communication with Gateway, default false
 */
sslEnabled?: boolean
/**
 * storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned.
 */
storageMode?: string
/**
 * storagePool is the ScaleIO Storage Pool associated with the protection domain.
 */
storagePool?: string
/**
 * system is the name of the storage system as configured in ScaleIO.
 */
system: string
/**
 * volumeName is the name of a volume already created in the ScaleIO system that is associated with this volume source.
 */
volumeName?: string
}
/**
 * Adapts a Secret into a volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretVolumeSource".
 */
export interface SecretVolumeSource {
/**
 * defaultMode is Optional: mode bits used to set permissions on created files by default.
 */
defaultMode?: number
/**
 * items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose name is the key and content is the value.
 */
items?: KeyToPath[]
/**
 * optional field specify whether the Secret or its keys must be defined
 */
optional?: boolean
/**
 * secretName is the name of the secret in the pod's namespace to use.
 */
secretName?: string
}
/**
 * Represents a StorageOS persistent volume resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StorageOSVolumeSource".
 */
export interface StorageOSVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: LocalObjectReference
/**
 * volumeName is the human-readable name of the StorageOS volume.
 */
volumeName?: string
/**
 * volumeNamespace specifies the scope of the volume within StorageOS.
 */
volumeNamespace?: string
}
/**
 * Represents a vSphere volume resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VsphereVirtualDiskVolumeSource".
 */
export interface VsphereVirtualDiskVolumeSource {
/**
 * fsType is filesystem type to mount.
 */
fsType?: string
/**
 * storagePolicyID is the storage Policy Based Management (SPBM) profile ID associated with the StoragePolicyName.
 */
storagePolicyID?: string
/**
 * storagePolicyName is the storage Policy Based Management (SPBM) profile name.
 */
storagePolicyName?: string
/**
 * volumePath is the path that identifies vSphere volume vmdk
 */
volumePath: string
}
/**
 * DaemonSetUpdateStrategy is a struct used to control the update strategy for a DaemonSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSetUpdateStrategy".
 */
export interface DaemonSetUpdateStrategy {
rollingUpdate?: RollingUpdateDaemonSet
/**
 * Type of daemon set update.
 */
type?: ("OnDelete" | "RollingUpdate")
}
/**
 * Spec to control the desired behavior of daemon set rolling update.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RollingUpdateDaemonSet".
 */
export interface RollingUpdateDaemonSet {
maxSurge?: IntOrString
maxUnavailable?: IntOrString
}
/**
 * DaemonSetStatus represents the current status of a daemon set.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSetStatus".
 */
export interface DaemonSetStatus {
/**
 * Count of hash collisions for the DaemonSet.
 */
collisionCount?: number
/**
 * Represents the latest available observations of a DaemonSet's current state.
 */
conditions?: DaemonSetCondition[]
/**
 * The number of nodes that are running at least 1 daemon pod and are supposed to run the daemon pod.
 */
currentNumberScheduled: number
/**
 * The total number of nodes that should be running the daemon pod (including nodes correctly running the daemon pod).
 */
desiredNumberScheduled: number
/**
 * The number of nodes that should be running the daemon pod and have one or more of the daemon pod running and available (ready for at least spec.minReadySeconds)
 */
numberAvailable?: number
/**
 * The number of nodes that are running the daemon pod, but are not supposed to run the daemon pod.
 */
numberMisscheduled: number
/**
 * numberReady is the number of nodes that should be running the daemon pod and have one or more of the daemon pod running with a Ready Condition.
 */
numberReady: number
/**
 * The number of nodes that should be running the daemon pod and have none of the daemon pod running and available (ready for at least spec.minReadySeconds)
 */
numberUnavailable?: number
/**
 * The most recent generation observed by the daemon set controller.
 */
observedGeneration?: number
/**
 * The total number of nodes that are running updated daemon pod
 */
updatedNumberScheduled?: number
}
/**
 * DaemonSetCondition describes the state of a DaemonSet at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSetCondition".
 */
export interface DaemonSetCondition {
lastTransitionTime?: Time
/**
 * A human readable message indicating details about the transition.
 */
message?: string
/**
 * The reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of DaemonSet condition.
 */
type: string
}
/**
 * DaemonSetList is a collection of daemon sets.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonSetList".
 */
export interface DaemonSetList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * A list of daemon sets.
 */
items: DaemonSet[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Deployment enables declarative updates for Pods and ReplicaSets.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Deployment".
 */
export interface Deployment {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: DeploymentSpec
status?: DeploymentStatus
}
/**
 * DeploymentSpec is the specification of the desired behavior of the Deployment.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeploymentSpec".
 */
export interface DeploymentSpec {
/**
 * Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered available.
 */
minReadySeconds?: number
/**
 * Indicates that the deployment is paused.
 */
paused?: boolean
/**
 * The maximum time in seconds for a deployment to make progress before it is considered to be failed.
 */
progressDeadlineSeconds?: number
/**
 * Number of desired pods.
 */
replicas?: number
/**
 * The number of old ReplicaSets to retain to allow rollback.
 */
revisionHistoryLimit?: number
selector: LabelSelector
strategy?: DeploymentStrategy
template: PodTemplateSpec
}
/**
 * DeploymentStrategy describes how to replace existing pods with new ones.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeploymentStrategy".
 */
export interface DeploymentStrategy {
rollingUpdate?: RollingUpdateDeployment
/**
 * Type of deployment.
 */
type?: ("Recreate" | "RollingUpdate")
}
/**
 * Spec to control the desired behavior of rolling update.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RollingUpdateDeployment".
 */
export interface RollingUpdateDeployment {
maxSurge?: IntOrString
maxUnavailable?: IntOrString
}
/**
 * DeploymentStatus is the most recently observed status of the Deployment.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeploymentStatus".
 */
export interface DeploymentStatus {
/**
 * Total number of available non-terminating pods (ready for at least minReadySeconds) targeted by this deployment.
 */
availableReplicas?: number
/**
 * Count of hash collisions for the Deployment.
 */
collisionCount?: number
/**
 * Represents the latest available observations of a deployment's current state.
 */
conditions?: DeploymentCondition[]
/**
 * The generation observed by the deployment controller.
 */
observedGeneration?: number
/**
 * Total number of non-terminating pods targeted by this Deployment with a Ready Condition.
 */
readyReplicas?: number
/**
 * Total number of non-terminating pods targeted by this deployment (their labels match the selector).
 */
replicas?: number
/**
 * Total number of terminating pods targeted by this deployment.
 */
terminatingReplicas?: number
/**
 * Total number of unavailable pods targeted by this deployment.
 */
unavailableReplicas?: number
/**
 * Total number of non-terminating pods targeted by this deployment that have the desired template spec.
 */
updatedReplicas?: number
}
/**
 * DeploymentCondition describes the state of a deployment at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeploymentCondition".
 */
export interface DeploymentCondition {
lastTransitionTime?: Time
lastUpdateTime?: Time
/**
 * A human readable message indicating details about the transition.
 */
message?: string
/**
 * The reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of deployment condition.
 */
type: string
}
/**
 * DeploymentList is a list of Deployments.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeploymentList".
 */
export interface DeploymentList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is the list of Deployments.
 */
items: Deployment[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ReplicaSet ensures that a specified number of pod replicas are running at any given time.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicaSet".
 */
export interface ReplicaSet {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ReplicaSetSpec
status?: ReplicaSetStatus
}
/**
 * ReplicaSetSpec is the specification of a ReplicaSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicaSetSpec".
 */
export interface ReplicaSetSpec {
/**
 * Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered available.
 */
minReadySeconds?: number
/**
 * Replicas is the number of desired pods.
 */
replicas?: number
selector: LabelSelector
template?: PodTemplateSpec
}
/**
 * ReplicaSetStatus represents the current status of a ReplicaSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicaSetStatus".
 */
export interface ReplicaSetStatus {
/**
 * The number of available non-terminating pods (ready for at least minReadySeconds) for this replica set.
 */
availableReplicas?: number
/**
 * Represents the latest available observations of a replica set's current state.
 */
conditions?: ReplicaSetCondition[]
/**
 * The number of non-terminating pods that have labels matching the labels of the pod template of the replicaset.
 */
fullyLabeledReplicas?: number
/**
 * ObservedGeneration reflects the generation of the most recently observed ReplicaSet.
 */
observedGeneration?: number
/**
 * The number of non-terminating pods targeted by this ReplicaSet with a Ready Condition.
 */
readyReplicas?: number
/**
 * Replicas is the most recently observed number of non-terminating pods.
 */
replicas: number
/**
 * The number of terminating pods for this replica set.
 */
terminatingReplicas?: number
}
/**
 * ReplicaSetCondition describes the state of a replica set at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicaSetCondition".
 */
export interface ReplicaSetCondition {
lastTransitionTime?: Time
/**
 * A human readable message indicating details about the transition.
 */
message?: string
/**
 * The reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of replica set condition.
 */
type: string
}
/**
 * ReplicaSetList is a collection of ReplicaSets.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicaSetList".
 */
export interface ReplicaSetList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of ReplicaSets.
 */
items: ReplicaSet[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RollingUpdateStatefulSetStrategy".
 */
export interface RollingUpdateStatefulSetStrategy {
maxUnavailable?: IntOrString
/**
 * Partition indicates the ordinal at which the StatefulSet should be partitioned for updates.
 */
partition?: number
}
/**
 * StatefulSet represents a set of pods with consistent identities.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSet".
 */
export interface StatefulSet {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: StatefulSetSpec
status?: StatefulSetStatus
}
/**
 * A StatefulSetSpec is the specification of a StatefulSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetSpec".
 */
export interface StatefulSetSpec {
/**
 * Minimum number of seconds for which a newly created pod should be ready without any of its container crashing for it to be considered available.
 */
minReadySeconds?: number
ordinals?: StatefulSetOrdinals
persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy
/**
 * podManagementPolicy controls how pods are created during initial scale up, when replacing pods on nodes, or when scaling down.
 */
podManagementPolicy?: ("OrderedReady" | "Parallel")
/**
 * replicas is the desired number of replicas of the given Template.
 */
replicas?: number
/**
 * revisionHistoryLimit is the maximum number of revisions that will be maintained in the StatefulSet's revision history.
 */
revisionHistoryLimit?: number
selector: LabelSelector
/**
 * serviceName is the name of the service that governs this StatefulSet.
 */
serviceName?: string
template: PodTemplateSpec
updateStrategy?: StatefulSetUpdateStrategy
/**
 * volumeClaimTemplates is a list of claims that pods are allowed to reference.
 */
volumeClaimTemplates?: PersistentVolumeClaim[]
}
/**
 * StatefulSetOrdinals describes the policy used for replica ordinal assignment in this StatefulSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetOrdinals".
 */
export interface StatefulSetOrdinals {
/**
 * start is the number representing the first replica's index.
 */
start?: number
}
/**
 * StatefulSetPersistentVolumeClaimRetentionPolicy describes the policy used for PVCs created from the StatefulSet VolumeClaimTemplates.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetPersistentVolumeClaimRetentionPolicy".
 */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
/**
 * WhenDeleted specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is deleted.
 */
whenDeleted?: string
/**
 * WhenScaled specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is scaled down.
 */
whenScaled?: string
}
/**
 * StatefulSetUpdateStrategy indicates the strategy that the StatefulSet controller will use to perform updates.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetUpdateStrategy".
 */
export interface StatefulSetUpdateStrategy {
rollingUpdate?: RollingUpdateStatefulSetStrategy
/**
 * Type indicates the type of the StatefulSetUpdateStrategy.
 */
type?: ("OnDelete" | "RollingUpdate")
}
/**
 * PersistentVolumeClaim is a user's request for and claim to a persistent volume
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaim".
 */
export interface PersistentVolumeClaim {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: PersistentVolumeClaimSpec
status?: PersistentVolumeClaimStatus
}
/**
 * PersistentVolumeClaimStatus is the current status of a persistent volume claim.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimStatus".
 */
export interface PersistentVolumeClaimStatus {
/**
 * accessModes contains the actual access modes the volume backing the PVC has.
 */
accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[]
/**
 * allocatedResourceStatuses stores status of resource being resized for the given PVC.
 */
allocatedResourceStatuses?: {
[k: string]: "ControllerResizeInProgress" | "ControllerResizeInfeasible" | "NodeResizeInProgress" | "NodeResizeInfeasible" | "NodeResizePending"
}
/**
 * allocatedResources tracks the resources allocated to a PVC including its capacity.
 */
allocatedResources?: {
[k: string]: Quantity
}
/**
 * capacity represents the actual resources of the underlying volume.
 */
capacity?: {
[k: string]: Quantity
}
/**
 * conditions is the current Condition of persistent volume claim.
 */
conditions?: PersistentVolumeClaimCondition[]
/**
 * currentVolumeAttributesClassName is the current name of the VolumeAttributesClass the PVC is using.
 */
currentVolumeAttributesClassName?: string
modifyVolumeStatus?: ModifyVolumeStatus
/**
 * phase represents the current phase of PersistentVolumeClaim.
 */
phase?: ("Bound" | "Lost" | "Pending")
}
/**
 * PersistentVolumeClaimCondition contains details about state of pvc
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimCondition".
 */
export interface PersistentVolumeClaimCondition {
lastProbeTime?: Time
lastTransitionTime?: Time
/**
 * message is the human-readable message indicating details about last transition.
 */
message?: string
/**
 * reason is a unique, this should be a short, machine understandable string that gives the reason for condition's last transition.
 */
reason?: string
/**
 * Status is the status of the condition.
 */
status: string
/**
 * Type is the type of the condition.
 */
type: string
}
/**
 * ModifyVolumeStatus represents the status object of ControllerModifyVolume operation
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ModifyVolumeStatus".
 */
export interface ModifyVolumeStatus {
/**
 * status is the status of the ControllerModifyVolume operation.
 */
status: ("InProgress" | "Infeasible" | "Pending")
/**
 * targetVolumeAttributesClassName is the name of the VolumeAttributesClass the PVC currently being reconciled
 */
targetVolumeAttributesClassName?: string
}
/**
 * StatefulSetStatus represents the current state of a StatefulSet.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetStatus".
 */
export interface StatefulSetStatus {
/**
 * Total number of available pods (ready for at least minReadySeconds) targeted by this statefulset.
 */
availableReplicas?: number
/**
 * collisionCount is the count of hash collisions for the StatefulSet.
 */
collisionCount?: number
/**
 * Represents the latest available observations of a statefulset's current state.
 */
conditions?: StatefulSetCondition[]
/**
 * currentReplicas is the number of Pods created by the StatefulSet controller from the StatefulSet version indicated by currentRevision.
 */
currentReplicas?: number
/**
 * currentRevision, if not empty, indicates the version of the StatefulSet used to generate Pods in the sequence [0,currentReplicas).
 */
currentRevision?: string
/**
 * observedGeneration is the most recent generation observed for this StatefulSet.
 */
observedGeneration?: number
/**
 * readyReplicas is the number of pods created for this StatefulSet with a Ready Condition.
 */
readyReplicas?: number
/**
 * replicas is the number of Pods created by the StatefulSet controller.
 */
replicas: number
/**
 * updateRevision, if not empty, indicates the version of the StatefulSet used to generate Pods in the sequence [replicas-updatedReplicas,replicas)
 */
updateRevision?: string
/**
 * updatedReplicas is the number of Pods created by the StatefulSet controller from the StatefulSet version indicated by updateRevision.
 */
updatedReplicas?: number
}
/**
 * StatefulSetCondition describes the state of a statefulset at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetCondition".
 */
export interface StatefulSetCondition {
lastTransitionTime?: Time
/**
 * A human readable message indicating details about the transition.
 */
message?: string
/**
 * The reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of statefulset condition.
 */
type: string
}
/**
 * StatefulSetList is a collection of StatefulSets.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatefulSetList".
 */
export interface StatefulSetList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is the list of stateful sets.
 */
items: StatefulSet[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * BoundObjectReference is a reference to an object that a token is bound to.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "BoundObjectReference".
 */
export interface BoundObjectReference {
/**
 * apiVersion is API version of the referent.
 */
apiVersion?: string
/**
 * kind of the referent.
 */
kind?: string
/**
 * name of the referent.
 */
name?: string
/**
 * uid of the referent.
 */
uid?: string
}
/**
 * TokenRequest requests a token for a given service account.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AuthenticationV1TokenRequest".
 */
export interface AuthenticationV1TokenRequest {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: TokenRequestSpec
status?: TokenRequestStatus
}
/**
 * TokenRequestSpec contains client provided parameters of a token request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TokenRequestSpec".
 */
export interface TokenRequestSpec {
/**
 * audiences are the intendend audiences of the token.
 */
audiences?: string[]
boundObjectRef?: BoundObjectReference
/**
 * expirationSeconds is the requested duration of validity of the request.
 */
expirationSeconds?: number
}
/**
 * TokenRequestStatus is the result of a token request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TokenRequestStatus".
 */
export interface TokenRequestStatus {
expirationTimestamp?: Time
/**
 * token is the opaque bearer token.
 */
token?: string
}
/**
 * FieldSelectorAttributes indicates a field limited access.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FieldSelectorAttributes".
 */
export interface FieldSelectorAttributes {
/**
 * rawSelector is the serialization of a field selector that would be included in a query parameter.
 */
rawSelector?: string
/**
 * requirements is the parsed interpretation of a field selector.
 */
requirements?: FieldSelectorRequirement[]
}
/**
 * FieldSelectorRequirement is a selector that contains values, a key, and an operator that relates the key and values.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FieldSelectorRequirement".
 */
export interface FieldSelectorRequirement {
/**
 * key is the field selector key that the requirement applies to.
 */
key: string
/**
 * operator represents a key's relationship to a set of values.
 */
operator: string
/**
 * values is an array of string values.
 */
values?: string[]
}
/**
 * LabelSelectorAttributes indicates a label limited access.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LabelSelectorAttributes".
 */
export interface LabelSelectorAttributes {
/**
 * rawSelector is the serialization of a field selector that would be included in a query parameter.
 */
rawSelector?: string
/**
 * requirements is the parsed interpretation of a label selector.
 */
requirements?: LabelSelectorRequirement[]
}
/**
 * LocalSubjectAccessReview checks whether or not a user or group can perform an action in a given namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LocalSubjectAccessReview".
 */
export interface LocalSubjectAccessReview {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: SubjectAccessReviewSpec
status?: SubjectAccessReviewStatus
}
/**
 * SubjectAccessReviewSpec is a description of the access request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SubjectAccessReviewSpec".
 */
export interface SubjectAccessReviewSpec {
/**
 * extra corresponds to the user.Info.GetExtra() method from the authenticator.
 */
extra?: {
[k: string]: string[]
}
/**
 * groups is the groups you're testing for.
 */
groups?: string[]
nonResourceAttributes?: NonResourceAttributes
resourceAttributes?: ResourceAttributes
/**
 * uid information about the requesting user.
 */
uid?: string
/**
 * user is the user you're testing for.
 */
user?: string
}
/**
 * NonResourceAttributes includes the authorization attributes available for non-resource requests to the Authorizer interface
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NonResourceAttributes".
 */
export interface NonResourceAttributes {
/**
 * path is the URL path of the request
 */
path?: string
/**
 * verb is the standard HTTP verb
 */
verb?: string
}
/**
 * ResourceAttributes includes the authorization attributes available for resource requests to the Authorizer interface
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceAttributes".
 */
export interface ResourceAttributes {
fieldSelector?: FieldSelectorAttributes
/**
 * group is the API Group of the Resource.
 */
group?: string
labelSelector?: LabelSelectorAttributes
/**
 * name is the name of the resource being requested for a "get" or deleted for a "delete".
 */
name?: string
/**
 * namespace is the namespace of the action being requested.
 */
namespace?: string
/**
 * resource is one of the existing resource types.
 */
resource?: string
/**
 * subresource is one of the existing resource types.
 */
subresource?: string
/**
 * verb is a kubernetes resource API verb, like: get, list, watch, create, update, delete, proxy.
 */
verb?: string
/**
 * version is the API Version of the Resource.
 */
version?: string
}
/**
 * SubjectAccessReviewStatus
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SubjectAccessReviewStatus".
 */
export interface SubjectAccessReviewStatus {
/**
 * allowed is required.
 */
allowed: boolean
/**
 * denied is optional.
 */
denied?: boolean
/**
 * evaluationError is an indication that some error occurred during the authorization check.
 */
evaluationError?: string
/**
 * reason is optional.
 */
reason?: string
}
/**
 * NonResourceRule holds information that describes a rule for the non-resource
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NonResourceRule".
 */
export interface NonResourceRule {
/**
 * nonResourceURLs is a set of partial urls that a user should have access to.
 */
nonResourceURLs?: string[]
/**
 * verbs is a list of kubernetes non-resource API verbs, like: get, post, put, delete, patch, head, options.
 */
verbs: string[]
}
/**
 * ResourceRule is the list of actions the subject is allowed to perform on resources.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceRule".
 */
export interface ResourceRule {
/**
 * apiGroups is the name of the APIGroup that contains the resources.
 */
apiGroups?: string[]
/**
 * resourceNames is an optional white list of names that the rule applies to.
 */
resourceNames?: string[]
/**
 * resources is a list of resources this rule applies to.
 */
resources?: string[]
/**
 * verbs is a list of kubernetes resource API verbs, like: get, list, watch, create, update, delete, proxy.
 */
verbs: string[]
}
/**
 * SelfSubjectAccessReview checks whether or the current user can perform an action.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SelfSubjectAccessReview".
 */
export interface SelfSubjectAccessReview {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: SelfSubjectAccessReviewSpec
status?: SubjectAccessReviewStatus
}
/**
 * SelfSubjectAccessReviewSpec is a description of the access request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SelfSubjectAccessReviewSpec".
 */
export interface SelfSubjectAccessReviewSpec {
nonResourceAttributes?: NonResourceAttributes
resourceAttributes?: ResourceAttributes
}
/**
 * SelfSubjectRulesReview enumerates the set of actions the current user can perform within a namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SelfSubjectRulesReview".
 */
export interface SelfSubjectRulesReview {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: SelfSubjectRulesReviewSpec
status?: SubjectRulesReviewStatus
}
/**
 * SelfSubjectRulesReviewSpec defines the specification for SelfSubjectRulesReview.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SelfSubjectRulesReviewSpec".
 */
export interface SelfSubjectRulesReviewSpec {
/**
 * namespace to evaluate rules for.
 */
namespace?: string
}
/**
 * SubjectRulesReviewStatus contains the result of a rules check.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SubjectRulesReviewStatus".
 */
export interface SubjectRulesReviewStatus {
/**
 * evaluationError can appear in combination with Rules.
 */
evaluationError?: string
/**
 * incomplete is true when the rules returned by this call are incomplete.
 */
incomplete: boolean
/**
 * nonResourceRules is the list of actions the subject is allowed to perform on non-resources.
 */
nonResourceRules: NonResourceRule[]
/**
 * resourceRules is the list of actions the subject is allowed to perform on resources.
 */
resourceRules: ResourceRule[]
}
/**
 * SubjectAccessReview checks whether or not a user or group can perform an action.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SubjectAccessReview".
 */
export interface SubjectAccessReview {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: SubjectAccessReviewSpec
status?: SubjectAccessReviewStatus
}
/**
 * CrossVersionObjectReference contains enough information to let you identify the referred resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AutoscalingV1CrossVersionObjectReference".
 */
export interface AutoscalingV1CrossVersionObjectReference {
/**
 * apiVersion is the API version of the referent
 */
apiVersion?: string
/**
 * kind is the kind of the referent; More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds
 */
kind: string
/**
 * name is the name of the referent; More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names
 */
name: string
}
/**
 * configuration of a horizontal pod autoscaler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AutoscalingV1HorizontalPodAutoscaler".
 */
export interface AutoscalingV1HorizontalPodAutoscaler {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: AutoscalingV1HorizontalPodAutoscalerSpec
status?: AutoscalingV1HorizontalPodAutoscalerStatus
}
/**
 * specification of a horizontal pod autoscaler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AutoscalingV1HorizontalPodAutoscalerSpec".
 */
export interface AutoscalingV1HorizontalPodAutoscalerSpec {
/**
 * maxReplicas is the upper limit for the number of pods that can be set by the autoscaler; cannot be smaller than MinReplicas.
 */
maxReplicas: number
/**
 * minReplicas is the lower limit for the number of replicas to which the autoscaler can scale down.
 */
minReplicas?: number
scaleTargetRef: AutoscalingV1CrossVersionObjectReference
/**
 * targetCPUUtilizationPercentage is the target average CPU utilization (represented as a percentage of requested CPU) over all the pods; if not specified the default autoscaling policy will be used.
 */
targetCPUUtilizationPercentage?: number
}
/**
 * current status of a horizontal pod autoscaler
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AutoscalingV1HorizontalPodAutoscalerStatus".
 */
export interface AutoscalingV1HorizontalPodAutoscalerStatus {
/**
 * currentCPUUtilizationPercentage is the current average CPU utilization over all pods, represented as a percentage of requested CPU, e.g.
 */
currentCPUUtilizationPercentage?: number
/**
 * currentReplicas is the current number of replicas of pods managed by this autoscaler.
 */
currentReplicas: number
/**
 * desiredReplicas is the  desired number of replicas of pods managed by this autoscaler.
 */
desiredReplicas: number
lastScaleTime?: Time
/**
 * observedGeneration is the most recent generation observed by this autoscaler.
 */
observedGeneration?: number
}
/**
 * list of horizontal pod autoscaler objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AutoscalingV1HorizontalPodAutoscalerList".
 */
export interface AutoscalingV1HorizontalPodAutoscalerList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of horizontal pod autoscaler objects.
 */
items: AutoscalingV1HorizontalPodAutoscaler[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Scale represents a scaling request for a resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Scale".
 */
export interface Scale {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ScaleSpec
status?: ScaleStatus
}
/**
 * ScaleSpec describes the attributes of a scale subresource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScaleSpec".
 */
export interface ScaleSpec {
/**
 * replicas is the desired number of instances for the scaled object.
 */
replicas?: number
}
/**
 * ScaleStatus represents the current status of a scale subresource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScaleStatus".
 */
export interface ScaleStatus {
/**
 * replicas is the actual number of observed instances of the scaled object.
 */
replicas: number
/**
 * selector is the label query over pods that should match the replicas count.
 */
selector?: string
}
/**
 * ContainerResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, describing each pod in the current scale target (e.g.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerResourceMetricSource".
 */
export interface ContainerResourceMetricSource {
/**
 * container is the name of the container in the pods of the scaling target
 */
container: string
/**
 * name is the name of the resource in question.
 */
name: string
target: MetricTarget
}
/**
 * MetricTarget defines the target value, average value, or average utilization of a specific metric
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MetricTarget".
 */
export interface MetricTarget {
/**
 * averageUtilization is the target value of the average of the resource metric across all relevant pods, represented as a percentage of the requested value of the resource for the pods.
 */
averageUtilization?: number
averageValue?: Quantity
/**
 * type represents whether the metric type is Utilization, Value, or AverageValue
 */
type: string
value?: Quantity
}
/**
 * ContainerResourceMetricStatus indicates the current value of a resource metric known to Kubernetes, as specified in requests and limits, describing a single container in each pod in the current scale target (e.g.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerResourceMetricStatus".
 */
export interface ContainerResourceMetricStatus {
/**
 * container is the name of the container in the pods of the scaling target
 */
container: string
current: MetricValueStatus
/**
 * name is the name of the resource in question.
 */
name: string
}
/**
 * MetricValueStatus holds the current value for a metric
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MetricValueStatus".
 */
export interface MetricValueStatus {
/**
 * currentAverageUtilization is the current value of the average of the resource metric across all relevant pods, represented as a percentage of the requested value of the resource for the pods.
 */
averageUtilization?: number
averageValue?: Quantity
value?: Quantity
}
/**
 * CrossVersionObjectReference contains enough information to let you identify the referred resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CrossVersionObjectReference".
 */
export interface CrossVersionObjectReference {
/**
 * apiVersion is the API version of the referent
 */
apiVersion?: string
/**
 * kind is the kind of the referent; More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds
 */
kind: string
/**
 * name is the name of the referent; More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names
 */
name: string
}
/**
 * ExternalMetricSource indicates how to scale on a metric not associated with any Kubernetes object (for example length of queue in cloud messaging service, or QPS from loadbalancer running outside of cluster).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ExternalMetricSource".
 */
export interface ExternalMetricSource {
metric: MetricIdentifier
target: MetricTarget
}
/**
 * MetricIdentifier defines the name and optionally selector for a metric
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MetricIdentifier".
 */
export interface MetricIdentifier {
/**
 * name is the name of the given metric
 */
name: string
selector?: LabelSelector
}
/**
 * ExternalMetricStatus indicates the current value of a global metric not associated with any Kubernetes object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ExternalMetricStatus".
 */
export interface ExternalMetricStatus {
current: MetricValueStatus
metric: MetricIdentifier
}
/**
 * HPAScalingPolicy is a single policy which must hold true for a specified past interval.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HPAScalingPolicy".
 */
export interface HPAScalingPolicy {
/**
 * periodSeconds specifies the window of time for which the policy should hold true.
 */
periodSeconds: number
/**
 * type is used to specify the scaling policy.
 */
type: string
/**
 * value contains the amount of change which is permitted by the policy.
 */
value: number
}
/**
 * HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HPAScalingRules".
 */
export interface HPAScalingRules {
/**
 * policies is a list of potential scaling polices which can be used during scaling.
 */
policies?: HPAScalingPolicy[]
/**
 * selectPolicy is used to specify which policy should be used.
 */
selectPolicy?: string
/**
 * stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down.
 */
stabilizationWindowSeconds?: number
tolerance?: Quantity
}
/**
 * HorizontalPodAutoscaler is the configuration for a horizontal pod autoscaler, which automatically manages the replica count of any resource implementing the scale subresource based on the metrics specified.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscaler".
 */
export interface HorizontalPodAutoscaler {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: HorizontalPodAutoscalerSpec
status?: HorizontalPodAutoscalerStatus
}
/**
 * HorizontalPodAutoscalerSpec describes the desired functionality of the HorizontalPodAutoscaler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscalerSpec".
 */
export interface HorizontalPodAutoscalerSpec {
behavior?: HorizontalPodAutoscalerBehavior
/**
 * maxReplicas is the upper limit for the number of replicas to which the autoscaler can scale up.
 */
maxReplicas: number
/**
 * metrics contains the specifications for which to use to calculate the desired replica count (the maximum replica count across all metrics will be used).
 */
metrics?: MetricSpec[]
/**
 * minReplicas is the lower limit for the number of replicas to which the autoscaler can scale down.
 */
minReplicas?: number
scaleTargetRef: CrossVersionObjectReference
}
/**
 * HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields respectively).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscalerBehavior".
 */
export interface HorizontalPodAutoscalerBehavior {
scaleDown?: HPAScalingRules
scaleUp?: HPAScalingRules
}
/**
 * MetricSpec specifies how to scale based on a single metric (only `type` and one other matching field should be set at once).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MetricSpec".
 */
export interface MetricSpec {
containerResource?: ContainerResourceMetricSource
external?: ExternalMetricSource
object?: ObjectMetricSource
pods?: PodsMetricSource
resource?: ResourceMetricSource
/**
 * type is the type of metric source.
 */
type: string
}
/**
 * ObjectMetricSource indicates how to scale on a metric describing a kubernetes object (for example, hits-per-second on an Ingress object).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ObjectMetricSource".
 */
export interface ObjectMetricSource {
describedObject: CrossVersionObjectReference
metric: MetricIdentifier
target: MetricTarget
}
/**
 * PodsMetricSource indicates how to scale on a metric describing each pod in the current scale target (for example, transactions-processed-per-second).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodsMetricSource".
 */
export interface PodsMetricSource {
metric: MetricIdentifier
target: MetricTarget
}
/**
 * ResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, describing each pod in the current scale target (e.g.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceMetricSource".
 */
export interface ResourceMetricSource {
/**
 * name is the name of the resource in question.
 */
name: string
target: MetricTarget
}
/**
 * HorizontalPodAutoscalerStatus describes the current status of a horizontal pod autoscaler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscalerStatus".
 */
export interface HorizontalPodAutoscalerStatus {
/**
 * conditions is the set of conditions required for this autoscaler to scale its target, and indicates whether or not those conditions are met.
 */
conditions?: HorizontalPodAutoscalerCondition[]
/**
 * currentMetrics is the last read state of the metrics used by this autoscaler.
 */
currentMetrics?: MetricStatus[]
/**
 * currentReplicas is current number of replicas of pods managed by this autoscaler, as last seen by the autoscaler.
 */
currentReplicas?: number
/**
 * desiredReplicas is the desired number of replicas of pods managed by this autoscaler, as last calculated by the autoscaler.
 */
desiredReplicas: number
lastScaleTime?: Time
/**
 * observedGeneration is the most recent generation observed by this autoscaler.
 */
observedGeneration?: number
}
/**
 * HorizontalPodAutoscalerCondition describes the state of a HorizontalPodAutoscaler at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscalerCondition".
 */
export interface HorizontalPodAutoscalerCondition {
lastTransitionTime?: Time
/**
 * message is a human-readable explanation containing details about the transition
 */
message?: string
/**
 * reason is the reason for the condition's last transition.
 */
reason?: string
/**
 * status is the status of the condition (True, False, Unknown)
 */
status: string
/**
 * type describes the current condition
 */
type: string
}
/**
 * MetricStatus describes the last-read state of a single metric.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "MetricStatus".
 */
export interface MetricStatus {
containerResource?: ContainerResourceMetricStatus
external?: ExternalMetricStatus
object?: ObjectMetricStatus
pods?: PodsMetricStatus
resource?: ResourceMetricStatus
/**
 * type is the type of metric source.
 */
type: string
}
/**
 * ObjectMetricStatus indicates the current value of a metric describing a kubernetes object (for example, hits-per-second on an Ingress object).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ObjectMetricStatus".
 */
export interface ObjectMetricStatus {
current: MetricValueStatus
describedObject: CrossVersionObjectReference
metric: MetricIdentifier
}
/**
 * PodsMetricStatus indicates the current value of a metric describing each pod in the current scale target (for example, transactions-processed-per-second).
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodsMetricStatus".
 */
export interface PodsMetricStatus {
current: MetricValueStatus
metric: MetricIdentifier
}
/**
 * ResourceMetricStatus indicates the current value of a resource metric known to Kubernetes, as specified in requests and limits, describing each pod in the current scale target (e.g.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceMetricStatus".
 */
export interface ResourceMetricStatus {
current: MetricValueStatus
/**
 * name is the name of the resource in question.
 */
name: string
}
/**
 * HorizontalPodAutoscalerList is a list of horizontal pod autoscaler objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HorizontalPodAutoscalerList".
 */
export interface HorizontalPodAutoscalerList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of horizontal pod autoscaler objects.
 */
items: HorizontalPodAutoscaler[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * CronJob represents the configuration of a single cron job.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CronJob".
 */
export interface CronJob {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: CronJobSpec
status?: CronJobStatus
}
/**
 * CronJobSpec describes how the job execution will look like and when it will actually run.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CronJobSpec".
 */
export interface CronJobSpec {
/**
 * Specifies how to treat concurrent executions of a Job.
 */
concurrencyPolicy?: ("Allow" | "Forbid" | "Replace")
/**
 * The number of failed finished jobs to retain.
 */
failedJobsHistoryLimit?: number
jobTemplate: JobTemplateSpec
/**
 * The schedule in Cron format, see https://en.wikipedia.org/wiki/Cron.
 */
schedule: string
/**
 * Optional deadline in seconds for starting the job if it misses scheduled time for any reason.
 */
startingDeadlineSeconds?: number
/**
 * The number of successful finished jobs to retain.
 */
successfulJobsHistoryLimit?: number
/**
 * This flag tells the controller to suspend subsequent executions, it does not apply to already started executions.
 */
suspend?: boolean
/**
 * The time zone name for the given schedule, see https://en.wikipedia.org/wiki/List_of_tz_database_time_zones.
 */
timeZone?: string
}
/**
 * JobTemplateSpec describes the data a Job should have when created from a template
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "JobTemplateSpec".
 */
export interface JobTemplateSpec {
metadata?: ObjectMeta
spec?: JobSpec
}
/**
 * JobSpec describes how the job execution will look like.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "JobSpec".
 */
export interface JobSpec {
/**
 * Specifies the duration in seconds relative to the startTime that the job may be continuously active before the system tries to terminate it; value must be positive integer.
 */
activeDeadlineSeconds?: number
/**
 * Specifies the number of retries before marking this job failed.
 */
backoffLimit?: number
/**
 * Specifies the limit for the number of retries within an index before marking this index as failed.
 */
backoffLimitPerIndex?: number
/**
 * completionMode specifies how Pod completions are tracked.
 */
completionMode?: ("Indexed" | "NonIndexed")
/**
 * Specifies the desired number of successfully finished pods the job should be run with.
 */
completions?: number
/**
 * ManagedBy field indicates the controller that manages a Job.
 */
managedBy?: string
/**
 * manualSelector controls generation of pod labels and pod selectors.
 */
manualSelector?: boolean
/**
 * Specifies the maximal number of failed indexes before marking the Job as failed, when backoffLimitPerIndex is set.
 */
maxFailedIndexes?: number
/**
 * Specifies the maximum desired number of pods the job should run at any given time.
 */
parallelism?: number
podFailurePolicy?: PodFailurePolicy
/**
 * podReplacementPolicy specifies when to create replacement Pods.
 */
podReplacementPolicy?: ("Failed" | "TerminatingOrFailed")
selector?: LabelSelector
successPolicy?: SuccessPolicy
/**
 * suspend specifies whether the Job controller should create Pods or not.
 */
suspend?: boolean
template: PodTemplateSpec
/**
 * ttlSecondsAfterFinished limits the lifetime of a Job that has finished execution (either Complete or Failed).
 */
ttlSecondsAfterFinished?: number
}
/**
 * PodFailurePolicy describes how failed pods influence the backoffLimit.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodFailurePolicy".
 */
export interface PodFailurePolicy {
/**
 * A list of pod failure policy rules.
 */
rules: PodFailurePolicyRule[]
}
/**
 * PodFailurePolicyRule describes how a pod failure is handled when the requirements are met.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodFailurePolicyRule".
 */
export interface PodFailurePolicyRule {
/**
 * Specifies the action taken on a pod failure when the requirements are satisfied.
 */
action: ("Count" | "FailIndex" | "FailJob" | "Ignore")
onExitCodes?: PodFailurePolicyOnExitCodesRequirement
/**
 * Represents the requirement on the pod conditions.
 */
onPodConditions?: PodFailurePolicyOnPodConditionsPattern[]
}
/**
 * PodFailurePolicyOnExitCodesRequirement describes the requirement for handling a failed pod based on its container exit codes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodFailurePolicyOnExitCodesRequirement".
 */
export interface PodFailurePolicyOnExitCodesRequirement {
/**
 * Restricts the check for exit codes to the container with the specified name.
 */
containerName?: string
/**
 * Represents the relationship between the container exit code(s) and the specified values.
 */
operator: ("In" | "NotIn")
/**
 * Specifies the set of values.
 */
values: number[]
}
/**
 * PodFailurePolicyOnPodConditionsPattern describes a pattern for matching an actual pod condition type.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodFailurePolicyOnPodConditionsPattern".
 */
export interface PodFailurePolicyOnPodConditionsPattern {
/**
 * Specifies the required Pod condition status.
 */
status?: string
/**
 * Specifies the required Pod condition type.
 */
type: string
}
/**
 * SuccessPolicy describes when a Job can be declared as succeeded based on the success of some indexes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SuccessPolicy".
 */
export interface SuccessPolicy {
/**
 * rules represents the list of alternative rules for the declaring the Jobs as successful before `.status.succeeded >= .spec.completions`.
 */
rules: SuccessPolicyRule[]
}
/**
 * SuccessPolicyRule describes rule for declaring a Job as succeeded.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SuccessPolicyRule".
 */
export interface SuccessPolicyRule {
/**
 * succeededCount specifies the minimal required size of the actual set of the succeeded indexes for the Job.
 */
succeededCount?: number
/**
 * succeededIndexes specifies the set of indexes which need to be contained in the actual set of the succeeded indexes for the Job.
 */
succeededIndexes?: string
}
/**
 * CronJobStatus represents the current state of a cron job.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CronJobStatus".
 */
export interface CronJobStatus {
/**
 * A list of pointers to currently running jobs.
 */
active?: ObjectReference[]
lastScheduleTime?: Time
lastSuccessfulTime?: Time
}
/**
 * ObjectReference contains enough information to let you inspect or modify the referred object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ObjectReference".
 */
export interface ObjectReference {
/**
 * API version of the referent.
 */
apiVersion?: string
/**
 * If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go field access statement, such as desiredState.manifest.containers[2].
 */
fieldPath?: string
/**
 * Kind of the referent.
 */
kind?: string
/**
 * Name of the referent.
 */
name?: string
/**
 * Namespace of the referent.
 */
namespace?: string
/**
 * Specific resourceVersion to which this reference is made, if any.
 */
resourceVersion?: string
/**
 * UID of the referent.
 */
uid?: string
}
/**
 * CronJobList is a collection of cron jobs.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CronJobList".
 */
export interface CronJobList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of CronJobs.
 */
items: CronJob[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Job represents the configuration of a single job.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Job".
 */
export interface Job {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: JobSpec
status?: JobStatus
}
/**
 * JobStatus represents the current state of a Job.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "JobStatus".
 */
export interface JobStatus {
/**
 * The number of pending and running pods which are not terminating (without a deletionTimestamp).
 */
active?: number
/**
 * completedIndexes holds the completed indexes when .spec.completionMode = "Indexed" in a text format.
 */
completedIndexes?: string
completionTime?: Time
/**
 * The latest available observations of an object's current state.
 */
conditions?: JobCondition[]
/**
 * The number of pods which reached phase Failed.
 */
failed?: number
/**
 * FailedIndexes holds the failed indexes when spec.backoffLimitPerIndex is set.
 */
failedIndexes?: string
/**
 * The number of active pods which have a Ready condition and are not terminating (without a deletionTimestamp).
 */
ready?: number
startTime?: Time
/**
 * The number of pods which reached phase Succeeded.
 */
succeeded?: number
/**
 * The number of pods which are terminating (in phase Pending or Running and have a deletionTimestamp).
 */
terminating?: number
uncountedTerminatedPods?: UncountedTerminatedPods
}
/**
 * JobCondition describes current state of a job.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "JobCondition".
 */
export interface JobCondition {
lastProbeTime?: Time
lastTransitionTime?: Time
/**
 * Human readable message indicating details about last transition.
 */
message?: string
/**
 * (brief) reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of job condition, Complete or Failed.
 */
type: string
}
/**
 * UncountedTerminatedPods holds UIDs of Pods that have terminated but haven't been accounted in Job status counters.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "UncountedTerminatedPods".
 */
export interface UncountedTerminatedPods {
/**
 * failed holds UIDs of failed Pods.
 */
failed?: string[]
/**
 * succeeded holds UIDs of succeeded Pods.
 */
succeeded?: string[]
}
/**
 * JobList is a collection of jobs.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "JobList".
 */
export interface JobList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of Jobs.
 */
items: Job[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Lease defines a lease concept.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Lease".
 */
export interface Lease {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: LeaseSpec
}
/**
 * LeaseSpec is a specification of a Lease.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LeaseSpec".
 */
export interface LeaseSpec {
acquireTime?: MicroTime
/**
 * holderIdentity contains the identity of the holder of a current lease.
 */
holderIdentity?: string
/**
 * leaseDurationSeconds is a duration that candidates for a lease need to wait to force acquire it.
 */
leaseDurationSeconds?: number
/**
 * leaseTransitions is the number of transitions of a lease between holders.
 */
leaseTransitions?: number
/**
 * PreferredHolder signals to a lease holder that the lease has a more optimal holder and should be given up.
 */
preferredHolder?: string
renewTime?: MicroTime
/**
 * Strategy indicates the strategy for picking the leader for coordinated leader election.
 */
strategy?: string
}
/**
 * LeaseList is a list of Lease objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LeaseList".
 */
export interface LeaseList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of schema objects.
 */
items: Lease[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * AttachedVolume describes a volume attached to a node
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AttachedVolume".
 */
export interface AttachedVolume {
/**
 * DevicePath represents the device path where the volume should be available
 */
devicePath: string
/**
 * Name of the attached volume
 */
name: string
}
/**
 * AzureFile represents an Azure File Service mount on the host and bind mount to the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AzureFilePersistentVolumeSource".
 */
export interface AzureFilePersistentVolumeSource {
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
/**
 * secretName is the name of secret that contains Azure Storage Account Name and Key
 */
secretName: string
/**
 * secretNamespace is the namespace of the secret that contains Azure Storage Account Name and Key default is the same as the Pod
 */
secretNamespace?: string
/**
 * shareName is the azure Share Name
 */
shareName: string
}
/**
 * Binding ties one object to another; for example, a pod is bound to a node by a scheduler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Binding".
 */
export interface Binding {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
target: ObjectReference
}
/**
 * Represents storage that is managed by an external CSI volume driver
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIPersistentVolumeSource".
 */
export interface CSIPersistentVolumeSource {
controllerExpandSecretRef?: SecretReference
controllerPublishSecretRef?: SecretReference
/**
 * driver is the name of the driver to use for this volume.
 */
driver: string
/**
 * fsType to mount.
 */
fsType?: string
nodeExpandSecretRef?: SecretReference
nodePublishSecretRef?: SecretReference
nodeStageSecretRef?: SecretReference
/**
 * readOnly value to pass to ControllerPublishVolumeRequest.
 */
readOnly?: boolean
/**
 * volumeAttributes of the volume to publish.
 */
volumeAttributes?: {
[k: string]: string
}
/**
 * volumeHandle is the unique volume name returned by the CSI volume plugin’s CreateVolume to refer to the volume on all subsequent calls.
 */
volumeHandle: string
}
/**
 * SecretReference represents a Secret Reference.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretReference".
 */
export interface SecretReference {
/**
 * name is unique within a namespace to reference a secret resource.
 */
name?: string
/**
 * namespace defines the space within which the secret name must be unique.
 */
namespace?: string
}
/**
 * Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership management or SELinux relabeling.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CephFSPersistentVolumeSource".
 */
export interface CephFSPersistentVolumeSource {
/**
 * monitors is Required: Monitors is a collection of Ceph monitors More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
monitors: string[]
/**
 * path is Optional: Used as the mounted root, rather than the full Ceph tree, default is /
 */
path?: string
/**
 * readOnly is Optional: Defaults to false (read/write).
 */
readOnly?: boolean
/**
 * secretFile is Optional: SecretFile is the path to key ring for User, default is /etc/ceph/user.secret More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
secretFile?: string
secretRef?: SecretReference
/**
 * user is Optional: User is the rados user name, default is admin More info: https://examples.k8s.io/volumes/cephfs/README.md#how-to-use-it
 */
user?: string
}
/**
 * Represents a cinder volume resource in Openstack.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CinderPersistentVolumeSource".
 */
export interface CinderPersistentVolumeSource {
/**
 * fsType Filesystem type to mount.
 */
fsType?: string
/**
 * readOnly is Optional: Defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: SecretReference
/**
 * volumeID used to identify the volume in cinder.
 */
volumeID: string
}
/**
 * ClientIPConfig represents the configurations of Client IP based session affinity.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClientIPConfig".
 */
export interface ClientIPConfig {
/**
 * timeoutSeconds specifies the seconds of ClientIP type session sticky time.
 */
timeoutSeconds?: number
}
/**
 * Information about the condition of a component.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ComponentCondition".
 */
export interface ComponentCondition {
/**
 * Condition error code for a component.
 */
error?: string
/**
 * Message about the condition for a component.
 */
message?: string
/**
 * Status of the condition for a component.
 */
status: string
/**
 * Type of condition for a component.
 */
type: string
}
/**
 * ComponentStatus (and ComponentStatusList) holds the cluster validation info.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ComponentStatus".
 */
export interface ComponentStatus {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of component conditions observed
 */
conditions?: ComponentCondition[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
}
/**
 * Status of all the conditions for the component as a list of ComponentStatus objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ComponentStatusList".
 */
export interface ComponentStatusList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of ComponentStatus objects.
 */
items: ComponentStatus[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ConfigMap holds configuration data for pods to consume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMap".
 */
export interface ConfigMap {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * BinaryData contains the binary data.
 */
binaryData?: {
[k: string]: string
}
/**
 * Data contains the configuration data.
 */
data?: {
[k: string]: string
}
/**
 * Immutable, if set to true, ensures that data stored in the ConfigMap cannot be updated (only object metadata can be modified).
 */
immutable?: boolean
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
}
/**
 * ConfigMapList is a resource containing a list of ConfigMap objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapList".
 */
export interface ConfigMapList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is the list of ConfigMaps.
 */
items: ConfigMap[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ConfigMapNodeConfigSource contains the information to reference a ConfigMap as a config source for the Node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ConfigMapNodeConfigSource".
 */
export interface ConfigMapNodeConfigSource {
/**
 * KubeletConfigKey declares which key of the referenced ConfigMap corresponds to the KubeletConfiguration structure This field is required in all cases.
 */
kubeletConfigKey: string
/**
 * Name is the metadata.name of the referenced ConfigMap.
 */
name: string
/**
 * Namespace is the metadata.namespace of the referenced ConfigMap.
 */
namespace: string
/**
 * ResourceVersion is the metadata.ResourceVersion of the referenced ConfigMap.
 */
resourceVersion?: string
/**
 * UID is the metadata.UID of the referenced ConfigMap.
 */
uid?: string
}
/**
 * ContainerExtendedResourceRequest has the mapping of container name, extended resource name to the device request name.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerExtendedResourceRequest".
 */
export interface ContainerExtendedResourceRequest {
/**
 * The name of the container requesting resources.
 */
containerName: string
/**
 * The name of the request in the special ResourceClaim which corresponds to the extended resource.
 */
requestName: string
/**
 * The name of the extended resource in that container which gets backed by DRA.
 */
resourceName: string
}
/**
 * Describe a container image
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerImage".
 */
export interface ContainerImage {
/**
 * Names by which this image is known.
 */
names?: string[]
/**
 * The size of the image in bytes.
 */
sizeBytes?: number
}
/**
 * ContainerState holds a possible state of container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerState".
 */
export interface ContainerState {
running?: ContainerStateRunning
terminated?: ContainerStateTerminated
waiting?: ContainerStateWaiting
}
/**
 * ContainerStateRunning is a running state of a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerStateRunning".
 */
export interface ContainerStateRunning {
startedAt?: Time
}
/**
 * ContainerStateTerminated is a terminated state of a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerStateTerminated".
 */
export interface ContainerStateTerminated {
/**
 * Container's ID in the format '<type>://<container_id>'
 */
containerID?: string
/**
 * Exit status from the last termination of the container
 */
exitCode: number
finishedAt?: Time
/**
 * Message regarding the last termination of the container
 */
message?: string
/**
 * (brief) reason from the last termination of the container
 */
reason?: string
/**
 * Signal from the last termination of the container
 */
signal?: number
startedAt?: Time
}
/**
 * ContainerStateWaiting is a waiting state of a container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerStateWaiting".
 */
export interface ContainerStateWaiting {
/**
 * Message regarding why the container is not yet running.
 */
message?: string
/**
 * (brief) reason the container is not yet running.
 */
reason?: string
}
/**
 * ContainerStatus contains details for the current status of this container.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerStatus".
 */
export interface ContainerStatus {
/**
 * AllocatedResources represents the compute resources allocated for this container by the node.
 */
allocatedResources?: {
[k: string]: Quantity
}
/**
 * AllocatedResourcesStatus represents the status of various resources allocated for this Pod.
 */
allocatedResourcesStatus?: ResourceStatus[]
/**
 * ContainerID is the ID of the container in the format '<type>://<container_id>'.
 */
containerID?: string
/**
 * Image is the name of container image that the container is running.
 */
image: string
/**
 * ImageID is the image ID of the container's image.
 */
imageID: string
lastState?: ContainerState
/**
 * Name is a DNS_LABEL representing the unique name of the container.
 */
name: string
/**
 * Ready specifies whether the container is currently passing its readiness check.
 */
ready: boolean
resources?: ResourceRequirements
/**
 * RestartCount holds the number of times the container has been restarted.
 */
restartCount: number
/**
 * Started indicates whether the container has finished its postStart lifecycle hook and passed its startup probe.
 */
started?: boolean
state?: ContainerState
/**
 * StopSignal reports the effective stop signal for this container
 * 
 * Possible enum values:
 *  - `"SIGABRT"`
 *  - `"SIGALRM"`
 *  - `"SIGBUS"`
 *  - `"SIGCHLD"`
 *  - `"SIGCLD"`
 *  - `"SIGCONT"`
 *  - `"SIGFPE"`
 *  - `"SIGHUP"`
 *  - `"SIGILL"`
 *  - `"SIGINT"`
 *  - `"SIGIO"`
 *  - `"SIGIOT"`
 *  - `"SIGKILL"`
 *  - `"SIGPIPE"`
 *  - `"SIGPOLL"`
 *  - `"SIGPROF"`
 *  - `"SIGPWR"`
 *  - `"SIGQUIT"`
 *  - `"SIGRTMAX"`
 *  - `"SIGRTMAX-1"`
 *  - `"SIGRTMAX-10"`
 *  - `"SIGRTMAX-11"`
 *  - `"SIGRTMAX-12"`
 *  - `"SIGRTMAX-13"`
 *  - `"SIGRTMAX-14"`
 *  - `"SIGRTMAX-2"`
 *  - `"SIGRTMAX-3"`
 *  - `"SIGRTMAX-4"`
 *  - `"SIGRTMAX-5"`
 *  - `"SIGRTMAX-6"`
 *  - `"SIGRTMAX-7"`
 *  - `"SIGRTMAX-8"`
 *  - `"SIGRTMAX-9"`
 *  - `"SIGRTMIN"`
 *  - `"SIGRTMIN+1"`
 *  - `"SIGRTMIN+10"`
 *  - `"SIGRTMIN+11"`
 *  - `"SIGRTMIN+12"`
 *  - `"SIGRTMIN+13"`
 *  - `"SIGRTMIN+14"`
 *  - `"SIGRTMIN+15"`
 *  - `"SIGRTMIN+2"`
 *  - `"SIGRTMIN+3"`
 *  - `"SIGRTMIN+4"`
 *  - `"SIGRTMIN+5"`
 *  - `"SIGRTMIN+6"`
 *  - `"SIGRTMIN+7"`
 *  - `"SIGRTMIN+8"`
 *  - `"SIGRTMIN+9"`
 *  - `"SIGSEGV"`
 *  - `"SIGSTKFLT"`
 *  - `"SIGSTOP"`
 *  - `"SIGSYS"`
 *  - `"SIGTERM"`
 *  - `"SIGTRAP"`
 *  - `"SIGTSTP"`
 *  - `"SIGTTIN"`
 *  - `"SIGTTOU"`
 *  - `"SIGURG"`
 *  - `"SIGUSR1"`
 *  - `"SIGUSR2"`
 *  - `"SIGVTALRM"`
 *  - `"SIGWINCH"`
 *  - `"SIGXCPU"`
 *  - `"SIGXFSZ"`
 */
stopSignal?: ("SIGABRT" | "SIGALRM" | "SIGBUS" | "SIGCHLD" | "SIGCLD" | "SIGCONT" | "SIGFPE" | "SIGHUP" | "SIGILL" | "SIGINT" | "SIGIO" | "SIGIOT" | "SIGKILL" | "SIGPIPE" | "SIGPOLL" | "SIGPROF" | "SIGPWR" | "SIGQUIT" | "SIGRTMAX" | "SIGRTMAX-1" | "SIGRTMAX-10" | "SIGRTMAX-11" | "SIGRTMAX-12" | "SIGRTMAX-13" | "SIGRTMAX-14" | "SIGRTMAX-2" | "SIGRTMAX-3" | "SIGRTMAX-4" | "SIGRTMAX-5" | "SIGRTMAX-6" | "SIGRTMAX-7" | "SIGRTMAX-8" | "SIGRTMAX-9" | "SIGRTMIN" | "SIGRTMIN+1" | "SIGRTMIN+10" | "SIGRTMIN+11" | "SIGRTMIN+12" | "SIGRTMIN+13" | "SIGRTMIN+14" | "SIGRTMIN+15" | "SIGRTMIN+2" | "SIGRTMIN+3" | "SIGRTMIN+4" | "SIGRTMIN+5" | "SIGRTMIN+6" | "SIGRTMIN+7" | "SIGRTMIN+8" | "SIGRTMIN+9" | "SIGSEGV" | "SIGSTKFLT" | "SIGSTOP" | "SIGSYS" | "SIGTERM" | "SIGTRAP" | "SIGTSTP" | "SIGTTIN" | "SIGTTOU" | "SIGURG" | "SIGUSR1" | "SIGUSR2" | "SIGVTALRM" | "SIGWINCH" | "SIGXCPU" | "SIGXFSZ")
user?: ContainerUser
/**
 * Status of volume mounts.
 */
volumeMounts?: VolumeMountStatus[]
}
/**
 * ResourceStatus represents the status of a single resource allocated to a Pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceStatus".
 */
export interface ResourceStatus {
/**
 * Name of the resource.
 */
name: string
/**
 * List of unique resources health.
 */
resources?: ResourceHealth[]
}
/**
 * ResourceHealth represents the health of a resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceHealth".
 */
export interface ResourceHealth {
/**
 * Health of the resource.
 */
health?: string
/**
 * Message provides human-readable context for Health (e.g.
 */
message?: string
/**
 * ResourceID is the unique identifier of the resource.
 */
resourceID: string
}
/**
 * ContainerUser represents user identity information
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ContainerUser".
 */
export interface ContainerUser {
linux?: LinuxContainerUser
}
/**
 * LinuxContainerUser represents user identity information in Linux containers
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LinuxContainerUser".
 */
export interface LinuxContainerUser {
/**
 * GID is the primary gid initially attached to the first process in the container
 */
gid: number
/**
 * SupplementalGroups are the supplemental groups initially attached to the first process in the container
 */
supplementalGroups?: number[]
/**
 * UID is the primary uid initially attached to the first process in the container
 */
uid: number
}
/**
 * VolumeMountStatus shows status of volume mounts.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeMountStatus".
 */
export interface VolumeMountStatus {
/**
 * MountPath corresponds to the original VolumeMount.
 */
mountPath: string
/**
 * Name corresponds to the name of the original VolumeMount.
 */
name: string
/**
 * ReadOnly corresponds to the original VolumeMount.
 */
readOnly?: boolean
/**
 * RecursiveReadOnly must be set to Disabled, Enabled, or unspecified (for non-readonly mounts).
 */
recursiveReadOnly?: string
volumeStatus?: VolumeStatus
}
/**
 * VolumeStatus represents the status of a mounted volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeStatus".
 */
export interface VolumeStatus {
image?: ImageVolumeStatus
}
/**
 * ImageVolumeStatus represents the image-based volume status.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ImageVolumeStatus".
 */
export interface ImageVolumeStatus {
/**
 * ImageRef is the digest of the image used for this volume.
 */
imageRef: string
}
/**
 * DaemonEndpoint contains information about a single Daemon endpoint.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DaemonEndpoint".
 */
export interface DaemonEndpoint {
/**
 * Port number of the given endpoint.
 */
Port: number
}
/**
 * EndpointAddress is a tuple that describes single IP address.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointAddress".
 */
export interface EndpointAddress {
/**
 * The Hostname of this endpoint
 */
hostname?: string
/**
 * The IP of this endpoint.
 */
ip: string
/**
 * Optional: Node hosting this endpoint.
 */
nodeName?: string
targetRef?: ObjectReference
}
/**
 * EndpointPort is a tuple that describes a single port.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointPort".
 */
export interface EndpointPort {
/**
 * The application protocol for this port.
 */
appProtocol?: string
/**
 * The name of this port.
 */
name?: string
/**
 * The port number of the endpoint.
 */
port: number
/**
 * The IP protocol for this port.
 */
protocol?: ("SCTP" | "TCP" | "UDP")
}
/**
 * EndpointSubset is a group of addresses with a common set of ports.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointSubset".
 */
export interface EndpointSubset {
/**
 * IP addresses which offer the related ports that are marked as ready.
 */
addresses?: EndpointAddress[]
/**
 * IP addresses which offer the related ports but are not currently marked as ready because they have not yet finished starting, have recently failed a readiness check, or have recently failed a liveness check.
 */
notReadyAddresses?: EndpointAddress[]
/**
 * Port numbers available on the related IP addresses.
 */
ports?: EndpointPort[]
}
/**
 * Endpoints is a collection of endpoints that implement the actual service.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Endpoints".
 */
export interface Endpoints {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * The set of all endpoints is the union of all subsets.
 */
subsets?: EndpointSubset[]
}
/**
 * EndpointsList is a list of endpoints.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointsList".
 */
export interface EndpointsList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of endpoints.
 */
items: Endpoints[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Event is a report of an event somewhere in the cluster.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Event".
 */
export interface Event {
/**
 * What action was taken/failed regarding to the Regarding object.
 */
action?: string
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * The number of times this event has occurred.
 */
count?: number
eventTime?: MicroTime
firstTimestamp?: Time
involvedObject: ObjectReference
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
lastTimestamp?: Time
/**
 * A human-readable description of the status of this operation.
 */
message?: string
metadata: ObjectMeta
/**
 * This should be a short, machine understandable string that gives the reason for the transition into the object's current status.
 */
reason?: string
related?: ObjectReference
/**
 * Name of the controller that emitted this Event, e.g.
 */
reportingComponent?: string
/**
 * ID of the controller instance, e.g.
 */
reportingInstance?: string
series?: EventSeries
source?: EventSource
/**
 * Type of this event (Normal, Warning), new types could be added in the future
 */
type?: string
}
/**
 * EventSeries contain information on series of events, i.e.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventSeries".
 */
export interface EventSeries {
/**
 * Number of occurrences in this series up to the last heartbeat time
 */
count?: number
lastObservedTime?: MicroTime
}
/**
 * EventSource contains information for an event.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventSource".
 */
export interface EventSource {
/**
 * Component from which the event is generated.
 */
component?: string
/**
 * Node name on which the event is generated.
 */
host?: string
}
/**
 * EventList is a list of events.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventList".
 */
export interface EventList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of events
 */
items: Event[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * FlexPersistentVolumeSource represents a generic persistent volume resource that is provisioned/attached using an exec based plugin.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "FlexPersistentVolumeSource".
 */
export interface FlexPersistentVolumeSource {
/**
 * driver is the name of the driver to use for this volume.
 */
driver: string
/**
 * fsType is the Filesystem type to mount.
 */
fsType?: string
/**
 * options is Optional: this field holds extra command options if any.
 */
options?: {
[k: string]: string
}
/**
 * readOnly is Optional: defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: SecretReference
}
/**
 * Represents a Glusterfs mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GlusterfsPersistentVolumeSource".
 */
export interface GlusterfsPersistentVolumeSource {
/**
 * endpoints is the endpoint name that details Glusterfs topology.
 */
endpoints: string
/**
 * endpointsNamespace is the namespace that contains Glusterfs endpoint.
 */
endpointsNamespace?: string
/**
 * path is the Glusterfs volume path.
 */
path: string
/**
 * readOnly here will force the Glusterfs volume to be mounted with read-only permissions.
 */
readOnly?: boolean
}
/**
 * HostIP represents a single IP address allocated to the host.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HostIP".
 */
export interface HostIP {
/**
 * IP is the IP address assigned to the host
 */
ip: string
}
/**
 * ISCSIPersistentVolumeSource represents an ISCSI disk.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ISCSIPersistentVolumeSource".
 */
export interface ISCSIPersistentVolumeSource {
/**
 * chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication
 */
chapAuthDiscovery?: boolean
/**
 * chapAuthSession defines whether support iSCSI Session CHAP authentication
 */
chapAuthSession?: boolean
/**
 * fsType is the filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * initiatorName is the custom iSCSI Initiator Name.
 */
initiatorName?: string
/**
 * iqn is Target iSCSI Qualified Name.
 */
iqn: string
/**
 * iscsiInterface is the interface Name that uses an iSCSI transport.
 */
iscsiInterface?: string
/**
 * lun is iSCSI Target Lun number.
 */
lun: number
/**
 * portals is the iSCSI Target Portal List.
 */
portals?: string[]
/**
 * readOnly here will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
secretRef?: SecretReference
/**
 * targetPortal is iSCSI Target Portal.
 */
targetPortal: string
}
/**
 * LimitRange sets resource usage limits for each kind of resource in a Namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LimitRange".
 */
export interface LimitRange {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: LimitRangeSpec
}
/**
 * LimitRangeSpec defines a min/max usage limit for resources that match on kind.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LimitRangeSpec".
 */
export interface LimitRangeSpec {
/**
 * Limits is the list of LimitRangeItem objects that are enforced.
 */
limits: LimitRangeItem[]
}
/**
 * LimitRangeItem defines a min/max usage limit for any resource that matches on kind.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LimitRangeItem".
 */
export interface LimitRangeItem {
/**
 * Default resource requirement limit value by resource name if resource limit is omitted.
 */
default?: {
[k: string]: Quantity
}
/**
 * DefaultRequest is the default resource requirement request value by resource name if resource request is omitted.
 */
defaultRequest?: {
[k: string]: Quantity
}
/**
 * Max usage constraints on this kind by resource name.
 */
max?: {
[k: string]: Quantity
}
/**
 * MaxLimitRequestRatio if specified, the named resource must have a request and limit that are both non-zero where limit divided by request is less than or equal to the enumerated value; this represents the max burst for the named resource.
 */
maxLimitRequestRatio?: {
[k: string]: Quantity
}
/**
 * Min usage constraints on this kind by resource name.
 */
min?: {
[k: string]: Quantity
}
/**
 * Type of resource that this limit applies to.
 */
type: string
}
/**
 * LimitRangeList is a list of LimitRange items.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LimitRangeList".
 */
export interface LimitRangeList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of LimitRange objects.
 */
items: LimitRange[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * LoadBalancerIngress represents the status of a load-balancer ingress point: traffic intended for the service should be sent to an ingress point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LoadBalancerIngress".
 */
export interface LoadBalancerIngress {
/**
 * Hostname is set for load-balancer ingress points that are DNS based (typically AWS load-balancers)
 */
hostname?: string
/**
 * IP is set for load-balancer ingress points that are IP based (typically GCE or OpenStack load-balancers)
 */
ip?: string
/**
 * IPMode specifies how the load-balancer IP behaves, and may only be specified when the ip field is specified.
 */
ipMode?: string
/**
 * Ports is a list of records of service ports If used, every port defined in the service should have an entry in it
 */
ports?: PortStatus[]
}
/**
 * PortStatus represents the error condition of a service port
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PortStatus".
 */
export interface PortStatus {
/**
 * Error is to record the problem with the service port The format of the error shall comply with the following rules: - built-in error values shall be specified in this file and those shall use
 *   CamelCase names
 * - cloud provider specific error values must have names that comply with the
 *   format foo.example.com/CamelCase.
 */
error?: string
/**
 * Port is the port number of the service port of which status is recorded here
 */
port: number
/**
 * Protocol is the protocol of the service port of which status is recorded here The supported values are: "TCP", "UDP", "SCTP"
 * 
 * Possible enum values:
 *  - `"SCTP"` is the SCTP protocol.
 */
protocol: ("SCTP" | "TCP" | "UDP")
}
/**
 * LoadBalancerStatus represents the status of a load-balancer.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LoadBalancerStatus".
 */
export interface LoadBalancerStatus {
/**
 * Ingress is a list containing ingress points for the load-balancer.
 */
ingress?: LoadBalancerIngress[]
}
/**
 * Local represents directly-attached storage with node affinity
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "LocalVolumeSource".
 */
export interface LocalVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * path of the full path to the volume on the node.
 */
path: string
}
/**
 * Namespace provides a scope for Names.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Namespace".
 */
export interface Namespace {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: NamespaceSpec
status?: NamespaceStatus
}
/**
 * NamespaceSpec describes the attributes on a Namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NamespaceSpec".
 */
export interface NamespaceSpec {
/**
 * Finalizers is an opaque list of values that must be empty to permanently remove object from storage.
 */
finalizers?: string[]
}
/**
 * NamespaceStatus is information about the current status of a Namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NamespaceStatus".
 */
export interface NamespaceStatus {
/**
 * Represents the latest available observations of a namespace's current state.
 */
conditions?: NamespaceCondition[]
/**
 * Phase is the current lifecycle phase of the namespace.
 */
phase?: ("Active" | "Terminating")
}
/**
 * NamespaceCondition contains details about state of namespace.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NamespaceCondition".
 */
export interface NamespaceCondition {
lastTransitionTime?: Time
/**
 * Human-readable message indicating details about last transition.
 */
message?: string
/**
 * Unique, one-word, CamelCase reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of namespace controller condition.
 */
type: string
}
/**
 * NamespaceList is a list of Namespaces.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NamespaceList".
 */
export interface NamespaceList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is the list of Namespace objects in the list.
 */
items: Namespace[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Node is a worker node in Kubernetes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Node".
 */
export interface Node {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: NodeSpec
status?: NodeStatus
}
/**
 * NodeSpec describes the attributes that a node is created with.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSpec".
 */
export interface NodeSpec {
configSource?: NodeConfigSource
/**
 * Deprecated.
 */
externalID?: string
/**
 * PodCIDR represents the pod IP range assigned to the node.
 */
podCIDR?: string
/**
 * podCIDRs represents the IP ranges assigned to the node for usage by Pods on that node.
 */
podCIDRs?: string[]
/**
 * ID of the node assigned by the cloud provider in the format: <ProviderName>://<ProviderSpecificNodeID>
 */
providerID?: string
/**
 * If specified, the node's taints.
 */
taints?: Taint[]
/**
 * Unschedulable controls node schedulability of new pods.
 */
unschedulable?: boolean
}
/**
 * NodeConfigSource specifies a source of node configuration.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeConfigSource".
 */
export interface NodeConfigSource {
configMap?: ConfigMapNodeConfigSource
}
/**
 * The node this Taint is attached to has the "effect" on any pod that does not tolerate the Taint.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Taint".
 */
export interface Taint {
/**
 * Required.
 */
effect: ("NoExecute" | "NoSchedule" | "PreferNoSchedule")
/**
 * Required.
 */
key: string
timeAdded?: Time
/**
 * The taint value corresponding to the taint key.
 */
value?: string
}
/**
 * NodeStatus is information about the current status of a node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeStatus".
 */
export interface NodeStatus {
/**
 * List of addresses reachable to the node.
 */
addresses?: NodeAddress[]
/**
 * Allocatable represents the resources of a node that are available for scheduling.
 */
allocatable?: {
[k: string]: Quantity
}
/**
 * Capacity represents the total resources of a node.
 */
capacity?: {
[k: string]: Quantity
}
/**
 * Conditions is an array of current observed node conditions.
 */
conditions?: NodeCondition[]
config?: NodeConfigStatus
daemonEndpoints?: NodeDaemonEndpoints
/**
 * DeclaredFeatures represents the features related to feature gates that are declared by the node.
 */
declaredFeatures?: string[]
features?: NodeFeatures
/**
 * List of container images on this node
 */
images?: ContainerImage[]
nodeInfo?: NodeSystemInfo
/**
 * NodePhase is the recently observed lifecycle phase of the node.
 */
phase?: ("Pending" | "Running" | "Terminated")
/**
 * The available runtime handlers.
 */
runtimeHandlers?: NodeRuntimeHandler[]
/**
 * List of volumes that are attached to the node.
 */
volumesAttached?: AttachedVolume[]
/**
 * List of attachable volumes in use (mounted) by the node.
 */
volumesInUse?: string[]
}
/**
 * NodeAddress contains information for the node's address.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeAddress".
 */
export interface NodeAddress {
/**
 * The node address.
 */
address: string
/**
 * Node address type, one of Hostname, ExternalIP or InternalIP.
 */
type: string
}
/**
 * NodeCondition contains condition information for a node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeCondition".
 */
export interface NodeCondition {
lastHeartbeatTime?: Time
lastTransitionTime?: Time
/**
 * Human readable message indicating details about last transition.
 */
message?: string
/**
 * (brief) reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of node condition.
 */
type: string
}
/**
 * NodeConfigStatus describes the status of the config assigned by Node.Spec.ConfigSource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeConfigStatus".
 */
export interface NodeConfigStatus {
active?: NodeConfigSource
assigned?: NodeConfigSource
/**
 * Error describes any problems reconciling the Spec.ConfigSource to the Active config.
 */
error?: string
lastKnownGood?: NodeConfigSource
}
/**
 * NodeDaemonEndpoints lists ports opened by daemons running on the Node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeDaemonEndpoints".
 */
export interface NodeDaemonEndpoints {
kubeletEndpoint?: DaemonEndpoint
}
/**
 * NodeFeatures describes the set of features implemented by the CRI implementation.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeFeatures".
 */
export interface NodeFeatures {
/**
 * SupplementalGroupsPolicy is set to true if the runtime supports SupplementalGroupsPolicy and ContainerUser.
 */
supplementalGroupsPolicy?: boolean
}
/**
 * NodeSystemInfo is a set of ids/uuids to uniquely identify the node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSystemInfo".
 */
export interface NodeSystemInfo {
/**
 * The Architecture reported by the node
 */
architecture: string
/**
 * Boot ID reported by the node.
 */
bootID: string
/**
 * ContainerRuntime Version reported by the node through runtime remote API (e.g.
 */
containerRuntimeVersion: string
/**
 * Kernel Version reported by the node from 'uname -r' (e.g.
 */
kernelVersion: string
/**
 * Deprecated: KubeProxy Version reported by the node.
 */
kubeProxyVersion: string
/**
 * Kubelet Version reported by the node.
 */
kubeletVersion: string
/**
 * MachineID reported by the node.
 */
machineID: string
/**
 * The Operating System reported by the node
 */
operatingSystem: string
/**
 * OS Image reported by the node from /etc/os-release (e.g.
 */
osImage: string
swap?: NodeSwapStatus
/**
 * SystemUUID reported by the node.
 */
systemUUID: string
}
/**
 * NodeSwapStatus represents swap memory information.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeSwapStatus".
 */
export interface NodeSwapStatus {
/**
 * Total amount of swap memory in bytes.
 */
capacity?: number
}
/**
 * NodeRuntimeHandler is a set of runtime handler information.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeRuntimeHandler".
 */
export interface NodeRuntimeHandler {
features?: NodeRuntimeHandlerFeatures
/**
 * Runtime handler name.
 */
name?: string
}
/**
 * NodeRuntimeHandlerFeatures is a set of features implemented by the runtime handler.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeRuntimeHandlerFeatures".
 */
export interface NodeRuntimeHandlerFeatures {
/**
 * RecursiveReadOnlyMounts is set to true if the runtime handler supports RecursiveReadOnlyMounts.
 */
recursiveReadOnlyMounts?: boolean
/**
 * UserNamespaces is set to true if the runtime handler supports UserNamespaces, including for volumes.
 */
userNamespaces?: boolean
}
/**
 * NodeAllocatableResourceClaimStatus describes the status of node allocatable resources allocated via DRA.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeAllocatableResourceClaimStatus".
 */
export interface NodeAllocatableResourceClaimStatus {
/**
 * Containers lists the names of all containers in this pod that reference the claim.
 */
containers?: string[]
/**
 * ResourceClaimName is the resource claim referenced by the pod that resulted in this node allocatable resource allocation.
 */
resourceClaimName: string
/**
 * Resources is a map of the node-allocatable resource name to the aggregate quantity allocated to the claim.
 */
resources: {
[k: string]: Quantity
}
}
/**
 * NodeList is the whole list of all Nodes which have been registered with master.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NodeList".
 */
export interface NodeList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of nodes
 */
items: Node[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * PersistentVolume (PV) is a storage resource provisioned by an administrator.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolume".
 */
export interface PersistentVolume {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: PersistentVolumeSpec
status?: PersistentVolumeStatus
}
/**
 * PersistentVolumeSpec is the specification of a persistent volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeSpec".
 */
export interface PersistentVolumeSpec {
/**
 * accessModes contains all ways the volume can be mounted.
 */
accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[]
awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource
azureDisk?: AzureDiskVolumeSource
azureFile?: AzureFilePersistentVolumeSource
/**
 * capacity is the description of the persistent volume's resources and capacity.
 */
capacity?: {
[k: string]: Quantity
}
cephfs?: CephFSPersistentVolumeSource
cinder?: CinderPersistentVolumeSource
claimRef?: ObjectReference
csi?: CSIPersistentVolumeSource
fc?: FCVolumeSource
flexVolume?: FlexPersistentVolumeSource
flocker?: FlockerVolumeSource
gcePersistentDisk?: GCEPersistentDiskVolumeSource
glusterfs?: GlusterfsPersistentVolumeSource
hostPath?: HostPathVolumeSource
iscsi?: ISCSIPersistentVolumeSource
local?: LocalVolumeSource
/**
 * mountOptions is the list of mount options, e.g.
 */
mountOptions?: string[]
nfs?: NFSVolumeSource
nodeAffinity?: VolumeNodeAffinity
/**
 * persistentVolumeReclaimPolicy defines what happens to a persistent volume when released from its claim.
 */
persistentVolumeReclaimPolicy?: ("Delete" | "Recycle" | "Retain")
photonPersistentDisk?: PhotonPersistentDiskVolumeSource
portworxVolume?: PortworxVolumeSource
quobyte?: QuobyteVolumeSource
rbd?: RBDPersistentVolumeSource
scaleIO?: ScaleIOPersistentVolumeSource
/**
 * storageClassName is the name of StorageClass to which this persistent volume belongs.
 */
storageClassName?: string
storageos?: StorageOSPersistentVolumeSource
/**
 * Name of VolumeAttributesClass to which this persistent volume belongs.
 */
volumeAttributesClassName?: string
/**
 * volumeMode defines if a volume is intended to be used with a formatted filesystem or to remain in raw block state.
 */
volumeMode?: ("Block" | "Filesystem")
vsphereVolume?: VsphereVirtualDiskVolumeSource
}
/**
 * VolumeNodeAffinity defines constraints that limit what nodes this volume can be accessed from.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeNodeAffinity".
 */
export interface VolumeNodeAffinity {
required?: NodeSelector
}
/**
 * Represents a Rados Block Device mount that lasts the lifetime of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RBDPersistentVolumeSource".
 */
export interface RBDPersistentVolumeSource {
/**
 * fsType is the filesystem type of the volume that you want to mount.
 */
fsType?: string
/**
 * image is the rados image name.
 */
image: string
/**
 * keyring is the path to key ring for RBDUser.
 */
keyring?: string
/**
 * monitors is a collection of Ceph monitors.
 */
monitors: string[]
/**
 * pool is the rados pool name.
 */
pool?: string
/**
 * readOnly here will force the ReadOnly setting in VolumeMounts.
 */
readOnly?: boolean
secretRef?: SecretReference
/**
 * user is the rados user name.
 */
user?: string
}
/**
 * ScaleIOPersistentVolumeSource represents a persistent ScaleIO volume
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScaleIOPersistentVolumeSource".
 */
export interface ScaleIOPersistentVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * gateway is the host address of the ScaleIO API Gateway.
 */
gateway: string
/**
 * protectionDomain is the name of the ScaleIO Protection Domain for the configured storage.
 */
protectionDomain?: string
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
secretRef: SecretReference
/**
 * sslEnabled is the flag to enable/disable SSL communication with Gateway, default false
 */
sslEnabled?: boolean
/**
 * storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned.
 */
storageMode?: string
/**
 * storagePool is the ScaleIO Storage Pool associated with the protection domain.
 */
storagePool?: string
/**
 * system is the name of the storage system as configured in ScaleIO.
 */
system: string
/**
 * volumeName is the name of a volume already created in the ScaleIO system that is associated with this volume source.
 */
volumeName?: string
}
/**
 * Represents a StorageOS persistent volume resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StorageOSPersistentVolumeSource".
 */
export interface StorageOSPersistentVolumeSource {
/**
 * fsType is the filesystem type to mount.
 */
fsType?: string
/**
 * readOnly defaults to false (read/write).
 */
readOnly?: boolean
secretRef?: ObjectReference
/**
 * volumeName is the human-readable name of the StorageOS volume.
 */
volumeName?: string
/**
 * volumeNamespace specifies the scope of the volume within StorageOS.
 */
volumeNamespace?: string
}
/**
 * PersistentVolumeStatus is the current status of a persistent volume.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeStatus".
 */
export interface PersistentVolumeStatus {
lastPhaseTransitionTime?: Time
/**
 * message is a human-readable message indicating details about why the volume is in this state.
 */
message?: string
/**
 * phase indicates if a volume is available, bound to a claim, or released by a claim.
 */
phase?: ("Available" | "Bound" | "Failed" | "Pending" | "Released")
/**
 * reason is a brief CamelCase string that describes any failure and is meant for machine parsing and tidy display in the CLI.
 */
reason?: string
}
/**
 * PersistentVolumeClaimList is a list of PersistentVolumeClaim items.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeClaimList".
 */
export interface PersistentVolumeClaimList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of persistent volume claims.
 */
items: PersistentVolumeClaim[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * PersistentVolumeList is a list of PersistentVolume items.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PersistentVolumeList".
 */
export interface PersistentVolumeList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of persistent volumes.
 */
items: PersistentVolume[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Pod is a collection of containers that can run on a host.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Pod".
 */
export interface Pod {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: PodSpec
status?: PodStatus
}
/**
 * PodStatus represents information about the status of a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodStatus".
 */
export interface PodStatus {
/**
 * AllocatedResources is the total requests allocated for this pod by the node.
 */
allocatedResources?: {
[k: string]: Quantity
}
/**
 * Current service state of pod.
 */
conditions?: PodCondition[]
/**
 * Statuses of containers in this pod.
 */
containerStatuses?: ContainerStatus[]
/**
 * Statuses for any ephemeral containers that have run in this pod.
 */
ephemeralContainerStatuses?: ContainerStatus[]
extendedResourceClaimStatus?: PodExtendedResourceClaimStatus
/**
 * hostIP holds the IP address of the host to which the pod is assigned.
 */
hostIP?: string
/**
 * hostIPs holds the IP addresses allocated to the host.
 */
hostIPs?: HostIP[]
/**
 * Statuses of init containers in this pod.
 */
initContainerStatuses?: ContainerStatus[]
/**
 * A human readable message indicating details about why the pod is in this condition.
 */
message?: string
/**
 * NodeAllocatableResourceClaimStatuses contains the status of node-allocatable resources that were allocated for this pod through DRA claims.
 */
nodeAllocatableResourceClaimStatuses?: NodeAllocatableResourceClaimStatus[]
/**
 * nominatedNodeName is set only when this pod preempts other pods on the node, but it cannot be scheduled right away as preemption victims receive their graceful termination periods.
 */
nominatedNodeName?: string
/**
 * If set, this represents the .metadata.generation that the pod status was set based upon.
 */
observedGeneration?: number
/**
 * The phase of a Pod is a simple, high-level summary of where the Pod is in its lifecycle.
 */
phase?: ("Failed" | "Pending" | "Running" | "Succeeded" | "Unknown")
/**
 * podIP address allocated to the pod.
 */
podIP?: string
/**
 * podIPs holds the IP addresses allocated to the pod.
 */
podIPs?: PodIP[]
/**
 * The Quality of Service (QOS) classification assigned to the pod based on resource requirements See PodQOSClass type for available QOS classes More info: https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#quality-of-service-classes
 * 
 * Possible enum values:
 *  - `"BestEffort"` is the BestEffort qos class.
 */
qosClass?: ("BestEffort" | "Burstable" | "Guaranteed")
/**
 * A brief CamelCase message indicating details about why the pod is in this state.
 */
reason?: string
/**
 * Status of resources resize desired for pod's containers.
 */
resize?: string
/**
 * Status of resource claims.
 */
resourceClaimStatuses?: PodResourceClaimStatus[]
resources?: ResourceRequirements
startTime?: Time
}
/**
 * PodCondition contains details for the current condition of this pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodCondition".
 */
export interface PodCondition {
lastProbeTime?: Time
lastTransitionTime?: Time
/**
 * Human-readable message indicating details about last transition.
 */
message?: string
/**
 * If set, this represents the .metadata.generation that the pod condition was set based upon.
 */
observedGeneration?: number
/**
 * Unique, one-word, CamelCase reason for the condition's last transition.
 */
reason?: string
/**
 * Status is the status of the condition.
 */
status: string
/**
 * Type is the type of the condition.
 */
type: string
}
/**
 * PodExtendedResourceClaimStatus is stored in the PodStatus for the extended resource requests backed by DRA.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodExtendedResourceClaimStatus".
 */
export interface PodExtendedResourceClaimStatus {
/**
 * RequestMappings identifies the mapping of <container, extended resource backed by DRA> to  device request in the generated ResourceClaim.
 */
requestMappings: ContainerExtendedResourceRequest[]
/**
 * ResourceClaimName is the name of the ResourceClaim that was generated for the Pod in the namespace of the Pod.
 */
resourceClaimName: string
}
/**
 * PodIP represents a single IP address allocated to the pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodIP".
 */
export interface PodIP {
/**
 * IP is the IP address assigned to the pod
 */
ip: string
}
/**
 * PodResourceClaimStatus is stored in the PodStatus for each PodResourceClaim which references a ResourceClaimTemplate.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodResourceClaimStatus".
 */
export interface PodResourceClaimStatus {
/**
 * Name uniquely identifies this resource claim inside the pod.
 */
name: string
/**
 * ResourceClaimName is the name of the ResourceClaim that was generated for the Pod in the namespace of the Pod.
 */
resourceClaimName?: string
}
/**
 * PodList is a list of Pods.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodList".
 */
export interface PodList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of pods.
 */
items: Pod[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * PodTemplate describes a template for creating copies of a predefined pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodTemplate".
 */
export interface PodTemplate {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
template?: PodTemplateSpec
}
/**
 * PodTemplateList is a list of PodTemplates.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodTemplateList".
 */
export interface PodTemplateList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of pod templates
 */
items: PodTemplate[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ReplicationController represents the configuration of a replication controller.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicationController".
 */
export interface ReplicationController {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ReplicationControllerSpec
status?: ReplicationControllerStatus
}
/**
 * ReplicationControllerSpec is the specification of a replication controller.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicationControllerSpec".
 */
export interface ReplicationControllerSpec {
/**
 * Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered available.
 */
minReadySeconds?: number
/**
 * Replicas is the number of desired replicas.
 */
replicas?: number
/**
 * Selector is a label query over pods that should match the Replicas count.
 */
selector?: {
[k: string]: string
}
template?: PodTemplateSpec
}
/**
 * ReplicationControllerStatus represents the current status of a replication controller.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicationControllerStatus".
 */
export interface ReplicationControllerStatus {
/**
 * The number of available replicas (ready for at least minReadySeconds) for this replication controller.
 */
availableReplicas?: number
/**
 * Represents the latest available observations of a replication controller's current state.
 */
conditions?: ReplicationControllerCondition[]
/**
 * The number of pods that have labels matching the labels of the pod template of the replication controller.
 */
fullyLabeledReplicas?: number
/**
 * ObservedGeneration reflects the generation of the most recently observed replication controller.
 */
observedGeneration?: number
/**
 * The number of ready replicas for this replication controller.
 */
readyReplicas?: number
/**
 * Replicas is the most recently observed number of replicas.
 */
replicas: number
}
/**
 * ReplicationControllerCondition describes the state of a replication controller at a certain point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicationControllerCondition".
 */
export interface ReplicationControllerCondition {
lastTransitionTime?: Time
/**
 * A human readable message indicating details about the transition.
 */
message?: string
/**
 * The reason for the condition's last transition.
 */
reason?: string
/**
 * Status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * Type of replication controller condition.
 */
type: string
}
/**
 * ReplicationControllerList is a collection of replication controllers.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ReplicationControllerList".
 */
export interface ReplicationControllerList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of replication controllers.
 */
items: ReplicationController[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ResourceQuota sets aggregate quota restrictions enforced per namespace
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceQuota".
 */
export interface ResourceQuota {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ResourceQuotaSpec
status?: ResourceQuotaStatus
}
/**
 * ResourceQuotaSpec defines the desired hard limits to enforce for Quota.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceQuotaSpec".
 */
export interface ResourceQuotaSpec {
/**
 * hard is the set of desired hard limits for each named resource.
 */
hard?: {
[k: string]: Quantity
}
scopeSelector?: ScopeSelector
/**
 * A collection of filters that must match each object tracked by a quota.
 */
scopes?: ("BestEffort" | "CrossNamespacePodAffinity" | "NotBestEffort" | "NotTerminating" | "PriorityClass" | "Terminating" | "VolumeAttributesClass")[]
}
/**
 * A scope selector represents the AND of the selectors represented by the scoped-resource selector requirements.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScopeSelector".
 */
export interface ScopeSelector {
/**
 * A list of scope selector requirements by scope of the resources.
 */
matchExpressions?: ScopedResourceSelectorRequirement[]
}
/**
 * A scoped-resource selector requirement is a selector that contains values, a scope name, and an operator that relates the scope name and values.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ScopedResourceSelectorRequirement".
 */
export interface ScopedResourceSelectorRequirement {
/**
 * Represents a scope's relationship to a set of values.
 */
operator: ("DoesNotExist" | "Exists" | "In" | "NotIn")
/**
 * The name of the scope that the selector applies to.
 */
scopeName: ("BestEffort" | "CrossNamespacePodAffinity" | "NotBestEffort" | "NotTerminating" | "PriorityClass" | "Terminating" | "VolumeAttributesClass")
/**
 * An array of string values.
 */
values?: string[]
}
/**
 * ResourceQuotaStatus defines the enforced hard limits and observed use.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceQuotaStatus".
 */
export interface ResourceQuotaStatus {
/**
 * Hard is the set of enforced hard limits for each named resource.
 */
hard?: {
[k: string]: Quantity
}
/**
 * Used is the current observed total usage of the resource in the namespace.
 */
used?: {
[k: string]: Quantity
}
}
/**
 * ResourceQuotaList is a list of ResourceQuota items.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ResourceQuotaList".
 */
export interface ResourceQuotaList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of ResourceQuota objects.
 */
items: ResourceQuota[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Secret holds secret data of a certain type.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Secret".
 */
export interface Secret {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Data contains the secret data.
 */
data?: {
[k: string]: string
}
/**
 * Immutable, if set to true, ensures that data stored in the Secret cannot be updated (only object metadata can be modified).
 */
immutable?: boolean
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * stringData allows specifying non-binary secret data in string form.
 */
stringData?: {
[k: string]: string
}
/**
 * Used to facilitate programmatic handling of secret data.
 */
type?: string
}
/**
 * SecretList is a list of Secret.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SecretList".
 */
export interface SecretList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of secret objects.
 */
items: Secret[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Service is a named abstraction of software service (for example, mysql) consisting of local port (for example 3306) that the proxy listens on, and the selector that determines which pods will answer requests sent through the proxy.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Service".
 */
export interface Service {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ServiceSpec
status?: ServiceStatus
}
/**
 * ServiceSpec describes the attributes that a user creates on a service.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceSpec".
 */
export interface ServiceSpec {
/**
 * allocateLoadBalancerNodePorts defines if NodePorts will be automatically allocated for services with type LoadBalancer.
 */
allocateLoadBalancerNodePorts?: boolean
/**
 * clusterIP is the IP address of the service and is usually assigned randomly.
 */
clusterIP?: string
/**
 * ClusterIPs is a list of IP addresses assigned to this service, and are usually assigned randomly.
 */
clusterIPs?: string[]
/**
 * externalIPs is a list of IP addresses for which nodes in the cluster will also accept traffic for this service.
 */
externalIPs?: string[]
/**
 * externalName is the external reference that discovery mechanisms will return as an alias for this service (e.g.
 */
externalName?: string
/**
 * externalTrafficPolicy describes how nodes distribute service traffic they receive on one of the Service's "externally-facing" addresses (NodePorts, ExternalIPs, and LoadBalancer IPs).
 */
externalTrafficPolicy?: ("Cluster" | "Local")
/**
 * healthCheckNodePort specifies the healthcheck nodePort for the service.
 */
healthCheckNodePort?: number
/**
 * InternalTrafficPolicy describes how nodes distribute service traffic they receive on the ClusterIP.
 */
internalTrafficPolicy?: ("Cluster" | "Local")
/**
 * IPFamilies is a list of IP families (e.g.
 */
ipFamilies?: ("" | "IPv4" | "IPv6")[]
/**
 * IPFamilyPolicy represents the dual-stack-ness requested or required by this Service.
 */
ipFamilyPolicy?: ("PreferDualStack" | "RequireDualStack" | "SingleStack")
/**
 * loadBalancerClass is the class of the load balancer implementation this Service belongs to.
 */
loadBalancerClass?: string
/**
 * Only applies to Service Type: LoadBalancer.
 */
loadBalancerIP?: string
/**
 * If specified and supported by the platform, this will restrict traffic through the cloud-provider load-balancer will be restricted to the specified client IPs.
 */
loadBalancerSourceRanges?: string[]
/**
 * The list of ports that are exposed by this service.
 */
ports?: ServicePort[]
/**
 * publishNotReadyAddresses indicates that any agent which deals with endpoints for this Service should disregard any indications of ready/not-ready.
 */
publishNotReadyAddresses?: boolean
/**
 * Route service traffic to pods with label keys and values matching this selector.
 */
selector?: {
[k: string]: string
}
/**
 * Supports "ClientIP" and "None".
 */
sessionAffinity?: ("ClientIP" | "None")
sessionAffinityConfig?: SessionAffinityConfig
/**
 * TrafficDistribution offers a way to express preferences for how traffic is distributed to Service endpoints.
 */
trafficDistribution?: string
/**
 * type determines how the Service is exposed.
 */
type?: ("ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort")
}
/**
 * ServicePort contains information on service's port.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServicePort".
 */
export interface ServicePort {
/**
 * The application protocol for this port.
 */
appProtocol?: string
/**
 * The name of this port within the service.
 */
name?: string
/**
 * The port on each node on which this service is exposed when type is NodePort or LoadBalancer.
 */
nodePort?: number
/**
 * The port that will be exposed by this service.
 */
port: number
/**
 * The IP protocol for this port.
 */
protocol?: ("SCTP" | "TCP" | "UDP")
targetPort?: IntOrString
}
/**
 * SessionAffinityConfig represents the configurations of session affinity.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "SessionAffinityConfig".
 */
export interface SessionAffinityConfig {
clientIP?: ClientIPConfig
}
/**
 * ServiceStatus represents the current status of a service.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceStatus".
 */
export interface ServiceStatus {
/**
 * Current service state
 */
conditions?: Condition[]
loadBalancer?: LoadBalancerStatus
}
/**
 * Condition contains details for one aspect of the current state of this API Resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Condition".
 */
export interface Condition {
lastTransitionTime: Time
/**
 * message is a human readable message indicating details about the transition.
 */
message: string
/**
 * observedGeneration represents the .metadata.generation that the condition was set based upon.
 */
observedGeneration?: number
/**
 * reason contains a programmatic identifier indicating the reason for the condition's last transition.
 */
reason: string
/**
 * status of the condition, one of True, False, Unknown.
 */
status: string
/**
 * type of condition in CamelCase or in foo.example.com/CamelCase.
 */
type: string
}
/**
 * ServiceAccount binds together: * a name, understood by users, and perhaps by peripheral systems, for an identity * a principal that can be authenticated and authorized * a set of secrets
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceAccount".
 */
export interface ServiceAccount {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * AutomountServiceAccountToken indicates whether pods running as this service account should have an API token automatically mounted.
 */
automountServiceAccountToken?: boolean
/**
 * ImagePullSecrets is a list of references to secrets in the same namespace to use for pulling any images in pods that reference this ServiceAccount.
 */
imagePullSecrets?: LocalObjectReference[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * Secrets is a list of the secrets in the same namespace that pods running using this ServiceAccount are allowed to use.
 */
secrets?: ObjectReference[]
}
/**
 * ServiceAccountList is a list of ServiceAccount objects
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceAccountList".
 */
export interface ServiceAccountList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of ServiceAccounts.
 */
items: ServiceAccount[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ServiceList holds a list of services.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceList".
 */
export interface ServiceList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * List of services
 */
items: Service[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * A topology selector requirement is a selector that matches given label.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TopologySelectorLabelRequirement".
 */
export interface TopologySelectorLabelRequirement {
/**
 * The label key that the selector applies to.
 */
key: string
/**
 * An array of string values.
 */
values: string[]
}
/**
 * A topology selector term represents the result of label queries.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TopologySelectorTerm".
 */
export interface TopologySelectorTerm {
/**
 * A list of topology selector requirements by labels.
 */
matchLabelExpressions?: TopologySelectorLabelRequirement[]
}
/**
 * Endpoint represents a single logical "backend" implementing a service.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Endpoint".
 */
export interface Endpoint {
/**
 * addresses of this endpoint.
 */
addresses: string[]
conditions?: EndpointConditions
/**
 * deprecatedTopology contains topology information part of the v1beta1 API.
 */
deprecatedTopology?: {
[k: string]: string
}
hints?: EndpointHints
/**
 * hostname of this endpoint.
 */
hostname?: string
/**
 * nodeName represents the name of the Node hosting this endpoint.
 */
nodeName?: string
targetRef?: ObjectReference
/**
 * zone is the name of the Zone this endpoint exists in.
 */
zone?: string
}
/**
 * EndpointConditions represents the current condition of an endpoint.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointConditions".
 */
export interface EndpointConditions {
/**
 * ready indicates that this endpoint is ready to receive traffic, according to whatever system is managing the endpoint.
 */
ready?: boolean
/**
 * serving indicates that this endpoint is able to receive traffic, according to whatever system is managing the endpoint.
 */
serving?: boolean
/**
 * terminating indicates that this endpoint is terminating.
 */
terminating?: boolean
}
/**
 * EndpointHints provides hints describing how an endpoint should be consumed.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointHints".
 */
export interface EndpointHints {
/**
 * forNodes indicates the node(s) this endpoint should be consumed by when using topology aware routing.
 */
forNodes?: ForNode[]
/**
 * forZones indicates the zone(s) this endpoint should be consumed by when using topology aware routing.
 */
forZones?: ForZone[]
}
/**
 * ForNode provides information about which nodes should consume this endpoint.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ForNode".
 */
export interface ForNode {
/**
 * name represents the name of the node.
 */
name: string
}
/**
 * ForZone provides information about which zones should consume this endpoint.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ForZone".
 */
export interface ForZone {
/**
 * name represents the name of the zone.
 */
name: string
}
/**
 * EndpointPort represents a Port used by an EndpointSlice
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DiscoveryV1EndpointPort".
 */
export interface DiscoveryV1EndpointPort {
/**
 * The application protocol for this port.
 */
appProtocol?: string
/**
 * name represents the name of this port.
 */
name?: string
/**
 * port represents the port number of the endpoint.
 */
port?: number
/**
 * protocol represents the IP protocol for this port.
 */
protocol?: ("SCTP" | "TCP" | "UDP")
}
/**
 * EndpointSlice represents a set of service endpoints.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointSlice".
 */
export interface EndpointSlice {
/**
 * addressType specifies the type of address carried by this EndpointSlice.
 */
addressType: ("FQDN" | "IPv4" | "IPv6")
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * endpoints is a list of unique endpoints in this slice.
 */
endpoints?: Endpoint[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * ports specifies the list of network ports exposed by each endpoint in this slice.
 */
ports?: DiscoveryV1EndpointPort[]
}
/**
 * EndpointSliceList represents a list of endpoint slices
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EndpointSliceList".
 */
export interface EndpointSliceList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of endpoint slices
 */
items: EndpointSlice[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Event is a report of an event somewhere in the cluster.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventsV1Event".
 */
export interface EventsV1Event {
/**
 * action is what action was taken/failed regarding to the regarding object.
 */
action?: string
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * deprecatedCount is the deprecated field assuring backward compatibility with core.v1 Event type.
 */
deprecatedCount?: number
deprecatedFirstTimestamp?: Time
deprecatedLastTimestamp?: Time
deprecatedSource?: EventSource
eventTime: MicroTime
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * note is a human-readable description of the status of this operation.
 */
note?: string
/**
 * reason is why the action was taken.
 */
reason?: string
regarding?: ObjectReference
related?: ObjectReference
/**
 * reportingController is the name of the controller that emitted this Event, e.g.
 */
reportingController?: string
/**
 * reportingInstance is the ID of the controller instance, e.g.
 */
reportingInstance?: string
series?: EventsV1EventSeries
/**
 * type is the type of this event (Normal, Warning), new types could be added in the future.
 */
type?: string
}
/**
 * EventSeries contain information on series of events, i.e.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventsV1EventSeries".
 */
export interface EventsV1EventSeries {
/**
 * count is the number of occurrences in this series up to the last heartbeat time.
 */
count: number
lastObservedTime: MicroTime
}
/**
 * EventList is a list of Event objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "EventsV1EventList".
 */
export interface EventsV1EventList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of schema objects.
 */
items: EventsV1Event[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * HTTPIngressPath associates a path with a backend.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HTTPIngressPath".
 */
export interface HTTPIngressPath {
backend: IngressBackend
/**
 * path is matched against the path of an incoming request.
 */
path?: string
/**
 * pathType determines the interpretation of the path matching.
 */
pathType: ("Exact" | "ImplementationSpecific" | "Prefix")
}
/**
 * IngressBackend describes all endpoints for a given service and port.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressBackend".
 */
export interface IngressBackend {
resource?: TypedLocalObjectReference
service?: IngressServiceBackend
}
/**
 * IngressServiceBackend references a Kubernetes Service as a Backend.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressServiceBackend".
 */
export interface IngressServiceBackend {
/**
 * name is the referenced service.
 */
name: string
port?: ServiceBackendPort
}
/**
 * ServiceBackendPort is the service port being referenced.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceBackendPort".
 */
export interface ServiceBackendPort {
/**
 * name is the name of the port on the Service.
 */
name?: string
/**
 * number is the numerical port number (e.g.
 */
number?: number
}
/**
 * HTTPIngressRuleValue is a list of http selectors pointing to backends.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "HTTPIngressRuleValue".
 */
export interface HTTPIngressRuleValue {
/**
 * paths is a collection of paths that map requests to backends.
 */
paths: HTTPIngressPath[]
}
/**
 * IPAddress represents a single IP of a single IP Family.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IPAddress".
 */
export interface IPAddress {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: IPAddressSpec
}
/**
 * IPAddressSpec describe the attributes in an IP Address.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IPAddressSpec".
 */
export interface IPAddressSpec {
parentRef: ParentReference
}
/**
 * ParentReference describes a reference to a parent object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ParentReference".
 */
export interface ParentReference {
/**
 * Group is the group of the object being referenced.
 */
group?: string
/**
 * Name is the name of the object being referenced.
 */
name: string
/**
 * Namespace is the namespace of the object being referenced.
 */
namespace?: string
/**
 * Resource is the resource of the object being referenced.
 */
resource: string
}
/**
 * IPAddressList contains a list of IPAddress.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IPAddressList".
 */
export interface IPAddressList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of IPAddresses.
 */
items: IPAddress[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * IPBlock describes a particular CIDR (Ex.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IPBlock".
 */
export interface IPBlock {
/**
 * cidr is a string representing the IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64"
 */
cidr: string
/**
 * except is a slice of CIDRs that should not be included within an IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64" Except values will be rejected if they are outside the cidr range
 */
except?: string[]
}
/**
 * Ingress is a collection of rules that allow inbound connections to reach the endpoints defined by a backend.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Ingress".
 */
export interface Ingress {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: IngressSpec
status?: IngressStatus
}
/**
 * IngressSpec describes the Ingress the user wishes to exist.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressSpec".
 */
export interface IngressSpec {
defaultBackend?: IngressBackend
/**
 * ingressClassName is the name of an IngressClass cluster resource.
 */
ingressClassName?: string
/**
 * rules is a list of host rules used to configure the Ingress.
 */
rules?: IngressRule[]
/**
 * tls represents the TLS configuration.
 */
tls?: IngressTLS[]
}
/**
 * IngressRule represents the rules mapping the paths under a specified host to the related backend services.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressRule".
 */
export interface IngressRule {
/**
 * host is the fully qualified domain name of a network host, as defined by RFC 3986.
 */
host?: string
http?: HTTPIngressRuleValue
}
/**
 * IngressTLS describes the transport layer security associated with an ingress.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressTLS".
 */
export interface IngressTLS {
/**
 * hosts is a list of hosts included in the TLS certificate.
 */
hosts?: string[]
/**
 * secretName is the name of the secret used to terminate TLS traffic on port 443.
 */
secretName?: string
}
/**
 * IngressStatus describe the current state of the Ingress.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressStatus".
 */
export interface IngressStatus {
loadBalancer?: IngressLoadBalancerStatus
}
/**
 * IngressLoadBalancerStatus represents the status of a load-balancer.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressLoadBalancerStatus".
 */
export interface IngressLoadBalancerStatus {
/**
 * ingress is a list containing ingress points for the load-balancer.
 */
ingress?: IngressLoadBalancerIngress[]
}
/**
 * IngressLoadBalancerIngress represents the status of a load-balancer ingress point.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressLoadBalancerIngress".
 */
export interface IngressLoadBalancerIngress {
/**
 * hostname is set for load-balancer ingress points that are DNS based.
 */
hostname?: string
/**
 * ip is set for load-balancer ingress points that are IP based.
 */
ip?: string
/**
 * ports provides information about the ports exposed by this LoadBalancer.
 */
ports?: IngressPortStatus[]
}
/**
 * IngressPortStatus represents the error condition of a service port
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressPortStatus".
 */
export interface IngressPortStatus {
/**
 * error is to record the problem with the service port The format of the error shall comply with the following rules: - built-in error values shall be specified in this file and those shall use
 *   CamelCase names
 * - cloud provider specific error values must have names that comply with the
 *   format foo.example.com/CamelCase.
 */
error?: string
/**
 * port is the port number of the ingress port.
 */
port: number
/**
 * protocol is the protocol of the ingress port.
 */
protocol: ("SCTP" | "TCP" | "UDP")
}
/**
 * IngressClass represents the class of the Ingress, referenced by the Ingress Spec.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressClass".
 */
export interface IngressClass {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: IngressClassSpec
}
/**
 * IngressClassSpec provides information about the class of an Ingress.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressClassSpec".
 */
export interface IngressClassSpec {
/**
 * controller refers to the name of the controller that should handle this class.
 */
controller?: string
parameters?: IngressClassParametersReference
}
/**
 * IngressClassParametersReference identifies an API object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressClassParametersReference".
 */
export interface IngressClassParametersReference {
/**
 * apiGroup is the group for the resource being referenced.
 */
apiGroup?: string
/**
 * kind is the type of resource being referenced.
 */
kind: string
/**
 * name is the name of resource being referenced.
 */
name: string
/**
 * namespace is the namespace of the resource being referenced.
 */
namespace?: string
/**
 * scope represents if this refers to a cluster or namespace scoped resource.
 */
scope?: string
}
/**
 * IngressClassList is a collection of IngressClasses.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressClassList".
 */
export interface IngressClassList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of IngressClasses.
 */
items: IngressClass[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * IngressList is a collection of Ingress.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "IngressList".
 */
export interface IngressList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of Ingress.
 */
items: Ingress[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * NetworkPolicy describes what network traffic is allowed for a set of Pods
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicy".
 */
export interface NetworkPolicy {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: NetworkPolicySpec
}
/**
 * NetworkPolicySpec provides the specification of a NetworkPolicy
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicySpec".
 */
export interface NetworkPolicySpec {
/**
 * egress is a list of egress rules to be applied to the selected pods.
 */
egress?: NetworkPolicyEgressRule[]
/**
 * ingress is a list of ingress rules to be applied to the selected pods.
 */
ingress?: NetworkPolicyIngressRule[]
podSelector?: LabelSelector
/**
 * policyTypes is a list of rule types that the NetworkPolicy relates to.
 */
policyTypes?: ("Egress" | "Ingress")[]
}
/**
 * NetworkPolicyEgressRule describes a particular set of traffic that is allowed out of pods matched by a NetworkPolicySpec's podSelector.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicyEgressRule".
 */
export interface NetworkPolicyEgressRule {
/**
 * ports is a list of destination ports for outgoing traffic.
 */
ports?: NetworkPolicyPort[]
/**
 * to is a list of destinations for outgoing traffic of pods selected for this rule.
 */
to?: NetworkPolicyPeer[]
}
/**
 * NetworkPolicyPort describes a port to allow traffic on
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicyPort".
 */
export interface NetworkPolicyPort {
/**
 * endPort indicates that the range of ports from port to endPort if set, inclusive, should be allowed by the policy.
 */
endPort?: number
port?: IntOrString
/**
 * protocol represents the protocol (TCP, UDP, or SCTP) which traffic must match.
 */
protocol?: ("SCTP" | "TCP" | "UDP")
}
/**
 * NetworkPolicyPeer describes a peer to allow traffic to/from.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicyPeer".
 */
export interface NetworkPolicyPeer {
ipBlock?: IPBlock
namespaceSelector?: LabelSelector
podSelector?: LabelSelector
}
/**
 * NetworkPolicyIngressRule describes a particular set of traffic that is allowed to the pods matched by a NetworkPolicySpec's podSelector.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicyIngressRule".
 */
export interface NetworkPolicyIngressRule {
/**
 * from is a list of sources which should be able to access the pods selected for this rule.
 */
from?: NetworkPolicyPeer[]
/**
 * ports is a list of ports which should be made accessible on the pods selected for this rule.
 */
ports?: NetworkPolicyPort[]
}
/**
 * NetworkPolicyList is a list of NetworkPolicy objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "NetworkPolicyList".
 */
export interface NetworkPolicyList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of schema objects.
 */
items: NetworkPolicy[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ServiceCIDR defines a range of IP addresses using CIDR format (e.g.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceCIDR".
 */
export interface ServiceCIDR {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: ServiceCIDRSpec
status?: ServiceCIDRStatus
}
/**
 * ServiceCIDRSpec define the CIDRs the user wants to use for allocating ClusterIPs for Services.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceCIDRSpec".
 */
export interface ServiceCIDRSpec {
/**
 * CIDRs defines the IP blocks in CIDR notation (e.g.
 */
cidrs?: string[]
}
/**
 * ServiceCIDRStatus describes the current state of the ServiceCIDR.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceCIDRStatus".
 */
export interface ServiceCIDRStatus {
/**
 * conditions holds an array of metav1.Condition that describe the state of the ServiceCIDR.
 */
conditions?: Condition[]
}
/**
 * ServiceCIDRList contains a list of ServiceCIDR objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServiceCIDRList".
 */
export interface ServiceCIDRList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of ServiceCIDRs.
 */
items: ServiceCIDR[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Overhead structure represents the resource overhead associated with running a pod.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Overhead".
 */
export interface Overhead {
/**
 * podFixed represents the fixed resource overhead associated with running a pod.
 */
podFixed?: {
[k: string]: Quantity
}
}
/**
 * RuntimeClass defines a class of container runtime supported in the cluster.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RuntimeClass".
 */
export interface RuntimeClass {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * handler specifies the underlying runtime and configuration that the CRI implementation will use to handle pods of this class.
 */
handler: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
overhead?: Overhead
scheduling?: Scheduling
}
/**
 * Scheduling specifies the scheduling constraints for nodes supporting a RuntimeClass.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Scheduling".
 */
export interface Scheduling {
/**
 * nodeSelector lists labels that must be present on nodes that support this RuntimeClass.
 */
nodeSelector?: {
[k: string]: string
}
/**
 * tolerations are appended (excluding duplicates) to pods running with this RuntimeClass during admission, effectively unioning the set of nodes tolerated by the pod and the RuntimeClass.
 */
tolerations?: Toleration[]
}
/**
 * RuntimeClassList is a list of RuntimeClass objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RuntimeClassList".
 */
export interface RuntimeClassList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is a list of schema objects.
 */
items: RuntimeClass[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Eviction evicts a pod from its node subject to certain policies and safety constraints.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Eviction".
 */
export interface Eviction {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
deleteOptions?: DeleteOptions
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
}
/**
 * DeleteOptions may be provided when deleting an API object.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "DeleteOptions".
 */
export interface DeleteOptions {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * When present, indicates that modifications should not be persisted.
 */
dryRun?: string[]
/**
 * The duration in seconds before the object should be deleted.
 */
gracePeriodSeconds?: number
/**
 * if set to true, it will trigger an unsafe deletion of the resource in case the normal deletion flow fails with a corrupt object error.
 */
ignoreStoreReadErrorWithClusterBreakingPotential?: boolean
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
/**
 * Deprecated: please use the PropagationPolicy, this field will be deprecated in 1.7.
 */
orphanDependents?: boolean
preconditions?: Preconditions
/**
 * Whether and how garbage collection will be performed.
 */
propagationPolicy?: string
}
/**
 * Preconditions must be fulfilled before an operation (update, delete, etc.) is carried out.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Preconditions".
 */
export interface Preconditions {
/**
 * Specifies the target ResourceVersion
 */
resourceVersion?: string
/**
 * Specifies the target UID.
 */
uid?: string
}
/**
 * PodDisruptionBudget is an object to define the max disruption that can be caused to a collection of pods
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDisruptionBudget".
 */
export interface PodDisruptionBudget {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec?: PodDisruptionBudgetSpec
status?: PodDisruptionBudgetStatus
}
/**
 * PodDisruptionBudgetSpec is a description of a PodDisruptionBudget.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDisruptionBudgetSpec".
 */
export interface PodDisruptionBudgetSpec {
maxUnavailable?: IntOrString
minAvailable?: IntOrString
selector?: LabelSelector
/**
 * UnhealthyPodEvictionPolicy defines the criteria for when unhealthy pods should be considered for eviction.
 */
unhealthyPodEvictionPolicy?: ("AlwaysAllow" | "IfHealthyBudget")
}
/**
 * PodDisruptionBudgetStatus represents information about the status of a PodDisruptionBudget.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDisruptionBudgetStatus".
 */
export interface PodDisruptionBudgetStatus {
/**
 * Conditions contain conditions for PDB.
 */
conditions?: Condition[]
/**
 * current number of healthy pods
 */
currentHealthy?: number
/**
 * minimum desired number of healthy pods
 */
desiredHealthy?: number
/**
 * DisruptedPods contains information about pods whose eviction was processed by the API server eviction subresource handler but has not yet been observed by the PodDisruptionBudget controller.
 */
disruptedPods?: {
[k: string]: Time
}
/**
 * Number of pod disruptions that are currently allowed.
 */
disruptionsAllowed?: number
/**
 * total number of pods counted by this disruption budget
 */
expectedPods?: number
/**
 * Most recent generation observed when updating this PDB status.
 */
observedGeneration?: number
}
/**
 * PodDisruptionBudgetList is a collection of PodDisruptionBudgets.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PodDisruptionBudgetList".
 */
export interface PodDisruptionBudgetList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of PodDisruptionBudgets
 */
items: PodDisruptionBudget[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * AggregationRule describes how to locate ClusterRoles to aggregate into the ClusterRole
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "AggregationRule".
 */
export interface AggregationRule {
/**
 * ClusterRoleSelectors holds a list of selectors which will be used to find ClusterRoles and create the rules.
 */
clusterRoleSelectors?: LabelSelector[]
}
/**
 * ClusterRole is a cluster level, logical grouping of PolicyRules that can be referenced as a unit by a RoleBinding or ClusterRoleBinding.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClusterRole".
 */
export interface ClusterRole {
aggregationRule?: AggregationRule
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * Rules holds all the PolicyRules for this ClusterRole
 */
rules?: PolicyRule[]
}
/**
 * PolicyRule holds information that describes a policy rule, but does not contain information about who the rule applies to or which namespace the rule applies to.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PolicyRule".
 */
export interface PolicyRule {
/**
 * APIGroups is the name of the APIGroup that contains the resources.
 */
apiGroups?: string[]
/**
 * NonResourceURLs is a set of partial urls that a user should have access to.
 */
nonResourceURLs?: string[]
/**
 * ResourceNames is an optional white list of names that the rule applies to.
 */
resourceNames?: string[]
/**
 * Resources is a list of resources this rule applies to.
 */
resources?: string[]
/**
 * Verbs is a list of Verbs that apply to ALL the ResourceKinds contained in this rule.
 */
verbs: string[]
}
/**
 * ClusterRoleBinding references a ClusterRole, but not contain it.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClusterRoleBinding".
 */
export interface ClusterRoleBinding {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
roleRef: RoleRef
/**
 * Subjects holds references to the objects the role applies to.
 */
subjects?: Subject[]
}
/**
 * RoleRef contains information that points to the role being used
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RoleRef".
 */
export interface RoleRef {
/**
 * APIGroup is the group for the resource being referenced
 */
apiGroup?: string
/**
 * Kind is the type of resource being referenced
 */
kind: string
/**
 * Name is the name of resource being referenced
 */
name: string
}
/**
 * Subject contains a reference to the object or user identities a role binding applies to.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Subject".
 */
export interface Subject {
/**
 * APIGroup holds the API group of the referenced subject.
 */
apiGroup?: string
/**
 * Kind of object being referenced.
 */
kind: string
/**
 * Name of the object being referenced.
 */
name: string
/**
 * Namespace of the referenced object.
 */
namespace?: string
}
/**
 * ClusterRoleBindingList is a collection of ClusterRoleBindings
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClusterRoleBindingList".
 */
export interface ClusterRoleBindingList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of ClusterRoleBindings
 */
items: ClusterRoleBinding[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * ClusterRoleList is a collection of ClusterRoles
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ClusterRoleList".
 */
export interface ClusterRoleList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of ClusterRoles
 */
items: ClusterRole[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * Role is a namespaced, logical grouping of PolicyRules that can be referenced as a unit by a RoleBinding.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Role".
 */
export interface Role {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * Rules holds all the PolicyRules for this Role
 */
rules?: PolicyRule[]
}
/**
 * RoleBinding references a role, but does not contain it.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RoleBinding".
 */
export interface RoleBinding {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
roleRef: RoleRef
/**
 * Subjects holds references to the objects the role applies to.
 */
subjects?: Subject[]
}
/**
 * RoleBindingList is a collection of RoleBindings
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RoleBindingList".
 */
export interface RoleBindingList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of RoleBindings
 */
items: RoleBinding[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * RoleList is a collection of Roles
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "RoleList".
 */
export interface RoleList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Items is a list of Roles
 */
items: Role[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * PriorityClass defines mapping from a priority class name to the priority integer value.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PriorityClass".
 */
export interface PriorityClass {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * description is an arbitrary string that usually provides guidelines on when this priority class should be used.
 */
description?: string
/**
 * globalDefault specifies whether this PriorityClass should be considered as the default priority for pods that do not have any priority class.
 */
globalDefault?: boolean
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * preemptionPolicy is the Policy for preempting pods with lower priority.
 */
preemptionPolicy?: ("Never" | "PreemptLowerPriority")
/**
 * value represents the integer value of this priority class.
 */
value?: number
}
/**
 * PriorityClassList is a collection of priority classes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "PriorityClassList".
 */
export interface PriorityClassList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of PriorityClasses
 */
items: PriorityClass[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * CSIDriver captures information about a Container Storage Interface (CSI) volume driver deployed on the cluster.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIDriver".
 */
export interface CSIDriver {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: CSIDriverSpec
}
/**
 * CSIDriverSpec is the specification of a CSIDriver.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIDriverSpec".
 */
export interface CSIDriverSpec {
/**
 * attachRequired indicates this CSI volume driver requires an attach operation (because it implements the CSI ControllerPublishVolume() method), and that the Kubernetes attach detach controller should call the attach volume interface which checks the volumeattachment status and waits until the volume is attached before proceeding to mounting.
 */
attachRequired?: boolean
/**
 * fsGroupPolicy defines if the underlying volume supports changing ownership and permission of the volume before being mounted.
 */
fsGroupPolicy?: string
/**
 * nodeAllocatableUpdatePeriodSeconds specifies the interval between periodic updates of the CSINode allocatable capacity for this driver.
 */
nodeAllocatableUpdatePeriodSeconds?: number
/**
 * podInfoOnMount indicates this CSI volume driver requires additional pod information (like podName, podUID, etc.) during mount operations, if set to true.
 */
podInfoOnMount?: boolean
/**
 * PreventPodSchedulingIfMissing indicates that the CSI driver wants to prevent pod scheduling if the CSI driver on the node is missing.
 */
preventPodSchedulingIfMissing?: boolean
/**
 * requiresRepublish indicates the CSI driver wants `NodePublishVolume` being periodically called to reflect any possible change in the mounted volume.
 */
requiresRepublish?: boolean
/**
 * seLinuxMount specifies if the CSI driver supports "-o context" mount option.
 */
seLinuxMount?: boolean
/**
 * serviceAccountTokenInSecrets is an opt-in for CSI drivers to indicate that service account tokens should be passed via the Secrets field in NodePublishVolumeRequest instead of the VolumeContext field.
 */
serviceAccountTokenInSecrets?: boolean
/**
 * storageCapacity indicates that the CSI volume driver wants pod scheduling to consider the storage capacity that the driver deployment will report by creating CSIStorageCapacity objects with capacity information, if set to true.
 */
storageCapacity?: boolean
/**
 * tokenRequests indicates the CSI driver needs pods' service account tokens it is mounting volume for to do necessary authentication.
 */
tokenRequests?: TokenRequest[]
/**
 * volumeLifecycleModes defines what kind of volumes this CSI volume driver supports.
 */
volumeLifecycleModes?: string[]
}
/**
 * TokenRequest contains parameters of a service account token.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "TokenRequest".
 */
export interface TokenRequest {
/**
 * audience is the intended audience of the token in "TokenRequestSpec".
 */
audience: string
/**
 * expirationSeconds is the duration of validity of the token in "TokenRequestSpec".
 */
expirationSeconds?: number
}
/**
 * CSIDriverList is a collection of CSIDriver objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIDriverList".
 */
export interface CSIDriverList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of CSIDriver
 */
items: CSIDriver[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * CSINode holds information about all CSI drivers installed on a node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSINode".
 */
export interface CSINode {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: CSINodeSpec
}
/**
 * CSINodeSpec holds information about the specification of all CSI drivers installed on a node
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSINodeSpec".
 */
export interface CSINodeSpec {
/**
 * drivers is a list of information of all CSI Drivers existing on a node.
 */
drivers: CSINodeDriver[]
}
/**
 * CSINodeDriver holds information about the specification of one CSI driver installed on a node
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSINodeDriver".
 */
export interface CSINodeDriver {
allocatable?: VolumeNodeResources
/**
 * name represents the name of the CSI driver that this object refers to.
 */
name: string
/**
 * nodeID of the node from the driver point of view.
 */
nodeID: string
/**
 * topologyKeys is the list of keys supported by the driver.
 */
topologyKeys?: string[]
}
/**
 * VolumeNodeResources is a set of resource limits for scheduling of volumes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeNodeResources".
 */
export interface VolumeNodeResources {
/**
 * count indicates the maximum number of unique volumes managed by the CSI driver that can be used on a node.
 */
count?: number
}
/**
 * CSINodeList is a collection of CSINode objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSINodeList".
 */
export interface CSINodeList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of CSINode
 */
items: CSINode[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * CSIStorageCapacity stores the result of one CSI GetCapacity call.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIStorageCapacity".
 */
export interface CSIStorageCapacity {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
capacity?: Quantity
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
maximumVolumeSize?: Quantity
metadata?: ObjectMeta
nodeTopology?: LabelSelector
/**
 * storageClassName represents the name of the StorageClass that the reported capacity applies to.
 */
storageClassName: string
}
/**
 * CSIStorageCapacityList is a collection of CSIStorageCapacity objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "CSIStorageCapacityList".
 */
export interface CSIStorageCapacityList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of CSIStorageCapacity objects.
 */
items: CSIStorageCapacity[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * StorageClass describes the parameters for a class of storage for which PersistentVolumes can be dynamically provisioned.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StorageClass".
 */
export interface StorageClass {
/**
 * allowVolumeExpansion shows whether the storage class allow volume expand.
 */
allowVolumeExpansion?: boolean
/**
 * allowedTopologies restrict the node topologies where volumes can be dynamically provisioned.
 */
allowedTopologies?: TopologySelectorTerm[]
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * mountOptions controls the mountOptions for dynamically provisioned PersistentVolumes of this storage class.
 */
mountOptions?: string[]
/**
 * parameters holds the parameters for the provisioner that should create volumes of this storage class.
 */
parameters?: {
[k: string]: string
}
/**
 * provisioner indicates the type of the provisioner.
 */
provisioner: string
/**
 * reclaimPolicy controls the reclaimPolicy for dynamically provisioned PersistentVolumes of this storage class.
 */
reclaimPolicy?: ("Delete" | "Recycle" | "Retain")
/**
 * volumeBindingMode indicates how PersistentVolumeClaims should be provisioned and bound.
 */
volumeBindingMode?: ("Immediate" | "WaitForFirstConsumer")
}
/**
 * StorageClassList is a collection of storage classes.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StorageClassList".
 */
export interface StorageClassList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of StorageClasses
 */
items: StorageClass[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * VolumeAttachment captures the intent to attach or detach the specified volume to/from the specified node.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttachment".
 */
export interface VolumeAttachment {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
spec: VolumeAttachmentSpec
status?: VolumeAttachmentStatus
}
/**
 * VolumeAttachmentSpec is the specification of a VolumeAttachment request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttachmentSpec".
 */
export interface VolumeAttachmentSpec {
/**
 * attacher indicates the name of the volume driver that MUST handle this request.
 */
attacher: string
/**
 * nodeName represents the node that the volume should be attached to.
 */
nodeName: string
source: VolumeAttachmentSource
}
/**
 * VolumeAttachmentSource represents a volume that should be attached.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttachmentSource".
 */
export interface VolumeAttachmentSource {
inlineVolumeSpec?: PersistentVolumeSpec
/**
 * persistentVolumeName represents the name of the persistent volume to attach.
 */
persistentVolumeName?: string
}
/**
 * VolumeAttachmentStatus is the status of a VolumeAttachment request.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttachmentStatus".
 */
export interface VolumeAttachmentStatus {
attachError?: VolumeError
/**
 * attached indicates the volume is successfully attached.
 */
attached: boolean
/**
 * attachmentMetadata is populated with any information returned by the attach operation, upon successful attach, that must be passed into subsequent WaitForAttach or Mount calls.
 */
attachmentMetadata?: {
[k: string]: string
}
detachError?: VolumeError
}
/**
 * VolumeError captures an error encountered during a volume operation.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeError".
 */
export interface VolumeError {
/**
 * errorCode is a numeric gRPC code representing the error encountered during Attach or Detach operations.
 */
errorCode?: number
/**
 * message represents the error encountered during Attach or Detach operation.
 */
message?: string
time?: Time
}
/**
 * VolumeAttachmentList is a collection of VolumeAttachment objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttachmentList".
 */
export interface VolumeAttachmentList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of VolumeAttachments
 */
items: VolumeAttachment[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * VolumeAttributesClass represents a specification of mutable volume attributes defined by the CSI driver.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttributesClass".
 */
export interface VolumeAttributesClass {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Name of the CSI driver This field is immutable.
 */
driverName: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ObjectMeta
/**
 * parameters hold volume attributes defined by the CSI driver.
 */
parameters?: {
[k: string]: string
}
}
/**
 * VolumeAttributesClassList is a collection of VolumeAttributesClass objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "VolumeAttributesClassList".
 */
export interface VolumeAttributesClassList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * items is the list of VolumeAttributesClass objects.
 */
items: VolumeAttributesClass[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
metadata?: ListMeta
}
/**
 * APIGroup contains the name, the supported versions, and the preferred version of a group.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "APIGroup".
 */
export interface APIGroup {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
/**
 * name is the name of the group.
 */
name: string
preferredVersion?: GroupVersionForDiscovery
/**
 * a map of client CIDR to server address that is serving this group.
 */
serverAddressByClientCIDRs?: ServerAddressByClientCIDR[]
/**
 * versions are the versions supported in this group.
 */
versions: GroupVersionForDiscovery[]
}
/**
 * GroupVersion contains the "group/version" and "version" string of a version.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "GroupVersionForDiscovery".
 */
export interface GroupVersionForDiscovery {
/**
 * groupVersion specifies the API group and version in the form "group/version"
 */
groupVersion: string
/**
 * version specifies the version in the form of "version".
 */
version: string
}
/**
 * ServerAddressByClientCIDR helps the client to determine the server address that they should use, depending on the clientCIDR that they match.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "ServerAddressByClientCIDR".
 */
export interface ServerAddressByClientCIDR {
/**
 * The CIDR with which clients can match their IP to figure out the server address that they should use.
 */
clientCIDR: string
/**
 * Address of this server, suitable for a client that matches the above CIDR.
 */
serverAddress: string
}
/**
 * APIGroupList is a list of APIGroup, to allow clients to discover the API at /apis.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "APIGroupList".
 */
export interface APIGroupList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * groups is a list of APIGroup.
 */
groups: APIGroup[]
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
}
/**
 * APIResource specifies the name of a resource and whether it is namespaced.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "APIResource".
 */
export interface APIResource {
/**
 * categories is a list of the grouped resources this resource belongs to (e.g.
 */
categories?: string[]
/**
 * group is the preferred group of the resource.
 */
group?: string
/**
 * kind is the kind for the resource (e.g.
 */
kind: string
/**
 * name is the plural name of the resource.
 */
name: string
/**
 * namespaced indicates if a resource is namespaced or not.
 */
namespaced: boolean
/**
 * shortNames is a list of suggested short names of the resource.
 */
shortNames?: string[]
/**
 * singularName is the singular name of the resource.
 */
singularName: string
/**
 * The hash value of the storage version, the version this resource is converted to when written to the data store.
 */
storageVersionHash?: string
/**
 * verbs is a list of supported kube verbs (this includes get, list, watch, create, update, patch, delete, deletecollection, and proxy)
 */
verbs: string[]
/**
 * version is the preferred version of the resource.
 */
version?: string
}
/**
 * APIResourceList is a list of APIResource, it is used to expose the name of the resources supported in a specific group and version, and if the resource is namespaced.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "APIResourceList".
 */
export interface APIResourceList {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * groupVersion is the group and version this APIResourceList is for.
 */
groupVersion: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
/**
 * resources contains the name of the resources and if they are namespaced.
 */
resources: APIResource[]
}
/**
 * APIVersions lists the versions that are available, to allow clients to discover the API at /api, which is the root path of the legacy v1 API.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "APIVersions".
 */
export interface APIVersions {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
/**
 * a map of client CIDR to server address that is serving this group.
 */
serverAddressByClientCIDRs: ServerAddressByClientCIDR[]
/**
 * versions are the api versions that are available.
 */
versions: string[]
}
/**
 * Patch is provided to give a concrete name and type to the Kubernetes PATCH request body.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Patch".
 */
export interface Patch {

}
/**
 * Status is a return value for calls that don't return other objects.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Status".
 */
export interface Status {
/**
 * APIVersion defines the versioned schema of this representation of an object.
 */
apiVersion?: string
/**
 * Suggested HTTP return code for this status, 0 if not set.
 */
code?: number
details?: StatusDetails
/**
 * Kind is a string value representing the REST resource this object represents.
 */
kind?: string
/**
 * A human-readable description of the status of this operation.
 */
message?: string
metadata?: ListMeta
/**
 * A machine-readable description of why this operation is in the "Failure" status.
 */
reason?: string
/**
 * Status of the operation.
 */
status?: string
}
/**
 * StatusDetails is a set of additional properties that MAY be set by the server to provide additional information about a response.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatusDetails".
 */
export interface StatusDetails {
/**
 * The Causes array includes more details associated with the StatusReason failure.
 */
causes?: StatusCause[]
/**
 * The group attribute of the resource associated with the status StatusReason.
 */
group?: string
/**
 * The kind attribute of the resource associated with the status StatusReason.
 */
kind?: string
/**
 * The name attribute of the resource associated with the status StatusReason (when there is a single name which can be described).
 */
name?: string
/**
 * If specified, the time in seconds before the operation should be retried.
 */
retryAfterSeconds?: number
/**
 * UID of the resource.
 */
uid?: string
}
/**
 * StatusCause provides more information about an api.Status failure, including cases when multiple errors are encountered.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "StatusCause".
 */
export interface StatusCause {
/**
 * The field of the resource that has caused this error, as named by its JSON serialization.
 */
field?: string
/**
 * A human-readable description of the cause of the error.
 */
message?: string
/**
 * A machine-readable description of the cause of the error.
 */
reason?: string
}
/**
 * Event represents a single event to a watched resource.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "WatchEvent".
 */
export interface WatchEvent {
object: RawExtension
type: string
}
/**
 * Info contains versioning information.
 * 
 * This interface was referenced by `KubernetesDefinitions`'s JSON-Schema
 * via the `definition` "Info".
 */
export interface Info {
buildDate: string
compiler: string
/**
 * EmulationMajor is the major version of the emulation version
 */
emulationMajor?: string
/**
 * EmulationMinor is the minor version of the emulation version
 */
emulationMinor?: string
gitCommit: string
gitTreeState: string
gitVersion: string
goVersion: string
/**
 * Major is the major version of the binary version
 */
major: string
/**
 * MinCompatibilityMajor is the major version of the minimum compatibility version
 */
minCompatibilityMajor?: string
/**
 * MinCompatibilityMinor is the minor version of the minimum compatibility version
 */
minCompatibilityMinor?: string
/**
 * Minor is the minor version of the binary version
 */
minor: string
platform: string
}
