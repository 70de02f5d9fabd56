import type { Ingress, Stored } from '../api/objects.ts';
import type { TrafficClient } from '../cluster/network/state.ts';
import type { Endpoints } from './group.ts';
import type { Link, SceneInput } from './scene.ts';

type LinkInput = Pick<SceneInput, 'services' | 'ingresses' | 'endpointSlices' | 'clients'>;

let last: { input: LinkInput; links: Link[] } | undefined;

/**
 * The ways that requests can go: client to ingress (or straight to a Service), ingress to Service, Service to Pods.
 * The same list again where none of what they depend on was replaced, as when only Pods change.
 */
export function linksOf(input: LinkInput, endpoints: ReadonlyMap<string, Endpoints>): Link[] {
  const same =
    last?.input.services === input.services &&
    last.input.ingresses === input.ingresses &&
    last.input.endpointSlices === input.endpointSlices &&
    last.input.clients === input.clients;
  if (last && same) return last.links;
  const { services, ingresses, endpointSlices, clients } = input;
  last = { input: { services, ingresses, endpointSlices, clients }, links: listLinks(input, endpoints) };
  return last.links;
}

function listLinks(input: LinkInput, endpoints: ReadonlyMap<string, Endpoints>): Link[] {
  const links: Link[] = [];
  const add = (from: string, to: string, ready = true): void => {
    links.push({ from, to, ready });
  };
  for (const client of input.clients) for (const to of targetsOf(client, input)) add(`client/${client.name}`, to);
  for (const [key, ingress] of input.ingresses)
    for (const service of backendsOf(ingress)) {
      if (input.services.has(service)) add(`ingress/${key}`, `service/${service}`);
    }
  for (const key of input.services.keys())
    for (const [uid, ready] of endpoints.get(key)?.pods ?? []) add(`service/${key}`, `pod/${uid}`, ready);
  return links;
}

/** Keys of the Services that an Ingress sends to, each once. */
export function backendsOf(ingress: Stored<Ingress>): Set<string> {
  const names = [
    ingress.spec?.defaultBackend?.service?.name,
    ...(ingress.spec?.rules ?? []).flatMap((rule) => rule.http?.paths.map((path) => path.backend.service?.name) ?? []),
  ];
  return new Set(names.filter((name) => name !== undefined).map((name) => `${ingress.metadata.namespace}/${name}`));
}

/** Hosts that an Ingress answers for; `*` where it answers for all. */
export function hostsOf(ingress: Stored<Ingress>): string[] {
  const rules = ingress.spec?.rules ?? [];
  return rules.length === 0 ? ['*'] : [...new Set(rules.map((rule) => rule.host || '*'))];
}

function targetsOf(client: TrafficClient, input: LinkInput): Set<string> {
  const targets = new Set<string>();
  for (const { host } of client.targets) {
    let found = false;
    for (const [key, ingress] of input.ingresses) {
      if (!hostsOf(ingress).some((one) => matches(one, host))) continue;
      targets.add(`ingress/${key}`);
      found = true;
    }
    if (found) continue;
    for (const [key, service] of input.services) {
      const { name, namespace } = service.metadata;
      const spec = service.spec;
      const addresses = [spec?.clusterIP, ...(spec?.externalIPs ?? [])];
      addresses.push(...(service.status?.loadBalancer?.ingress ?? []).map((one) => one.ip ?? one.hostname));
      if (host === name || host.startsWith(`${name}.${namespace}`) || addresses.includes(host))
        targets.add(`service/${key}`);
    }
  }
  return targets;
}

/** A rule's host may begin with `*.`, which stands for exactly one label. Source: the IngressRule's documentation. */
function matches(rule: string, host: string): boolean {
  if (rule === '*' || rule === host) return true;
  return rule.startsWith('*.') && host.slice(host.indexOf('.') + 1) === rule.slice(2) && host.indexOf('.') > 0;
}
