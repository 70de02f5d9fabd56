import { type Arrows, type Bundle, sortArrows } from './arrows.ts';
import type { Chart, ChartState, ChartTransition } from './chart.ts';
import { labelOf } from './words.ts';

// States stand below each other in the order of their definition, nested ones inside. At the left run lanes: a state's
// line leaves it at the left, joins its lane, and from there a labelled line goes to each state that it can lead to. A
// transition to the very next state goes straight down; one that comes back to its own state is a loop below it.

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A state: the box itself, or for one with others inside, its frame and the head of it. */
export interface StateBox extends Rectangle {
  path: string;
  name: string;
  kind: ChartState['kind'];
  /** Where its name stands: the whole box, or the head of the frame. */
  head: Rectangle;
}

export interface Wire {
  points: Point[];
  /** An arrow's tip at its end. */
  tip: boolean;
  /** The states that it leads away from. */
  sources: string[];
}

export interface ArrowLabel extends Rectangle {
  lines: string[];
  anchor: 'start' | 'end';
  transitions: ChartTransition[];
  sources: string[];
}

export interface ChartLayout {
  width: number;
  height: number;
  boxes: StateBox[];
  wires: Wire[];
  /** Where a line leaves its lane. */
  joints: (Point & { sources: string[] })[];
  labels: ArrowLabel[];
  /** The black dots of the states in which a machine begins, and the line from each. */
  beginnings: { at: Point; to: Point }[];
}

const laneGap = 10;
const padding = 10;
const boxHeight = 28;
const headHeight = 28;
const line = 16;
const gap = 12;
/** Above a state in which it begins, for the dot and the short line from it. */
const beginRoom = 22;
/** Widths of a letter at 12 px, a little generous: of labels, and of names, which are heavier. */
const letter = 6.2;
const heavyLetter = 7.2;
/** From a box's left edge: the dot of a beginning, a straight arrow, and its labels. */
const beginAt = 10;
const straightAt = 22;
const labelAt = 34;
/** From a box's right edge: where lines come in from above. */
const enterAt = 14;
/** Beyond this a box is not made wider. */
const widest = 280;

const widthOf = (lines: readonly string[]): number => Math.max(...lines.map((text) => text.length)) * letter;

/** The picture of a chart for so many pixels of width. Pure; y grows downwards. */
export function layoutChart(chart: Chart, width: number): ChartLayout {
  const arrows = sortArrows(chart);
  const left = arrows.lanes.length ? 4 + arrows.lanes.length * laneGap : 0;
  const depth = depthOf(chart.root);
  const labelColumn =
    Math.max(0, ...[...arrows.aside.values()].flat().map((bundle) => widthOf([oneLine(bundle)]))) + 24;
  const nameColumn = Math.max(180, ...namesOf(chart.root).map((name) => name.length * heavyLetter + 32));
  const room = width - left - depth * 2 * padding;
  // Where there is room, labels stand at the left of the boxes rather than above them.
  const isWide = room >= labelColumn + nameColumn;
  const drawing = new Drawing(arrows, isWide ? labelColumn : 0);
  const right = isWide ? Math.min(width, left + depth * 2 * padding + labelColumn + widest) : width;
  const bottom = drawing.root(chart.root, left, Math.max(right, left + depth * 2 * padding + nameColumn) - 1);
  drawing.lanes(left);
  return { ...drawing.layout, width: Math.max(right, left + depth * 2 * padding + nameColumn), height: bottom + 2 };
}

const oneLine = ({ transitions: [first] }: Bundle): string => (first ? labelOf(first).join(' ') : '');

/** How many frames stand around the innermost states, the root not counted. */
function depthOf({ states }: ChartState): number {
  return Math.max(0, ...states.map((state) => (state.states.length ? 1 + depthOf(state) : 0)));
}

const namesOf = ({ name, states }: ChartState): string[] => [name, ...states.flatMap(namesOf)];

/** A picture that grows downwards. */
class Drawing {
  readonly layout: Omit<ChartLayout, 'width' | 'height'> = {
    boxes: [],
    wires: [],
    joints: [],
    labels: [],
    beginnings: [],
  };
  readonly #arrows: Arrows;
  readonly #labelColumn: number;
  /** Where each lane is left or joined, by its place in the list of lanes. */
  readonly #touched: number[][];
  /** Where a state's line leaves it. */
  readonly #exits: (Point & { source: string; lane: number })[] = [];
  /** Lines that come from lanes: the height, and how they go on. */
  readonly #entries: { y: number; bundle: Bundle; rest: Point[]; tip: boolean }[] = [];

