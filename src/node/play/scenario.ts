import type { KubernetesObject, Node, ObjectToWrite } from '../../api/objects.ts';
import type { ImagePlace } from '../../cluster/runtime/contract.ts';

/** A scenario as files hold it: see the README of the recordings. */
export interface Scenario {
  name: string;
  title?: string;
  /** How long it lasts: `12s`. */
  for: string | number;
  watchNodes?: boolean;
  /** Further resources whose watch events are recorded. */
  also?: string[];
  /** Made on a machine with settings of its own: for reading only. */
  reference?: boolean;
  steps: Step[];
  environment?: Environment;
}

/** What there is as the scenario begins. */
export interface Environment {
  /** `hollow...`: containers start at once and run until told to stop. */
  runtime?: string;
  nodes?: (Node & { metadata: { name: string } })[];
  images?: Record<string, ImagePlace>;
  pullSeconds?: number;
  /** An API server alone: nothing reconciles. */
  still?: boolean;
  /** Wall-clock time at which the scenario begins. */
  start?: string;
  /** The second of that minute. */
  secondOfMinute?: number;
}

/** One thing that is done at a time. */
export interface Step {
  at: string | number;
  kubectl?: string;
  stdin?: string;
  /** Questions to kubectl before; their answers stand where `${name}` does. */
  let?: Record<string, string>;
  /** The next step does not wait for the end of this one. */
  background?: boolean;
  cluster?: ClusterFault;
  means?: string;
  /** Put into the store as they stand. */
  objects?: (ObjectToWrite & KubernetesObject)[];
  /** Files of the folder in which kubectl runs. */
  files?: Record<string, string>;
}

export interface ClusterFault {
  powerOff?: string[];
  powerOn?: string[];
  cutOff?: string[];
  reconnect?: string[];
  restartKubelet?: string[];
  labels?: Record<string, string>;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `1m30s`, or of a number of seconds. Throws for other text. */
export function milliseconds(time: string | number): number {
  if (typeof time === 'number') return Math.round(time * 1000);
  const parts = [...time.matchAll(/([\d.]+)(ms|s|m|h)/g)];
  if (parts.map(([whole]) => whole).join('') !== time || parts.length === 0)
    throw new Error(`no length of time: ${time}`);
  return Math.round(parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0), 0));
}

/** The scenario in a file's content: the content itself, or what stands under `scenario` in a recording. Throws for others. */
export function readScenario(content: unknown): Scenario {
  const { scenario } = (content ?? {}) as { scenario?: Scenario };
  const found = scenario ?? (content as Scenario | undefined);
  if (!found || !Array.isArray(found.steps) || !found.name || found.for === undefined)
    throw new Error('a scenario has a name, steps and how long it lasts (for)');
  return found;
}
