import type { Probe } from '../../api/objects.ts';
import type { Check } from '../runtime/contract.ts';
import { check, exec } from '../runtime/runtime.ts';
import type { Milliseconds } from '../world/queue.ts';
import { push } from '../world/queue.ts';
import { advance, begin, isIn } from './machines/advance.ts';
import type { ProbeKind } from './machines/probe.ts';
import type { KubeletMessage } from './messages.ts';
import { type ContainerScope, containerNamed, containersIn, type PodScope, say } from './scope.ts';
import type { ContainerRecord, ProbeRecord } from './state.ts';

// The prober's tickers begin this long after the kubelet took up the Pod; a manual run comes this soon.
// Sources: recordings/lifecycle liveness-http, readiness-http-fails.
const tickerDelay = 250;
const manualDelay = 10;

const kinds = ['startup', 'liveness', 'readiness'] as const;
const words = { readiness: 'Readiness', liveness: 'Liveness', startup: 'Startup' } as const;

/** The probes of a container whose Pod the kubelet takes up now. Source: probeManager.AddPod. */
export function newProbes(
  spec: Partial<Record<`${ProbeKind}Probe`, Probe>>,
  role: ContainerScope['role'],
  now: Milliseconds,
): ContainerRecord['probes'] {
  const probes: ContainerRecord['probes'] = {};
  if (role === 'init' || role === 'ephemeral') return probes;
  for (const kind of kinds) {
    const probe = spec[`${kind}Probe`];
    if (!probe) continue;
    const { successThreshold = 1, failureThreshold = 3 } = probe;
    const machine = begin('probe', now, { kind, successThreshold, failureThreshold });
    probes[kind] = { machine, spec: probe, ticksFrom: now + tickerDelay, turn: 0, isRunning: false };
  }
  return probes;
}

/** A container has started: its probes begin anew. Readiness is first asked when the status is computed. */
export function startProbes(scope: PodScope, container: ContainerScope): void {
  for (const kind of kinds) {
    const probe = container.record.probes[kind];
    if (!probe) continue;
    probe.machine = advance(probe.machine, { type: 'CONTAINER_STARTED' }, scope.world.now);
    probe.isRunning = false;
    scheduleTick(scope, container, kind, probe);
  }
}

/** A container has ended: nothing is asked any more, and answers on their way are dropped. */
export function stopProbes({ world }: PodScope, record: ContainerRecord, which: readonly ProbeKind[] = kinds): void {
  for (const kind of which) {
    const probe = record.probes[kind];
    if (!probe) continue;
    probe.machine = advance(probe.machine, { type: 'CONTAINER_STOPPED' }, world.now);
    probe.turn++;
    probe.isRunning = false;
  }
}

/** Runs readiness probes at once where a container runs and is not ready. Source: probeManager.UpdatePodStatus. */
export function probeTheUnready(scope: PodScope): void {
  for (const container of containersIn(scope)) {
    const { record } = container;
    const readiness = record.probes.readiness;
    if (!readiness || readiness.isRunning || !isIn(record.container, 'running')) continue;
    if (isIn(readiness.machine, 'Success') || isHeldByStartup(record)) continue;
    readiness.ticksFrom = scope.world.now + manualDelay;
    scheduleTick(scope, container, 'readiness', readiness);
  }
}

const isHeldByStartup = ({ probes }: ContainerRecord): boolean =>
  probes.startup !== undefined && !isIn(probes.startup.machine, 'Success');

function scheduleTick(
  { world, node, worker }: PodScope,
  { record, spec }: ContainerScope,
  kind: ProbeKind,
  probe: ProbeRecord,
): void {
  probe.turn++;
  const at = nextTick(record, kind, probe, world.now);
  if (at === undefined) return;
  const uid = worker.pod.metadata.uid;
  const message: KubeletMessage = { type: 'probe', node, uid, container: spec.name, kind, turn: probe.turn };
  push(world.queue, at, 'kubelet', message);
}

/** When after `now` a running container is asked; undefined where its present result is final, or another goes first. */
export function nextTick(
  record: ContainerRecord,
  kind: ProbeKind,
  probe: ProbeRecord,
  now: Milliseconds,
): Milliseconds | undefined {
  if (kind !== 'startup' && isHeldByStartup(record)) return undefined;
  if (kind === 'startup' && isIn(probe.machine, 'Success')) return undefined;
  if (kind !== 'readiness' && isIn(probe.machine, 'Failure')) return undefined;
  const period = (probe.spec.periodSeconds ?? 10) * 1000;
  const begins = (record.container.context.startedAt ?? 0) + (probe.spec.initialDelaySeconds ?? 0) * 1000;
  const earliest = Math.max(now + 1, begins);
  return probe.ticksFrom + Math.max(0, Math.ceil((earliest - probe.ticksFrom) / period)) * period;
}

