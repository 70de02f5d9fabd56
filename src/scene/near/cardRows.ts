import type { Gauge, OpenContainer } from './openPod.ts';
import type { ProbeCounter } from './probeCounter.ts';

/** One line of a container's card. */
export type CardRow =
  | { kind: 'title' | 'image' | 'countdown' | 'exit' | 'ports' }
  | { kind: 'probe'; probe: ProbeCounter }
  | { kind: 'memory' | 'cpu'; gauge: Gauge }
  | { kind: 'process'; pid: number; command: string }
  | { kind: 'talk'; to: string; port: number }
  | { kind: 'mount'; path: string; volume: string; readOnly: boolean }
  | { kind: 'log'; text: string };

/** What goes first where there is no room for all; equal ones in the order of the card. */
const rank = {
  title: 0,
  countdown: 1,
  exit: 2,
  image: 3,
  probe: 4,
  ports: 5,
  firstLog: 6,
  memory: 7,
  cpu: 8,
  process: 9,
  talk: 10,
  mount: 11,
  otherProcess: 12,
  log: 13,
} as const;

/** The lines of a card of so many lines, in the order in which they stand; `told`: what another part of the picture tells. */
export function cardRows(container: OpenContainer, lines: number, told: Told): CardRow[] {
  const all = allRows(container, told);
  const chosen = all
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, Math.max(1, lines))
    .sort((a, b) => a.at - b.at);
  return chosen.map(({ row }) => row);
}

/** Whether a volume is the one with the service account's token, which the API server adds to every Pod. */
export const isToken = (volume: string): boolean => volume.startsWith('kube-api-access-');

/** What plugs in the network's bar and volumes below the cards tell already. */
export interface Told {
  ports: boolean;
  mounts: boolean;
}

interface Ranked {
  row: CardRow;
  rank: number;
}

function allRows(container: OpenContainer, told: Told): Ranked[] {
  const { countdown, exitCode, probes, memory, cpu, processes, talks, mounts, log } = container;
  const rows: Ranked[] = [{ row: { kind: 'title' }, rank: rank.title }];
  rows.push({ row: { kind: 'image' }, rank: rank.image });
  if (countdown) rows.push({ row: { kind: 'countdown' }, rank: rank.countdown });
  if (exitCode !== undefined) rows.push({ row: { kind: 'exit' }, rank: rank.exit });
  if (!told.ports && container.declared.length + container.listening.length > 0)
    rows.push({ row: { kind: 'ports' }, rank: rank.ports });
  for (const probe of probes) rows.push({ row: { kind: 'probe', probe }, rank: rank.probe });
  if (memory) rows.push({ row: { kind: 'memory', gauge: memory }, rank: rank.memory });
  if (cpu) rows.push({ row: { kind: 'cpu', gauge: cpu }, rank: rank.cpu });
  for (const talk of talks) rows.push({ row: { kind: 'talk', ...talk }, rank: rank.talk });
  for (const [index, process] of processes.entries())
    rows.push({ row: { kind: 'process', ...process }, rank: index === 0 ? rank.process : rank.otherProcess });
  // The token of the service account is in every container: that it is there tells nothing.
  const own = told.mounts ? [] : mounts.filter(({ volume }) => !isToken(volume));
  for (const mount of own) rows.push({ row: { kind: 'mount', ...mount }, rank: rank.mount });
  // Of the log the last lines count most.
  for (const [index, text] of log.entries()) {
    const fromEnd = log.length - 1 - index;
    rows.push({ row: { kind: 'log', text }, rank: fromEnd === 0 ? rank.firstLog : rank.log + fromEnd });
  }
  return rows;
}
