import type { ContainerMoment, PodMoment } from '../../store/podHistory.ts';
import { containerTone, failing, type Tone } from '../podFacts.ts';

/** One row of a Pod's history. */
export interface Lane {
  kind: 'phase' | 'condition' | 'container' | 'status';
  name: string;
  spans: LaneSpan[];
}

/** How a lane stood from one change to another: indexes of `changes`; `to` is that of the next, or one past the last. */
export interface LaneSpan {
  from: number;
  to: number;
  word: string;
  tone: Tone;
}

/** A moment at which something in the lanes changed. */
export interface LaneChange {
  at: number;
  /** Of the Pod. */
  revision: number;
  actor?: string;
  /** What was before it was not seen. */
  found: boolean;
  gone: boolean;
  /** What came to stand otherwise. */
  news: { lane: Pick<Lane, 'kind' | 'name'>; from?: string; to: string }[];
}

export interface PodLanes {
  lanes: Lane[];
  changes: LaneChange[];
  /** Changes before these that are not shown. */
  earlier: number;
}

/** More changes than this side by side nobody can tell apart. */
const mostChanges = 60;

const conditionOrder = ['PodScheduled', 'PodReadyToStartContainers', 'Initialized', 'ContainersReady', 'Ready'];

interface Value {
  word: string;
  tone: Tone;
}

/** The lanes of a Pod: phase, conditions, one for each container, STATUS; with the last changes, oldest first. */
export function podLanes(history: readonly PodMoment[], containerNames: readonly string[]): PodLanes {
  const rows = rowsOf(history, containerNames);
  const all = history.map((moment, index): LaneChange => {
    const before = history[index - 1];
    return {
      at: moment.at,
      revision: moment.revision,
      ...(moment.actor !== undefined && { actor: moment.actor }),
      found: moment.found === true,
      gone: moment.gone === true,
      news: rows.flatMap(({ stand, ...lane }) => {
        const from = before && stand(before)?.word;
        const to = stand(moment)?.word;
        return to === undefined || to === from ? [] : [{ lane, to, ...(from !== undefined && { from }) }];
      }),
    };
  });
  const notable = all
    .map((change, index) => ({ change, index }))
    .filter(({ change, index }) => index === 0 || change.news.length > 0 || change.gone);
  const shown = notable.slice(-mostChanges);
  const changes = shown.map(({ change }) => change);
  const lanes = rows.map(({ stand, kind, name }): Lane => {
    const values = shown.map(({ index }) => stand(history[index] as PodMoment));
    return { kind, name, spans: spansOf(values, changes) };
  });
  return { lanes: lanes.filter(({ spans }) => spans.length > 0), changes, earlier: notable.length - shown.length };
}

interface Row extends Pick<Lane, 'kind' | 'name'> {
  stand(moment: PodMoment): Value | undefined;
}

function rowsOf(history: readonly PodMoment[], containerNames: readonly string[]): Row[] {
  const types = new Set(history.flatMap(({ conditions }) => conditions.map(({ type }) => type)));
  const ordered = [...conditionOrder.filter((type) => types.has(type)), ...[...types].filter(isOther)];
  return [
    { kind: 'phase', name: 'phase', stand: ({ phase }) => ({ word: phase, tone: toneOfPhase(phase) }) },
    ...ordered.map((type): Row => ({ kind: 'condition', name: type, stand: (moment) => conditionValue(moment, type) })),
    ...containerNames.map(
      (name): Row => ({
        kind: 'container',
        name,
        stand: ({ containers }) => containerValue(containers.find((one) => one.name === name)),
      }),
    ),
    { kind: 'status', name: 'STATUS', stand: (moment) => ({ word: moment.status, tone: toneOfStatus(moment) }) },
  ];
}

const isOther = (type: string): boolean => !conditionOrder.includes(type);

function conditionValue({ conditions }: PodMoment, type: string): Value | undefined {
  const condition = conditions.find((one) => one.type === type);
  if (!condition) return undefined;
  const { status, reason } = condition;
  const isGood = (status === 'True') === isGoodWhenTrue(type);
  return {
    word: reason === undefined ? status : `${status} (${reason})`,
    tone: status === 'Unknown' ? 'quiet' : isGood ? 'good' : status === 'True' ? 'bad' : 'waiting',
  };
}

/** Of these two the `True` is the bad news. */
const isGoodWhenTrue = (type: string): boolean => type !== 'DisruptionTarget' && type !== 'PodResizePending';

function containerValue(container: ContainerMoment | undefined): Value | undefined {
  if (!container) return undefined;
  const { state, word, ready, exitCode } = container;
  const ended = state === 'terminated' && exitCode !== 0 ? ` (${exitCode})` : '';
  return { word: `${word}${ended}`, tone: containerTone(state, word, ready, exitCode) };
}

function toneOfPhase(phase: string): Tone {
  if (phase === 'Running') return 'good';
  if (phase === 'Succeeded') return 'done';
  if (phase === 'Failed') return 'bad';
  return phase === 'Unknown' ? 'quiet' : 'waiting';
}

function toneOfStatus({ status, conditions }: PodMoment): Tone {
  if (status === 'Terminating' || status === 'Unknown') return 'quiet';
  if (failing.test(status)) return 'bad';
  if (status === 'Completed' || status === 'Succeeded') return 'done';
  const isReady = conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  return status === 'Running' && isReady ? 'good' : 'waiting';
}

/** Values in a row become one span; a lane that has not begun, or a Pod that is gone, has none. */
function spansOf(values: readonly (Value | undefined)[], changes: readonly LaneChange[]): LaneSpan[] {
  const spans: LaneSpan[] = [];
  for (const [index, value] of values.entries()) {
    if (!value || changes[index]?.gone) continue;
    const last = spans.at(-1);
    if (last?.to === index && last.word === value.word && last.tone === value.tone) last.to = index + 1;
    else spans.push({ from: index, to: index + 1, ...value });
  }
  return spans;
}