  constructor(arrows: Arrows, labelColumn: number) {
    this.#arrows = arrows;
    this.#labelColumn = labelColumn;
    this.#touched = arrows.lanes.map(() => []);
  }

  /** The whole; where the root itself has transitions, a box for `any state` stands above all. */
  root(root: ChartState, x: number, right: number): number {
    let y = 1;
    const isSource = this.#laneOf('') >= 0 || this.#arrows.loops.has('');
    if (isSource) {
      const box = { x: x + this.#labelColumn, y, width: right - x - this.#labelColumn, height: boxHeight };
      this.layout.boxes.push({ ...box, path: '', name: '', kind: 'atomic', head: box });
      this.#exit('', box.x, y + boxHeight / 2);
      y = this.#loops('', box, y + boxHeight) + gap;
    }
    return this.#inside(root, x, right, y);
  }

  #inside({ states, initial, kind }: ChartState, x: number, right: number, top: number): number {
    let y = top;
    for (const [index, state] of states.entries()) {
      if (index > 0) y += kind === 'parallel' || state.states.length ? gap : 0;
      y = this.#state(state, x, right, y, state.path === initial);
    }
    return y;
  }

  #state(state: ChartState, x: number, right: number, top: number, begins: boolean): number {
    const isAtomic = state.states.length === 0;
    const beside = isAtomic ? this.#labelColumn : 0;
    const box = { x: x + beside, y: 0, width: right - x - beside, height: boxHeight };
    const aside = this.#arrows.aside.get(state.path) ?? [];
    const straight = this.#arrows.straight.get(state.path) ?? [];
    let y = this.#straight(straight, box, top);
    if (!beside) y = this.#above(aside, box, y);
    if (begins) y += beginRoom;
    else if (y === top) y += 6;
    box.y = y;
    const rowsTop = y;
    const rows = beside ? this.#beside(aside, x, box, rowsTop) : rowsTop;
    const isSource = this.#laneOf(state.path) >= 0;
    if (beside && aside.length) box.height = Math.max(boxHeight, rows - rowsTop + (isSource ? 14 : 6));
    if (begins) {
      this.layout.beginnings.push({ at: { x: box.x + beginAt, y: y - beginRoom + 4 }, to: { x: box.x + beginAt, y } });
    }
    for (const wire of this.#open) wire.points.push({ x: wire.points[0]?.x ?? 0, y });
    this.#open = [];
    if (isAtomic) {
      this.layout.boxes.push({ ...box, path: state.path, name: state.name, kind: state.kind, head: box });
      this.#exit(state.path, box.x, beside && aside.length ? y + box.height - 7 : y + boxHeight / 2);
      this.#lastBottom = y + box.height;
      return this.#loops(state.path, box, y + box.height);
    }
    const head = { ...box, height: headHeight };
    const frame: StateBox = { ...box, path: state.path, name: state.name, kind: state.kind, head };
    this.layout.boxes.push(frame);
    this.#exit(state.path, box.x, y + headHeight / 2);
    const under = this.#loops(state.path, box, y + headHeight);
    const bottom = this.#inside(state, x + padding, right - padding, under) + padding;
    frame.height = bottom - y;
    return bottom;
  }

  #lastBottom = 0;
  /** Lines that go down to a box whose height is not known yet. */
  #open: Wire[] = [];

