import { useMemo } from 'react';
import { say } from '../../../i18n/inspector.ts';
import type { Chart } from './chart.ts';
import { type ArrowLabel, type ChartLayout, layoutChart, type Point, type StateBox } from './layout.ts';

interface Properties {
  chart: Chart;
  title: string;
  /** Paths of the states that it is in. */
  active: ReadonlySet<string>;
  /** The innermost of them, in words. */
  present: string;
  /** Pixels at type scale 1. */
  width: number;
}

/** A statechart with the present state lit, and the ways out of it brighter than the others. */
export function ChartPicture({ chart, title, active, present, width }: Properties) {
  const layout = useMemo(() => layoutChart(chart, width), [chart, width]);
  const isOn = (sources: readonly string[]): boolean => sources.some((source) => active.has(source));
  const order = <T extends { sources: string[] }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => Number(isOn(a.sources)) - Number(isOn(b.sources)));
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ width: `${layout.width / 16}rem`, height: `${layout.height / 16}rem` }}
      role="img"
      aria-label={say('machine.picture', { name: title, state: present })}
    >
      <defs>
        {['chart-tip', 'chart-tip-on'].map((id) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0.5 0.5L7.5 4L0.5 7.5z" className={id} />
          </marker>
        ))}
      </defs>
      {layout.boxes.map((box) => (
        <State key={box.path} box={box} isOn={box.path !== '' && active.has(box.path)} />
      ))}
      <Beginnings layout={layout} />
      {order(layout.wires).map(({ points, tip, sources }) => (
        <path
          key={`${sources} ${pathOf(points)}`}
          className={isOn(sources) ? 'chart-wire chart-on' : 'chart-wire'}
          d={pathOf(points)}
          markerEnd={tip ? `url(#${isOn(sources) ? 'chart-tip-on' : 'chart-tip'})` : undefined}
        />
      ))}
      {order(layout.joints).map(({ x, y, sources }) => (
        <circle
          key={`${x} ${y}`}
          className={isOn(sources) ? 'chart-joint chart-on' : 'chart-joint'}
          cx={x}
          cy={y}
          r="2"
        />
      ))}
      {layout.labels.map((label) => (
        <Label key={`${label.x} ${label.y}`} label={label} isOn={isOn(label.sources)} />
      ))}
    </svg>
  );
}

const radius = 6;

/** A line along its corners, these rounded. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((at, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${at.x} ${at.y}`;
      if (!after) return `L${at.x} ${at.y}`;
      const [from, to] = [towards(at, before), towards(at, after)];
      return `L${from.x} ${from.y}Q${at.x} ${at.y} ${to.x} ${to.y}`;
    })
    .join('');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length ? Math.min(radius, length / 2) / length : 0;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function State({ box, isOn }: { box: StateBox; isOn: boolean }) {
  const { x, y, width, height, head, path, kind, name } = box;
  const isLeaf = kind === 'atomic';
  const classes = [
    'chart-state',
    isLeaf ? 'chart-leaf' : 'chart-frame',
    isOn ? 'chart-lit' : '',
    path ? '' : 'chart-any',
  ];
  const middle = head.y + Math.min(head.height, 28) / 2;
  return (
    <g className={classes.join(' ')} data-state={path}>
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx={isLeaf ? 6 : 8} />
      {isOn && isLeaf && <circle className="chart-lamp" cx={x + 12} cy={isLeaf ? y + height / 2 : middle} r="4" />}
      <text x={x + (isLeaf ? 22 : 12)} y={(isLeaf ? y + height / 2 : middle) + 4.5}>
        {path ? name : say('machine.any')}
      </text>
      {isOn && isLeaf && (
        <text className="chart-now" x={x + width - 10} y={y + height / 2 + 4.5} textAnchor="end">
          {say('machine.now')}
        </text>
      )}
    </g>
  );
}

function Label({ label: { x, y, width, lines, anchor }, isOn }: { label: ArrowLabel; isOn: boolean }) {
  return (
    <text className={isOn ? 'chart-label chart-on' : 'chart-label'} textAnchor={anchor}>
      {lines.map((text, index) => (
        <tspan key={text} x={anchor === 'end' ? x + width : x} y={y + 12 + index * 16}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** The black dots of the states in which it begins. */
function Beginnings({ layout }: { layout: ChartLayout }) {
  return layout.beginnings.map(({ at, to }) => (
    <g key={`${at.x} ${at.y}`} className="chart-begin">
      <circle cx={at.x} cy={at.y + 3} r="3" />
      <path className="chart-wire" d={pathOf([at, to])} markerEnd="url(#chart-tip)" />
    </g>
  ));
}
