import type { Machine } from '../processes/machine.ts';

/** The kubelet's /etc/hosts, as recorded (pod-dns-policy). Source: kubelet_pods.go, hostsFileContent. */
function hostsFile(machine: Machine): string {
  return (
    machine.container.config.hosts ??
    [
      '# Kubernetes-managed hosts file.',
      '127.0.0.1\tlocalhost',
      '::1\tlocalhost ip6-localhost ip6-loopback',
      'fe00::0\tip6-localnet',
      'fe00::0\tip6-mcastprefix',
      'fe00::1\tip6-allnodes',
      'fe00::2\tip6-allrouters',
      `${machine.sandbox.ip}\t${machine.hostname}`,
      '',
    ].join('\n')
  );
}

/** /etc/resolv.conf of dnsPolicy ClusterFirst, as recorded (pod-dns-policy). */
function resolvConf(machine: Machine): string {
  const { config } = machine.container;
  return (
    config.resolvConf ??
    [
      `search ${config.namespace}.svc.cluster.local svc.cluster.local cluster.local`,
      'nameserver 10.96.0.10',
      'options ndots:5',
      '',
    ].join('\n')
  );
}

/** Files that the kubelet makes, by path: made as they are read. */
export const kubeletFiles: Readonly<Record<string, (machine: Machine) => string>> = {
  '/etc/hostname': (machine) => `${machine.hostname}\n`,
  '/etc/hosts': hostsFile,
  '/etc/resolv.conf': resolvConf,
};