  #down(wire: Wire): void {
    this.layout.wires.push(wire);
    this.#open.push(wire);
  }

  /** Labels of a straight arrow below each other, right of it. */
  #straight(bundles: readonly Bundle[], box: Rectangle, top: number): number {
    const [first] = bundles;
    if (!first) return top;
    this.#down({ points: [{ x: box.x + straightAt, y: this.#lastBottom }], tip: true, sources: first.sources });
    let y = top + 4;
    for (const bundle of bundles) y = this.#label(bundle, box.x + labelAt, y, box.width - labelAt - enterAt - 8);
    return y + 6;
  }

  /** Lines that come from lanes and enter a box from above, each below its label. */
  #above(bundles: readonly Bundle[], box: Rectangle, top: number): number {
    if (!bundles.length) return top;
    const x = box.x + box.width - enterAt;
    let y = top + 6;
    for (const bundle of bundles) {
      y = this.#label(bundle, box.x + labelAt, y, box.width - labelAt - enterAt - 8) + 2;
      this.#entries.push({ y, bundle, rest: [{ x, y }], tip: false });
      this.#down({ points: [{ x, y }], tip: true, sources: bundle.sources });
      y += 4;
    }
    return y + 6;
  }

  /** Lines that come from lanes and enter a box from the left, each below its label. */
  #beside(bundles: readonly Bundle[], x: number, box: Rectangle, top: number): number {
    let y = top + 2;
    for (const bundle of bundles) {
      y = this.#label(bundle, x + 12, y, Number.POSITIVE_INFINITY) + 2;
      this.#entries.push({ y, bundle, rest: [{ x: box.x, y }], tip: true });
      y += 4;
    }
    return y;
  }

  /** Writes a label, on two lines where one is too long; where it ends. */
  #label(bundle: Bundle, x: number, y: number, room: number): number {
    const [transition] = bundle.transitions;
    if (!transition) return y;
    const parts: readonly string[] = labelOf(transition);
    const whole = parts.join(' ');
    const lines = widthOf([whole]) <= room ? [whole] : [...parts];
    const { transitions, sources } = bundle;
    const height = lines.length * line;
    this.layout.labels.push({ lines, anchor: 'start', x, y, width: widthOf(lines), height, transitions, sources });
    return y + height;
  }

  /** A loop below a box with the words of all that leads back to it. */
  #loops(path: string, box: Rectangle, bottom: number): number {
    const transitions = this.#arrows.loops.get(path) ?? [];
    if (!transitions.length) return bottom;
    const right = box.x + box.width - 12;
    const points = [
      { x: right, y: bottom },
      { x: right, y: bottom + 12 },
      { x: right - 12, y: bottom + 12 },
      { x: right - 12, y: bottom },
    ];
    this.layout.wires.push({ points, tip: true, sources: [path] });
    let y = bottom + 4;
    for (const transition of transitions) {
      const text = labelOf(transition).join(' ');
      const width = widthOf([text]);
      const at = { x: right - 22 - width, y, width, height: line };
      this.layout.labels.push({ ...at, lines: [text], anchor: 'end', transitions: [transition], sources: [path] });
      y += line;
    }
    return y + 2;
  }

  #laneOf(source: string): number {
    return this.#arrows.lanes.findIndex((sources) => sources.includes(source));
  }

  #exit(source: string, x: number, y: number): void {
    const lane = this.#laneOf(source);
    if (lane < 0) return;
    this.#exits.push({ source, lane, x, y });
    this.#touched[lane]?.push(y);
  }

  /** The lanes left of everything, once all heights are known: the longest outermost. */
  lanes(left: number): void {
    const { lanes } = this.#arrows;
    const laneOfBundle = (bundle: Bundle): number[] => [
      ...new Set(bundle.sources.map((source) => this.#laneOf(source))),
    ];
    for (const { y, bundle } of this.#entries) for (const lane of laneOfBundle(bundle)) this.#touched[lane]?.push(y);
    const length = (lane: number): number => {
      const ys = this.#touched[lane] ?? [];
      return Math.max(...ys) - Math.min(...ys);
    };
    const order = lanes.map((_, lane) => lane).sort((a, b) => length(a) - length(b));
    const xOf = (lane: number): number => left - laneGap * (order.indexOf(lane) + 1);
    for (const [lane, sources] of lanes.entries()) {
      const ys = this.#touched[lane] ?? [];
      const x = xOf(lane);
      const points = [
        { x, y: Math.min(...ys) },
        { x, y: Math.max(...ys) },
      ];
      this.layout.wires.push({ points, tip: false, sources });
    }
    for (const { source, lane, x, y } of this.#exits) {
      const points = [
        { x, y },
        { x: xOf(lane), y },
      ];
      this.layout.wires.push({ points, tip: false, sources: [source] });
    }
    for (const { y, bundle, rest, tip } of this.#entries) {
      for (const lane of laneOfBundle(bundle)) {
        const sources = bundle.sources.filter((source) => this.#laneOf(source) === lane);
        this.layout.wires.push({ points: [{ x: xOf(lane), y }, ...rest], tip, sources });
        this.layout.joints.push({ x: xOf(lane), y, sources });
      }
    }
  }
}
