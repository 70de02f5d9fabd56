import type { Container, Probe } from '../../api/objects.ts';
import type { ProbeInside } from '../../client/client.ts';

/** How a probe stands, and how far it is from a change: `count` of `of` failures (or successes) in a row. */
export interface ProbeCounter {
  kind: ProbeInside['kind'];
  /** Undefined where its node was not heard of. */
  standing?: ProbeInside['standing'];
  /** What is counted. */
  counts: 'Failure' | 'Success';
  /** Never more than `of`: what comes after changes nothing. */
  count: number;
  of: number;
  nextAt?: number;
  period: number;
}

const kinds = ['startup', 'readiness', 'liveness'] as const;

/** The counters of a container's probes, startup first: as its node says, else as the spec begins. */
export function probeCounters(
  spec: Partial<Record<`${(typeof kinds)[number]}Probe`, Probe>> & Pick<Container, 'name'>,
  known: readonly ProbeInside[],
): ProbeCounter[] {
  return kinds.flatMap((kind): ProbeCounter[] => {
    const probe = spec[`${kind}Probe`];
    if (!probe) return [];
    const inside = known.find((one) => one.kind === kind);
    if (inside) return [counter(inside)];
    const period = (probe.periodSeconds ?? 10) * 1000;
    return [{ kind, counts: 'Failure', count: 0, of: probe.failureThreshold ?? 3, period }];
  });
}

function counter(probe: ProbeInside): ProbeCounter {
  const { kind, standing, last, inARow, successThreshold, failureThreshold, nextAt, period } = probe;
  const common = { kind, standing, period, ...(nextAt !== undefined && { nextAt }) };
  if (last === 'Failure')
    return { ...common, counts: 'Failure', count: Math.min(inARow, failureThreshold), of: failureThreshold };
  if (last === 'Success' && standing !== 'Success')
    return { ...common, counts: 'Success', count: Math.min(inARow, successThreshold), of: successThreshold };
  return { ...common, counts: 'Failure', count: 0, of: failureThreshold };
}
