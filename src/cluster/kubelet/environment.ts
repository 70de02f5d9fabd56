import { decodeBase64 } from '../../api/base64.ts';
import type { ConfigMap, EnvVar, Node, ResourceFieldSelector, Secret, Service, Stored } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';
import { getObject, listObjects } from '../world/store.ts';
import { type ContainerScope, nodeIP, type PodScope } from './scope.ts';

export type Variable = { name: string; value: string };

/** By the Services that a Pod sees: the variables of all containers that have none of their own. */
let common: { services: readonly unknown[]; variables: Variable[] } = { services: [], variables: [] };

/** A container's environment, or why it cannot be made. Source: makeEnvironmentVariables of kubelet_pods.go. */
export function environmentOf(scope: PodScope, { spec }: ContainerScope): Variable[] | { error: string } {
  const seen = servicesSeen(scope);
  const isPlain = !spec.env?.length && !spec.envFrom?.length;
  // Containers that come up one after the other share one list: 1 KB less for each.
  if (isPlain && isSameList(common.services, seen)) return common.variables;
  const values = new Map<string, string>();
  const services = serviceVariables(seen);
  for (const source of spec.envFrom ?? []) {
    const { configMapRef, secretRef, prefix = '' } = source;
    const reference = configMapRef ?? secretRef;
    if (!reference) continue;
    const found = dataOf(scope, configMapRef ? 'configmaps' : 'secrets', reference.name ?? '');
    if (typeof found === 'string') {
      if (!reference.optional) return { error: found };
      continue;
    }
    for (const [key, value] of Object.entries(found)) values.set(prefix + key, value);
  }
  for (const variable of spec.env ?? []) {
    const value = resolve(scope, spec.name, variable, (name) => values.get(name) ?? services.get(name));
    if (value === undefined) continue;
    if (typeof value !== 'string') return value;
    values.set(variable.name, value);
  }
  for (const [name, value] of services) if (!values.has(name)) values.set(name, value);
  const variables = [...values].map(([name, value]) => ({ name, value }));
  if (isPlain) common = { services: seen, variables };
  return variables;
}

const isSameList = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

function resolve(
  scope: PodScope,
  container: string,
  variable: EnvVar,
  lookUp: (name: string) => string | undefined,
): string | undefined | { error: string } {
  const from = variable.valueFrom;
  if (!from) return expand(variable.value ?? '', lookUp);
  if (from.fieldRef) return fieldOf(scope, from.fieldRef.fieldPath);
  if (from.resourceFieldRef)
    return resourceOf(scope, from.resourceFieldRef, from.resourceFieldRef.containerName ?? container);
  const reference = from.configMapKeyRef ?? from.secretKeyRef;
  if (!reference) return { error: `unsupported valueFrom of ${variable.name}` };
  const kind = from.configMapKeyRef ? 'configmaps' : 'secrets';
  const found = dataOf(scope, kind, reference.name ?? '');
  if (typeof found === 'string') return reference.optional ? undefined : { error: found };
  const value = found[reference.key];
  if (value !== undefined || reference.optional) return value;
  const { namespace } = scope.worker.pod.metadata;
  const word = from.configMapKeyRef ? 'ConfigMap' : 'Secret';
  return { error: `couldn't find key ${reference.key} in ${word} ${namespace}/${reference.name}` };
}

/** The entries of a ConfigMap or Secret as text, or the error where there is none. */
function dataOf(
  { world, worker }: PodScope,
  resource: 'configmaps' | 'secrets',
  name: string,
): Record<string, string> | string {
  const key = `${worker.pod.metadata.namespace}/${name}`;
  const object = getObject<Stored<ConfigMap | Secret>>(world.store, resource, key);
  const word = resource === 'configmaps' ? 'configmap' : 'secret';
  if (!object) return `${word} "${name}" not found`;
  if (resource === 'configmaps') return object.data ?? {};
  return Object.fromEntries(Object.entries(object.data ?? {}).map(([key, value]) => [key, decodeBase64(value)]));
}

/** `$(NAME)` becomes the variable's value where it is known, `$$(NAME)` the text `$(NAME)`. Source: expansion.Expand. */
export function expand(text: string, lookUp: (name: string) => string | undefined): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (whole, name: string | undefined) =>
    name === undefined ? '$' : (lookUp(name) ?? whole),
  );
}

