import { t } from '../../i18n/i18n.ts';
import { nt } from '../../i18n/near.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { PodLayout } from '../../scene/near/layoutPod.ts';
import type { OpenVolume } from '../../scene/near/openPod.ts';
import { drum } from '../draw/glyphs.ts';
import { type Paint, roundRect } from '../draw/paint.ts';
import { write } from '../draw/text.ts';

/** Volumes with their files and who mounts them, each joined to the cards of those containers. */
export function drawVolumes(paint: Paint, { volumes, hiddenVolumes }: PodLayout, pod: Rect): void {
  const { context, palette } = paint;
  context.beginPath();
  for (const { links } of volumes)
    for (const points of links)
      for (const [index, { x, y }] of points.entries()) {
        if (index === 0) context.moveTo(pod.x + x, pod.y + y);
        else context.lineTo(pod.x + x, pod.y + y);
      }
  context.lineWidth = 1.5;
  context.strokeStyle = palette.boxEdge;
  context.stroke();
  for (const [index, { volume, rect, lines }] of volumes.entries()) {
    const last = index === volumes.length - 1;
    drawVolume(paint, volume, { ...rect, x: pod.x + rect.x, y: pod.y + rect.y }, lines, last ? hiddenVolumes : 0);
  }
}

function drawVolume(paint: Paint, volume: OpenVolume, rect: Rect, lines: number, more: number): void {
  const { context, palette } = paint;
  context.beginPath();
  roundRect(context, rect, 5);
  context.fillStyle = palette.box;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.boxEdge;
  context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
  const step = (rect.height - 8) / lines;
  const yOf = (index: number): number => rect.y + 4 + step * (index + 0.5);
  const left = rect.x + 9;
  const width = rect.width - 18;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  context.beginPath();
  drum(context, left + 4, yOf(0), 4.5);
  context.strokeStyle = palette.textQuiet;
  context.stroke();
  const source = [volume.source, more > 0 ? t('stage.more', { count: more }) : ''].join('  ').trim();
  const taken = write(paint, source, rect.x + rect.width - 9, yOf(0), width * 0.5, { ...quiet, align: 'right' });
  write(paint, volume.name, left + 14, yOf(0), width - 26 - taken, { ...quiet, weight: 600, colour: palette.text });
  if (lines > 1) write(paint, mountsText(volume), left, yOf(1), width, quiet);
  if (lines > 2) write(paint, filesText(volume), left, yOf(2), width, quiet);
}

/** `web /data, log /var/log ro`. */
export function mountsText({ mountedBy }: OpenVolume): string {
  if (mountedBy.length === 0) return nt('near.mountedByNobody');
  return mountedBy.map(({ container, path, readOnly }) => `${container} ${path}${readOnly ? ' ro' : ''}`).join(', ');
}

/** `a.conf, b.conf +3`. */
export function filesText({ files }: OpenVolume): string {
  if (!files) return '–';
  const { paths, count } = files;
  if (count === 0) return nt('near.noFiles');
  return `${paths.join(', ')}${count > paths.length ? ` +${count - paths.length}` : ''}`;
}
