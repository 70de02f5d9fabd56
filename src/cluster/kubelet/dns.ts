import type { Pod, PodSpec } from '../../api/objects.ts';

// What the kubelet writes into a Pod's /etc/resolv.conf and /etc/hosts. Sources: pkg/kubelet/network/dns/dns.go,
// hostsFileContent of kubelet_pods.go; recordings/lifecycle pod-dns-policy.

/** The cluster's DNS, and what the nodes themselves ask. */
const clusterServer = '10.96.0.10';
const nodeServer = '10.255.255.53';
const clusterDomain = 'cluster.local';

interface Resolver {
  searches: string[];
  nameservers: string[];
  options: string[];
}

/** The Pod's /etc/resolv.conf; undefined where it is the usual one, of dnsPolicy ClusterFirst without dnsConfig. */
export function resolvConfOf({ spec, metadata }: Pod): string | undefined {
  const policy = policyOf(spec);
  if (policy === 'ClusterFirst' && !spec?.dnsConfig) return undefined;
  const { nameservers = [], searches = [], options = [] } = spec?.dnsConfig ?? {};
  const resolver = resolverOf(policy, metadata?.namespace ?? '');
  const own = options.map(({ name = '', value }) => (value ? `${name}:${value}` : name));
  const isOwn = (option: string) => options.some(({ name }) => name === option.split(':')[0]);
  const lines = [
    ['search', ...unique([...resolver.searches, ...searches])],
    ...unique([...resolver.nameservers, ...nameservers]).map((server) => ['nameserver', server]),
    ['options', ...resolver.options.filter((option) => !isOwn(option)), ...own],
  ];
  return lines
    .filter(({ length }) => length > 1)
    .map((words) => `${words.join(' ')}\n`)
    .join('');
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

type Policy = 'ClusterFirst' | 'Default' | 'None';

function policyOf(spec: PodSpec | undefined): Policy {
  const policy = spec?.dnsPolicy ?? 'ClusterFirst';
  if (policy === 'None' || policy === 'Default') return policy;
  // In the node's network the cluster's DNS must be asked for by name.
  return policy === 'ClusterFirst' && spec?.hostNetwork ? 'Default' : 'ClusterFirst';
}

function resolverOf(policy: Policy, namespace: string): Resolver {
  if (policy === 'None') return { searches: [], nameservers: [], options: [] };
  if (policy === 'Default') return { searches: [], nameservers: [nodeServer], options: [] };
  return {
    searches: [`${namespace}.svc.${clusterDomain}`, `svc.${clusterDomain}`, clusterDomain],
    nameservers: [clusterServer],
    options: ['ndots:5'],
  };
}

/** The Pod's /etc/hosts; undefined where it is the usual one. */
export function hostsOf({ spec, metadata }: Pod, ip: string): string | undefined {
  const { hostAliases = [], subdomain, hostname } = spec ?? {};
  if (hostAliases.length === 0 && !subdomain) return undefined;
  const name = hostname || (metadata?.name ?? '');
  const domain = subdomain && `${subdomain}.${metadata?.namespace}.svc.${clusterDomain}`;
  const lines = [
    '# Kubernetes-managed hosts file.',
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    'fe00::0\tip6-localnet',
    'fe00::0\tip6-mcastprefix',
    'fe00::1\tip6-allnodes',
    'fe00::2\tip6-allrouters',
    domain ? `${ip}\t${name}.${domain}\t${name}` : `${ip}\t${name}`,
    ...(hostAliases.length > 0 ? ['', '# Entries added by HostAliases.'] : []),
    ...hostAliases.map((alias) => [alias.ip, ...(alias.hostnames ?? [])].join('\t')),
  ];
  return `${lines.join('\n')}\n`;
}