/** What the downward API gives for a field path of the Pod. */
export function fieldOf(scope: PodScope, path: string): string {
  const { worker, node } = scope;
  const { metadata, spec } = worker.pod;
  const keyed = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path);
  if (keyed) return (keyed[1] === 'labels' ? metadata.labels : metadata.annotations)?.[keyed[2] ?? ''] ?? '';
  if (path === 'metadata.labels' || path === 'metadata.annotations')
    return mapText(path === 'metadata.labels' ? metadata.labels : metadata.annotations);
  const fields: Record<string, string | undefined> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'spec.nodeName': node,
    'spec.serviceAccountName': spec?.serviceAccountName,
    'status.podIP': worker.sandbox?.ip,
    'status.podIPs': worker.sandbox?.ip,
    'status.hostIP': nodeIP(scope),
    'status.hostIPs': nodeIP(scope),
  };
  return fields[path] ?? '';
}

/** Source: fieldpath.FormatMap. */
const mapText = (map: Record<string, string> = {}): string =>
  Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join('\n');

/**
 * A container's request or limit in units of the divisor, rounded up; where it has no limit, what the node allows.
 * Source: resource.ExtractContainerResourceValue, MergeContainerResourceLimits.
 */
export function resourceOf(
  { world, node, worker }: PodScope,
  { resource, divisor }: ResourceFieldSelector,
  container: string,
): string {
  const { initContainers = [], containers = [] } = worker.pod.spec ?? {};
  const { resources } = [...containers, ...initContainers].find(({ name }) => name === container) ?? {};
  const [kind, ...rest] = resource.split('.');
  const name = rest.join('.');
  const own = kind === 'limits' ? resources?.limits?.[name] : resources?.requests?.[name];
  const allocatable = getObject<Stored<Node>>(world.store, 'nodes', node)?.status?.allocatable?.[name];
  const amount = own ?? (kind === 'limits' ? allocatable : undefined) ?? '0';
  const unit = divisor === undefined || String(divisor) === '0' ? '1' : String(divisor);
  const numbers = name === 'cpu' ? toMillicores : toBytes;
  return String(Math.ceil(numbers(amount) / numbers(unit)));
}

/** The Services that a Pod sees: the API server's, and those of its namespace unless it does not want to. */
function servicesSeen({ world, worker }: PodScope): Stored<Service>[] {
  const api = getObject<Stored<Service>>(world.store, 'services', 'default/kubernetes');
  const { namespace } = worker.pod.metadata;
  const links = worker.pod.spec?.enableServiceLinks !== false;
  const others = links ? listObjects<Stored<Service>>(world.store, 'services', namespace) : [];
  return api ? [api, ...others] : others;
}

/** The variables of Services. Source: pkg/kubelet/envvars. */
function serviceVariables(services: readonly Stored<Service>[]): Map<string, string> {
  const variables = new Map<string, string>();
  for (const service of services) addService(variables, service);
  return variables;
}

function addService(variables: Map<string, string>, { metadata, spec }: Stored<Service>): void {
  const ip = spec?.clusterIP;
  const ports = spec?.ports ?? [];
  const [first] = ports;
  if (!ip || ip === 'None' || !first) return;
  const base = metadata.name.toUpperCase().replaceAll('-', '_');
  variables.set(`${base}_SERVICE_HOST`, ip);
  variables.set(`${base}_SERVICE_PORT`, String(first.port));
  for (const { name, port } of ports) {
    if (name) variables.set(`${base}_SERVICE_PORT_${name.toUpperCase().replaceAll('-', '_')}`, String(port));
  }
  variables.set(`${base}_PORT`, `${(first.protocol ?? 'TCP').toLowerCase()}://${ip}:${first.port}`);
  for (const { port, protocol = 'TCP' } of ports) {
    const prefix = `${base}_PORT_${port}_${protocol}`;
    variables.set(prefix, `${protocol.toLowerCase()}://${ip}:${port}`);
    variables.set(`${prefix}_PROTO`, protocol.toLowerCase());
    variables.set(`${prefix}_PORT`, String(port));
    variables.set(`${prefix}_ADDR`, ip);
  }
}
