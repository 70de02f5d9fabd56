import { normaliser } from './normalise.ts';
import { commandsOf, eventsOf, finalsOf, podRows, type Row, same, sequences } from './parts.ts';
import { isHollow, type Recorded } from './recording.ts';

/** One thing in which a played scenario differs from the recorded one. */
export interface Difference {
  part: 'table' | 'events' | 'final' | 'commands' | 'timing';
  key: string;
  recorded: unknown;
  simulated: unknown;
}

export interface Comparison {
  pass: boolean;
  differences: Difference[];
}

/**
 * Compares what a real cluster did with what the simulator did: STATUS rows per Pod, events per object, final status,
 * kubectl's output, and the times of the rows. `unstable` lists parts (`PART KEY`) that a second run on the real
 * cluster did not repeat; they are not counted.
 */
export function compare(recorded: Recorded, simulated: Recorded, unstable: readonly string[] = []): Comparison {
  const [a, b] = [normaliser(recorded), normaliser(simulated)];
  const hollow = isHollow(recorded);
  const end = seconds(recorded.scenario.for);
  const [rowsA, rowsB] = [podRows(recorded, a, hollow), podRows(simulated, b, hollow)];
  const late = timing(rowsA, rowsB);
  const all = [
    ...differ('table', sequences(rowsA, rowsB, end), sequences(rowsB, rowsA, end)),
    ...differ('events', eventsOf(recorded, a, hollow), eventsOf(simulated, b, hollow)),
    ...differ('final', finalsOf(recorded, a, hollow), finalsOf(simulated, b, hollow)),
    ...differ('commands', commandsOf(recorded, a), commandsOf(simulated, b)),
    ...late.differences,
  ];
  const differences = all.filter(({ part, key }) => !unstable.includes(`${part} ${key}`));
  const wrongTimes = differences.filter(({ part }) => part === 'timing').length;
  // Real machines stutter: some rows may come late, but nothing else may differ.
  return { pass: wrongTimes === differences.length && wrongTimes <= 0.15 * late.rows, differences };
}

function differ(
  part: Difference['part'],
  recorded: Record<string, unknown>,
  simulated: Record<string, unknown>,
): Difference[] {
  return [...new Set([...Object.keys(recorded), ...Object.keys(simulated)])]
    .filter((key) => !same(recorded[key], simulated[key]))
    .map((key) => ({ part, key, recorded: recorded[key], simulated: simulated[key] }));
}

/**
 * Every change of a row happens within 2.5 seconds, or a quarter, of the recorded time; when a back-off first shows
 * depends on the kubelet's resync and is left out.
 */
function timing(recorded: Record<string, Row[][]>, simulated: Record<string, Row[][]>) {
  const differences: Difference[] = [];
  let rows = 0;
  for (const [name, pods] of Object.entries(recorded)) {
    const mine = timesByRow(simulated[name] ?? []);
    for (const [row, times] of Object.entries(timesByRow(pods)))
      for (const [index, t] of times.entries()) {
        const at = mine[row]?.[index];
        rows++;
        if (at === undefined || Math.abs(at - t) > Math.max(2.5, 0.25 * t))
          differences.push({ part: 'timing', key: `${name} ${row}`, recorded: t, simulated: at });
      }
  }
  return { rows, differences };
}

function timesByRow(pods: Row[][]): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const [t, ...row] of pods.flat())
    if (!/BackOff$/.test(row[1])) times[row.join(' ')] = [...(times[row.join(' ')] ?? []), t];
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
}

const units: Record<string, number> = { ms: 1e-3, s: 1, m: 60, h: 3600 };

const seconds = (time: string | number): number =>
  typeof time === 'number'
    ? time
    : [...time.matchAll(/([\d.]+)(ms|s|m|h)/g)].reduce(
        (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0),
        0,
      );
