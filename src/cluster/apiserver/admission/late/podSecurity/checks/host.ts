import type { Container } from '../../../../../../api/objects.ts';
import { type Check, containersOf, naming, pluralize, quoted, setters, sorted } from '../check.ts';

/** Nothing of the node's own namespaces. */
export const hostNamespaces: Check = {
  id: 'hostNamespaces',
  level: 'baseline',
  versions: {
    0(spec) {
      const shared = (['hostIPC', 'hostNetwork', 'hostPID'] as const).filter((field) => spec[field]);
      return shared.length > 0 ? { reason: 'host namespaces', detail: shared.join(', ') } : undefined;
    },
  },
};

/** No directories of the node. */
export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: {
    0({ volumes = [] }) {
      const names = volumes.filter(({ hostPath }) => hostPath).map(({ name }) => name);
      const detail = `${pluralize('volume', 'volumes', names.length)} ${quoted(names)}`;
      return names.length > 0 ? { reason: 'hostPath volumes', detail } : undefined;
    },
  },
};

/** No ports of the node. */
export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  versions: {
    0(spec) {
      const bad = containersOf(spec).filter(({ ports }) => ports?.some(({ hostPort }) => hostPort));
      if (bad.length === 0) return undefined;
      const ports = sorted(
        bad.flatMap((one) => (one.ports ?? []).flatMap(({ hostPort }) => (hostPort ? [String(hostPort)] : []))),
      );
      const verb = pluralize('uses', 'use', bad.length);
      const what = pluralize('hostPort', 'hostPorts', ports.length);
      return { reason: 'hostPort', detail: `${naming(bad)} ${verb} ${what} ${ports.join(', ')}` };
    },
  },
};

type Handler = { httpGet?: { host?: string }; tcpSocket?: { host?: string } } | undefined;

function hostsOf({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container): string[] {
  const handlers: Handler[] = [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop];
  return handlers
    .flatMap((one) => [one?.httpGet?.host, one?.tcpSocket?.host])
    .filter((host): host is string => Boolean(host));
}

/** Probes and hooks go to the Pod itself. */
export const hostProbesAndHostLifecycle: Check = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: {
    34(spec) {
      const bad = containersOf(spec).filter((container) => hostsOf(container).length > 0);
      if (bad.length === 0) return undefined;
      const names = sorted(bad.map(({ name }) => name));
      const hosts = sorted(bad.flatMap(hostsOf));
      const verb = pluralize('uses', 'use', names.length);
      const what = pluralize('probe or lifecycle host', 'probe or lifecycle hosts', hosts.length);
      return {
        reason: 'probe or lifecycle host',
        detail: `${naming(names.map((name) => ({ name })))} ${verb} ${what} ${quoted(hosts)}`,
      };
    },
  },
};

/** No processes of a Windows node itself. */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: {
    0(spec) {
      const isPod = spec.securityContext?.windowsOptions?.hostProcess === true;
      const bad = containersOf(spec).filter(({ securityContext }) => securityContext?.windowsOptions?.hostProcess);
      const who = setters(isPod, bad);
      const detail = `${who} must not set securityContext.windowsOptions.hostProcess=true`;
      return who ? { reason: 'hostProcess', detail } : undefined;
    },
  },
};
