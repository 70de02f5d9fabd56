import { st } from '../../i18n/scheduling.ts';
import { roomFooter } from '../../scene/room.ts';
import type { NodeBox, Scene } from '../../scene/scene.ts';
import { type NodeRoom, type NodeTags, nodeTags } from '../../scene/scheduling/nodeTags.ts';
import { useCluster } from '../../store/cluster.ts';
import { isVisible, onScreen, type Paint } from '../draw/paint.ts';
import { type TextStyle, textWidth, write } from '../draw/text.ts';
import { roomOf } from './roomOf.ts';

/** At the foot of each node what the scheduler goes by: what is free, zone, taints and labels. Not at far zoom. */
export function drawNodeFooters(paint: Paint, scene: Scene): void {
  if (paint.level === 'far') return;
  for (const node of scene.nodes) if (isVisible(paint, node)) drawFooter(paint, node);
}

/** The foot of a node's room, in world coordinates. */
export const footerOf = (node: NodeBox) => ({
  x: node.x,
  y: node.y + node.height - roomFooter,
  width: node.width,
  height: roomFooter,
});

interface Segment {
  text: string;
  style: TextStyle;
}

const lowestLine = 13;

function drawFooter(paint: Paint, node: NodeBox): void {
  const { nodes } = useCluster.getState();
  const object = nodes.get(node.key);
  if (!object) return;
  const rect = onScreen(paint, footerOf(node));
  const line = Math.max(lowestLine * paint.typeScale, Math.min(rect.height / 2 - 2, 18 * paint.typeScale));
  const lines = Math.min(2, Math.floor(rect.height / line));
  if (lines === 0) return;
  const { free, tags } = segmentsOf(paint, roomOf(node, object), nodeTags(object));
  const rows = lines === 2 && tags.length > 0 ? [free, tags] : [[...free, ...tags]];
  const left = rect.x + Math.max(6, Math.min(20 * paint.camera.k, 20));
  const width = rect.x + rect.width - (left - rect.x) - left;
  for (const [index, row] of rows.entries()) {
    const middle = rect.y + (rect.height - rows.length * line) / 2 + (index + 0.5) * line - 4;
    writeRow(paint, row, left, middle, width);
  }
}

function segmentsOf(paint: Paint, { cpu, memory }: NodeRoom, { zone, taints, labels }: NodeTags) {
  const { palette } = paint;
  const quiet: TextStyle = { size: 12, colour: palette.textQuiet };
  const amounts = st('stage.free', { cpu: cpu.free, ofCpu: cpu.of, memory: memory.free, ofMemory: memory.of });
  const tags: Segment[] = [
    ...taints.map((text) => ({ text, style: { size: 12, mono: true, colour: palette.waiting } as const })),
    ...(zone === undefined ? [] : [{ text: zone, style: { size: 12, mono: true, colour: palette.text } as const }]),
    ...labels.map((text) => ({ text, style: { ...quiet, mono: true } })),
  ];
  return { free: [{ text: amounts, style: quiet }], tags };
}

const gap = 10;

/** Writes what has room; the rest as a number, so that nothing is left out in silence. */
function writeRow(paint: Paint, segments: readonly Segment[], left: number, middle: number, width: number): void {
  const { palette } = paint;
  const rest: TextStyle = { size: 12, colour: palette.textQuiet };
  let x = left;
  for (const [index, { text, style }] of segments.entries()) {
    const behind = segments.length - index - 1;
    const kept = behind > 0 ? gap + textWidth(paint, `+${behind}`, rest) : 0;
    const need = textWidth(paint, text, style);
    const space = left + width - x - kept;
    if (need > space && index > 0) {
      write(paint, `+${behind + 1}`, x, middle, left + width - x, rest);
      return;
    }
    x += write(paint, text, x, middle, space, style) + gap;
  }
}
