import { nt } from '../../i18n/near.ts';
import { isThrough, leftOf, type OpenContainer, type OpenPod } from '../../scene/near/openPod.ts';
import type { ProbeCounter } from '../../scene/near/probeCounter.ts';
import { sayContainer } from '../say.ts';
import { gaugeNumbers } from './drawGauge.ts';
import { filesText, mountsText } from './drawVolumes.ts';
import { countdownText, exitText } from './nearTexts.ts';

/** An opened Pod in words: what each container has in it, and what belongs to the Pod as a whole. */
export interface InsideTold {
  /** By name of the container. */
  containers: ReadonlyMap<string, string[]>;
  pod: string[];
}

/** Says everything that the picture of an opened Pod shows beyond the Pod's and the containers' own lines. */
export function tellInside(open: OpenPod, now: number): InsideTold {
  // Those that are through have no item of their own beside the others.
  const through = open.containers.filter(isThrough).map((container) => sayContainer(container));
  const ports = open.containers.flatMap(({ name, listening }) =>
    listening.map((port) => nt('near.sayPort', { port, container: name })),
  );
  const talks = open.containers.flatMap(({ name, talks: all }) =>
    all.map(({ to, port }) => nt('near.sayTalk', { from: name, to, port })),
  );
  const volumes = open.volumes.map((volume) =>
    nt('near.sayVolume', {
      name: volume.name,
      source: volume.source,
      mounts: mountsText(volume),
      files: filesText(volume),
    }),
  );
  return {
    containers: new Map(open.containers.map((container) => [container.name, tellContainer(container, now)])),
    pod: [...through, ...ports, ...talks, ...volumes],
  };
}

function tellContainer(container: OpenContainer, now: number): string[] {
  const { countdown, exitCode, probes, memory, cpu, processes, log } = container;
  const last = log.at(-1);
  return [
    ...(countdown ? [countdownText(countdown, now)] : []),
    ...(exitCode === undefined ? [] : [exitText(exitCode)]),
    ...probes.map((probe) => probeText(probe, now)),
    ...(memory ? [nt('near.sayMemory', { amount: gaugeNumbers('memory', memory) })] : []),
    ...(cpu ? [nt('near.sayCpu', { amount: gaugeNumbers('cpu', cpu) })] : []),
    ...processes.map((process) => nt('near.sayProcess', process)),
    ...(last === undefined ? [] : [nt('near.sayLog', { text: last })]),
  ];
}

/** `readiness probe, Failure: 2 of 3 failures in a row, asks again in 4 s`. */
export function probeText({ kind, standing, counts, count, of, nextAt }: ProbeCounter, now: number): string {
  const isKnown = standing !== undefined && standing !== 'NoContainer' && standing !== 'Unknown';
  const values = { kind, standing: isKnown ? standing : nt('near.notAsked'), count, of };
  const text = counts === 'Failure' ? nt('near.sayFailures', values) : nt('near.saySuccesses', values);
  if (nextAt === undefined) return text;
  return nt('near.sayNext', { text, seconds: leftOf({ what: 'restart', from: 0, until: nextAt }, now).seconds });
}
