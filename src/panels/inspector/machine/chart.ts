import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** One state of a chart. The root's path is empty. */
export interface ChartState {
  /** Names from the root downwards, joined by dots. */
  path: string;
  name: string;
  kind: 'atomic' | 'compound' | 'parallel';
  /** Path of the state in which it begins. */
  initial?: string;
  states: ChartState[];
}

export interface ChartTransition {
  from: string;
  /** Undefined where the state stays and only something is noted. */
  to: string | undefined;
  event: string;
  /** `else` for the last of several, when the others' guards have all failed. */
  guard?: string;
}

export interface Chart {
  root: ChartState;
  /** In the order of the definition. */
  transitions: ChartTransition[];
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');

function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return guard.name || 'guard';
  return String((guard as { type: unknown }).type);
}

/** States and transitions of an XState machine as plain data, everything that a picture or a list of it needs. */
export function chartOf(machine: AnyStateMachine): Chart {
  const transitions: ChartTransition[] = [];
  const walk = (node: AnyStateNode): ChartState => {
    for (const [event, choices] of node.transitions) {
      for (const { target, guard } of choices) {
        const name = guardName(guard) ?? (choices.length > 1 ? 'else' : undefined);
        const to = target?.[0] ? pathOf(target[0]) : undefined;
        transitions.push({ from: pathOf(node), to, event, ...(name !== undefined && { guard: name }) });
      }
    }
    const children: AnyStateNode[] = Object.values(node.states);
    const begins = node.type === 'compound' ? node.initial?.target?.[0] : undefined;
    return {
      path: pathOf(node),
      name: node.key,
      kind: node.type === 'parallel' ? 'parallel' : children.length ? 'compound' : 'atomic',
      ...(begins && { initial: pathOf(begins) }),
      states: children.map(walk),
    };
  };
  const root = walk(machine.root);
  return { root, transitions };
}

/** The state and all below it, in the order of the definition. */
export function* statesOf(state: ChartState): Generator<ChartState> {
  yield state;
  for (const child of state.states) yield* statesOf(child);
}
