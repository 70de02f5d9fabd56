import type { Chart, ChartState, ChartTransition } from './chart.ts';
import { statesOf } from './chart.ts';

/** Transitions that bring the same words to the same state, drawn as one arrow from several sources. */
export interface Bundle {
  target: string;
  transitions: ChartTransition[];
  /** Paths, without doubles. */
  sources: string[];
}

/** How each transition of a chart is drawn. */
export interface Arrows {
  /** From a state straight down to the next one, by target. */
  straight: Map<string, Bundle[]>;
  /** Loops at the state that they leave and come back to, or that they do not leave at all; by that state. */
  loops: Map<string, ChartTransition[]>;
  /** All others, by target: along the lane of their sources. */
  aside: Map<string, Bundle[]>;
  /** Each lane by the states that feed it: they have the same transitions drawn aside. */
  lanes: string[][];
}

const add = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};

/** Sorts the transitions of a chart by how they are drawn; each is in exactly one place. */
export function sortArrows({ root, transitions }: Chart): Arrows {
  const loops = new Map<string, ChartTransition[]>();
  const bundles = new Map<string, Bundle>();
  for (const transition of transitions) {
    const { from, to, event, guard } = transition;
    if (to === undefined) {
      add(loops, from, transition);
      continue;
    }
    const id = `${to} ${event} ${guard ?? ''}`;
    const bundle = bundles.get(id);
    if (bundle) {
      bundle.transitions.push(transition);
      if (!bundle.sources.includes(from)) bundle.sources.push(from);
    } else bundles.set(id, { target: to, transitions: [transition], sources: [from] });
  }
  const next = new Map([...statesOf(root)].flatMap(followers));
  const straight = new Map<string, Bundle[]>();
  const aside = new Map<string, Bundle[]>();
  for (const bundle of bundles.values()) {
    const [source = '', second] = bundle.sources;
    if (second === undefined && source === bundle.target) {
      for (const transition of bundle.transitions) add(loops, source, transition);
    } else if (second === undefined && next.get(source) === bundle.target) add(straight, bundle.target, bundle);
    else add(aside, bundle.target, bundle);
  }
  return { straight, loops, aside, lanes: lanesOf([...aside.values()].flat()) };
}

/** Of states that end a rank, the one that stands below: from path to path. */
function followers({ kind, states }: ChartState): [string, string][] {
  if (kind === 'parallel') return [];
  return states.slice(1).flatMap((state, index): [string, string][] => {
    const above = states[index];
    return above?.kind === 'atomic' && state.kind === 'atomic' ? [[above.path, state.path]] : [];
  });
}

/** Sources with the very same bundles share a lane. */
function lanesOf(bundles: readonly Bundle[]): string[][] {
  const fed = new Map<string, number[]>();
  for (const [index, { sources }] of bundles.entries()) for (const source of sources) add(fed, source, index);
  const lanes = new Map<string, string[]>();
  for (const [source, indexes] of fed) add(lanes, indexes.join(' '), source);
  return [...lanes.values()];
}
