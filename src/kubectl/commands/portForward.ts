import type { KubernetesObject, Pod, Service } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { mistake, usageMistake } from '../errors.ts';
import { ask, askList, askObject, type Session, sleep } from '../session.ts';
import { getRequest, readTargets } from '../targets.ts';
import type { Command } from './command.ts';

type StoredPod = Pod & KubernetesObject;

/** Forwards local ports to a Pod until a person interrupts or the Pod is gone. Source: k8s.io/kubectl pkg/cmd/portforward. */
export const portForward: Command = {
  name: 'port-forward',
  flags: [
    { name: 'address', kind: 'text' },
    { name: 'pod-running-timeout', kind: 'duration' },
  ],
  async run(session, { args, flags }) {
    const [target, ...ports] = args;
    if (target === undefined || ports.length === 0)
      throw usageMistake('port-forward', 'TYPE/NAME and list of ports are required for port-forward');
    const [found] = target.includes('/') ? readTargets([target]) : [{ resource: resourceOf('pods'), name: target }];
    if (!found?.name) throw mistake('expected a resource with a name');
    const object = await askObject(session, getRequest(session, found.resource, found.name));
    const pod =
      found.resource.kind === 'Pod'
        ? (object as StoredPod)
        : await podBehind(session, object, flags.number('pod-running-timeout') ?? 60_000);
    const service = found.resource.kind === 'Service' ? (object as Service & KubernetesObject) : undefined;
    const pairs = ports.map((port) => translate(port, pod, service));
    const phase = pod.status?.phase;
    if (phase !== 'Running')
      throw mistake(`unable to forward port because pod is not running. Current status=${phase}`);
    const addresses = flags.text('address')?.split(',') ?? ['127.0.0.1', '[::1]'];
    for (const [local, remote] of pairs)
      for (const address of addresses.map((each) => (each === 'localhost' ? '127.0.0.1' : each)))
        session.out(`Forwarding from ${address}:${local} -> ${remote}\n`);
    await untilGone(session, pod);
    return 0;
  },
};

/** How often it is looked whether the Pod is still there. */
const lookAgain = 1000;

async function untilGone(session: Session, pod: StoredPod): Promise<void> {
  const interrupted = new Promise<void>((resolve) => session.signal?.addEventListener('abort', () => resolve()));
  for (;;) {
    await Promise.race([sleep(session, lookAgain), interrupted]);
    if (session.signal?.aborted) return;
    const now = (await ask(session, getRequest(session, resourceOf('pods'), pod.metadata.name))) as StoredPod;
    if (now.metadata?.uid === pod.metadata.uid && now.status?.phase === 'Running') continue;
    throw mistake('lost connection to pod');
  }
}

/** The first running Pod behind a Service or a controller; as long as there is none it is waited for. */
async function podBehind(session: Session, object: KubernetesObject, patience: number): Promise<StoredPod> {
  const { spec } = object as { spec?: { selector?: Record<string, unknown> } };
  const selector =
    object.kind === 'Service'
      ? spec?.selector && { matchLabels: spec.selector as Record<string, string> }
      : spec?.selector;
  if (!selector) {
    const name = object.metadata.name;
    throw mistake(
      object.kind === 'Service'
        ? `cannot attach to *v1.Service: invalid service '${name}': Service is defined without a selector`
        : `cannot attach to *v1.${object.kind}: selector for *v1.${object.kind} not implemented`,
    );
  }
  const labelSelector = formatLabelSelector(selector);
  for (let waited = 0; ; waited += lookAgain) {
    const pods = (await askList(session, 'pods', { namespace: session.namespace, labelSelector })) as StoredPod[];
    const pod = pods.find(({ status }) => status?.phase === 'Running') ?? pods[0];
    if (pod) return pod;
    if (waited >= patience || session.signal?.aborted) throw mistake('timed out waiting for the condition');
    await sleep(session, Math.min(lookAgain, patience - waited));
  }
}

/** `LOCAL:REMOTE` or one port for both, by number or name; of a Service its port stands for the Pod's. */
function translate(text: string, pod: StoredPod, service: (Service & KubernetesObject) | undefined): [string, string] {
  const parts = text.split(':');
  const remote = remotePort(parts[1] ?? parts[0] ?? '', pod, service);
  const local = parts.length === 1 ? (/^\d+$/.test(parts[0] ?? '') ? (parts[0] ?? '') : remote) : (parts[0] ?? '');
  const given = local === '' ? String(30_000 + (Number(remote) % 20_000)) : local;
  if (!/^\d+$/.test(given))
    throw mistake(`error parsing local port '${given}': strconv.ParseUint: parsing "${given}": invalid syntax`);
  if (Number(given) > 65_535)
    throw mistake(`error parsing local port '${given}': strconv.ParseUint: parsing "${given}": value out of range`);
  return [given, remote];
}

function remotePort(text: string, pod: StoredPod, service: (Service & KubernetesObject) | undefined): string {
  const containers = pod.spec?.containers ?? [];
  const named = (name: string): string | undefined => {
    const port = containers.flatMap(({ ports = [] }) => ports).find((each) => each.name === name)?.containerPort;
    return port === undefined ? undefined : String(port);
  };
  if (service) {
    const port = service.spec?.ports?.find((each) => String(each.port) === text || each.name === text);
    if (!port) throw mistake(`Service ${service.metadata.name} does not have a service port ${text}`);
    const target = port.targetPort ?? port.port;
    const found = typeof target === 'number' ? String(target) : named(target);
    if (found === undefined) throw mistake(`Pod '${pod.metadata.name}' does not have a named port '${target}'`);
    return found;
  }
  if (/^\d+$/.test(text)) return text;
  const found = named(text);
  if (found === undefined) throw mistake(`Pod '${pod.metadata.name}' does not have a named port '${text}'`);
  return found;
}
