import type { Volume } from '../../api/objects.ts';
import { isIn } from '../kubelet/machines/advance.ts';
import { nextTick } from '../kubelet/probes.ts';
import { type ContainerScope, containersIn, type PodScope, scopeOf } from '../kubelet/scope.ts';
import type { ContainerRecord, ProbeRecord } from '../kubelet/state.ts';
import { commandLine } from '../runtime/programs/processes.ts';
import { usageOf } from '../runtime/runtime.ts';
import type { Container, Sandbox } from '../runtime/state.ts';
import type { World } from '../world/world.ts';
import type { ContainerInside, PodInside, ProbeInside, VolumeInside } from './state.ts';

// More than this nobody can read in a picture.
const mostProcesses = 4;
const mostLines = 8;
const longestLine = 200;
const mostFiles = 8;
const mostTalks = 12;

/** What is going on inside of each of these Pods that some kubelet works on. */
export function podsInside(world: World, uids: readonly string[]): PodInside[] {
  return uids.flatMap((uid) => podInside(world, uid) ?? []);
}

/** What is going on inside of a Pod that some kubelet works on; undefined where none does. */
export function podInside(world: World, uid: string): PodInside | undefined {
  for (const node of world.kubelets.keys()) {
    const scope = scopeOf(world, node, uid);
    if (scope) return inside(scope);
  }
  return undefined;
}

function inside(scope: PodScope): PodInside {
  const { world, node, worker } = scope;
  const { pod } = worker;
  const runtime = world.runtimes.get(node);
  const sandbox = runtime?.sandboxes.get(pod.metadata.uid);
  const own = new Map((sandbox?.containers ?? []).map((id) => [id, runtime?.containers.get(id)]));
  const sockets = sandbox?.hostNetwork ? runtime?.hostSockets : sandbox?.sockets;
  return {
    uid: pod.metadata.uid,
    node,
    hostNetwork: pod.spec?.hostNetwork === true,
    ip: sandbox?.ip ?? '',
    ports: [...(sockets ?? [])]
      .flatMap(([port, socket]) => {
        const container = own.get(socket.container)?.config.name;
        return container === undefined ? [] : [{ port, container, pid: socket.process }];
      })
      .sort((a, b) => a.port - b.port),
    talks: [...(sandbox?.talks?.values() ?? [])].sort((a, b) => b.at - a.at).slice(0, mostTalks),
    containers: containersIn(scope).map((container) => containerInside(scope, container)),
    volumes: (pod.spec?.volumes ?? []).map((volume) => volumeInside(volume, sandbox)),
  };
}

function containerInside(scope: PodScope, container: ContainerScope): ContainerInside {
  const { world, node } = scope;
  const { record, spec, role } = container;
  const { containerID = '' } = record.container.context;
  const run = world.runtimes.get(node)?.containers.get(containerID);
  const backOff = backOffOf(scope, container);
  return {
    name: spec.name,
    role,
    processes: processesOf(run),
    log: (run?.log.lines ?? []).slice(-mostLines).map(({ text }) => text.trimEnd().slice(0, longestLine)),
    mounts: (spec.volumeMounts ?? []).map(({ name, mountPath, readOnly = false }) => ({
      volume: name,
      path: mountPath,
      readOnly,
    })),
    probes: Object.values(record.probes).map((probe) => probeInside(world.now, record, probe)),
    ...(run?.state === 'running' && { usage: usageOf(world, node, containerID) }),
    ...(backOff && { backOff }),
    ...(record.stop &&
      isIn(record.container, 'running') && {
        stopping: { from: record.stop.since, until: record.stop.since + record.stop.grace },
      }),
  };
}

function processesOf(run: Container | undefined): ContainerInside['processes'] {
  return [...(run?.processes.values() ?? [])]
    .sort((a, b) => a.id - b.id)
    .slice(0, mostProcesses)
    .map((process) => ({ pid: process.id, command: commandLine(process).slice(0, longestLine) }));
}

/** Source: the same instants as start.ts backs off by. */
function backOffOf({ kubelet, worker }: PodScope, { record, spec }: ContainerScope): ContainerInside['backOff'] {
  if (isIn(record.container, 'waiting.CrashLoopBackOff')) {
    const from = record.container.context.last?.finishedAt;
    return from === undefined || !record.backOff ? undefined : { from, until: from + record.backOff.length };
  }
  if (!isIn(record.container, 'waiting.ImagePullBackOff') && !isIn(record.container, 'waiting.ErrImagePull'))
    return undefined;
  const failed = kubelet.imageBackOffs.get(`${worker.pod.metadata.uid}_${spec.image ?? ''}`);
  return failed && { from: failed.at, until: failed.at + failed.length };
}

function probeInside(now: number, record: ContainerRecord, probe: ProbeRecord): ProbeInside {
  const { kind, last, inARow, successThreshold, failureThreshold } = probe.machine.context;
  const nextAt = isIn(record.container, 'running') ? nextTick(record, kind, probe, now) : undefined;
  return {
    kind,
    standing: probe.machine.value as ProbeInside['standing'],
    last,
    inARow,
    successThreshold,
    failureThreshold,
    ...(nextAt !== undefined && { nextAt }),
    period: (probe.spec.periodSeconds ?? 10) * 1000,
  };
}

function volumeInside(volume: Volume, sandbox: Sandbox | undefined): VolumeInside {
  const { name, ...source } = volume;
  const entries = [...(sandbox?.volumes.get(name) ?? [])].filter(([, { type }]) => type === 'file' || type === 'link');
  return {
    name,
    // A volume without a source is an emptyDir, as the API server has it.
    source: Object.keys(source)[0] ?? 'emptyDir',
    files: entries.slice(0, mostFiles).map(([path]) => path.slice(1)),
    fileCount: entries.length,
  };
}