/** A tick: asks the container. */
export function runProbe(scope: PodScope, name: string, kind: ProbeKind, turn: number): void {
  const container = containerNamed(scope, name);
  const probe = container?.record.probes[kind];
  if (!container || !probe || probe.turn !== turn || !isIn(container.record.container, 'running')) return;
  const { world, node, worker } = scope;
  const { containerID = '' } = container.record.container.context;
  const podUid = worker.pod.metadata.uid;
  const id = `probe/${name}/${kind}/${turn}`;
  const timeout = (probe.spec.timeoutSeconds ?? 1) * 1000;
  probe.isRunning = true;
  if (probe.spec.exec) {
    exec(world, node, containerID, probe.spec.exec.command ?? [], { replyTo: 'kubelet', id, podUid, timeout });
    return;
  }
  const what = checkOf(scope, container, probe.spec);
  if (!('error' in what)) {
    check(world, node, podUid, id, what, timeout);
    return;
  }
  // Such a probe says nothing, neither good nor bad.
  probe.isRunning = false;
  const text = `${words[kind]} probe errored and resulted in unknown state: ${what.error}`;
  say(scope, 'Warning', 'Unhealthy', text, container);
  scheduleTick(scope, container, kind, probe);
}

/** The check that a probe or hook asks for; or why its port is none. */
export function checkOf(
  { worker }: PodScope,
  { spec }: ContainerScope,
  { httpGet, tcpSocket, grpc }: Pick<Probe, 'httpGet' | 'tcpSocket' | 'grpc'>,
): Check | { error: string } {
  const ip = worker.sandbox?.ip ?? '';
  const port = portNumber(spec, httpGet?.port ?? tcpSocket?.port ?? grpc?.port);
  if (typeof port === 'string') return { error: port };
  if (grpc) return { kind: 'grpc', host: ip, port, service: grpc.service ?? '' };
  if (!httpGet) return { kind: 'tcp', host: tcpSocket?.host || ip, port };
  return {
    kind: 'http',
    host: httpGet.host || ip,
    port,
    path: httpGet.path ?? '/',
    scheme: httpGet.scheme === 'HTTPS' ? 'HTTPS' : 'HTTP',
    ...(httpGet.httpHeaders && { headers: httpGet.httpHeaders }),
  };
}

/** A port by its number or its name in the container's spec, or Go's error. Source: probe.ResolveContainerPort. */
function portNumber(spec: ContainerScope['spec'], port: unknown): number | string {
  const named = typeof port === 'string' ? spec.ports?.find(({ name }) => name === port)?.containerPort : undefined;
  const number = named ?? Number(port);
  if (!Number.isInteger(number)) return `strconv.Atoi: parsing ${JSON.stringify(port)}: invalid syntax`;
  return number > 0 && number < 65_536 ? number : `invalid port number: ${number}`;
}

/** The answer to a probe. Gives the probe's kind back where its standing result changed. */
export function takeAnswer(
  scope: PodScope,
  id: string,
  answer: { isSuccess: boolean; output: string; error?: string },
): ProbeKind | undefined {
  const [, name = '', kindText, turn] = id.split('/');
  const kind = kindText as ProbeKind;
  const container = containerNamed(scope, name);
  const probe = container?.record.probes[kind];
  if (!container || !probe || probe.turn !== Number(turn)) return undefined;
  probe.isRunning = false;
  if (!answer.isSuccess) {
    say(scope, 'Warning', 'Unhealthy', `${words[kind]} probe failed: ${answer.output}`, container);
  }
  const before = probe.machine.value;
  probe.machine = advance(
    probe.machine,
    { type: answer.isSuccess ? 'PROBE_SUCCEEDED' : 'PROBE_FAILED' },
    scope.world.now,
  );
  scheduleTick(scope, container, kind, probe);
  if (probe.machine.value === before) return undefined;
  if (kind === 'startup' && isIn(probe.machine, 'Success')) {
    for (const other of ['liveness', 'readiness'] as const) {
      const held = container.record.probes[other];
      if (held) scheduleTick(scope, container, other, held);
    }
  }
  return kind;
}
