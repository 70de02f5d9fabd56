import type { Rect } from '../../scene/geometry.ts';
import type { Rollout } from '../../scene/owners/rollout.ts';
import type { OwnerBox } from '../../scene/scene.ts';
import { drawPlate } from '../draw/drawFront.ts';
import { check, cross, disc, type Glyph } from '../draw/glyphs.ts';
import { inset, isVisible, onScreen, type Paint, roundRect } from '../draw/paint.ts';
import { lineHeight, type TextStyle, textWidth, write } from '../draw/text.ts';
import type { StageColourName } from '../palette.ts';
import { ownersText as t } from './texts.ts';
import { arithmeticOf, countsOf, nameOfOwner, statesOf } from './words.ts';

/** Draws the cards of owners. */
export function drawCards(paint: Paint, owners: readonly OwnerBox[]): void {
  for (const owner of owners) {
    if (!isVisible(paint, owner)) continue;
    if (owner.parent === undefined) drawRoot(paint, owner);
    else drawBranch(paint, owner);
  }
}

const edges: Partial<Record<OwnerBox['facts']['tone'], StageColourName>> = { bad: 'bad', waiting: 'waiting' };

function plate(paint: Paint, owner: OwnerBox): Rect {
  const { context, palette, camera } = paint;
  const rect = onScreen(paint, owner);
  const radius = Math.min(12, 10 * owner.scale * camera.k);
  drawPlate(paint, rect, radius);
  const edge = owner.facts.old ? undefined : edges[owner.facts.tone];
  if (edge) {
    context.beginPath();
    roundRect(context, inset(rect, 0.75), radius);
    context.strokeStyle = palette[edge];
    context.lineWidth = 1.5;
    context.stroke();
  }
  return rect;
}

/** Kind and name with the counts; how the rollout stands; what bounds it. */
function drawRoot(paint: Paint, owner: OwnerBox): void {
  const { palette } = paint;
  const rect = plate(paint, owner);
  const line = lineHeight(paint, 12);
  if (rect.height < 13 * paint.typeScale || rect.width < 36) return;
  const rolling = owner.facts.rollout && owner.facts.rollout.state !== 'complete' ? owner.facts.rollout : undefined;
  const withKind = kindFits(paint, owner, rect.width);
  const states = withKind
    ? statesOf(owner)
    : [...statesOf(owner).map((text) => [owner.ownerKind, text].filter(Boolean).join(' · ')), owner.ownerKind];
  const wanted = rolling ? 4 : states[0] || owner.facts.kept > 0 ? 2 : 1;
  const lines = Math.max(1, Math.min(wanted, Math.floor((rect.height - 6) / line)));
  const spread = Math.min(line * 1.15, (rect.height - 8) / lines);
  const middleOf = (index: number): number => rect.y + rect.height / 2 + (index - (lines - 1) / 2) * spread;
  const pad = rect.width > 150 ? 12 : 6;
  const [left, right] = [rect.x + pad, rect.x + rect.width - pad];
  drawNameLine(paint, owner, { left, right, y: middleOf(0), size: rect.height > 48 ? 13 : 12, withKind });
  if (lines < 2) return;
  const quiet = { size: 12, colour: palette.textQuiet } as const;
  const kept = owner.facts.kept > 0 ? t('kept', { count: owner.facts.kept }) : '';
  const keptWidth = textWidth(paint, kept, quiet);
  const state = states.find((text) => textWidth(paint, text, quiet) <= right - left) ?? states.at(-1) ?? '';
  const colour = rolling ? palette[rolling.state === 'stuck' ? 'bad' : 'waiting'] : palette.textQuiet;
  const taken = write(paint, state, left, middleOf(1), right - left, { ...quiet, colour, weight: rolling ? 500 : 400 });
  if (kept && left + taken + 16 + keptWidth <= right)
    write(paint, kept, right, middleOf(1), keptWidth + 1, { ...quiet, align: 'right' });
  if (!rolling || lines < 3) return;
  const fits = arithmeticOf(owner).find((text) => textWidth(paint, text, quiet) <= right - left);
  if (fits) write(paint, fits, left, middleOf(2), right - left, { ...quiet, colour: palette.text });
  if (lines > 3) drawGauge(paint, rolling, { x: left, y: middleOf(3) - 4, width: right - left, height: 8 });
}

const tones: Readonly<Record<OwnerBox['facts']['tone'], { glyph: Glyph; hollow?: true }>> = {
  bad: { glyph: cross, hollow: true },
  waiting: { glyph: disc, hollow: true },
  quiet: { glyph: disc, hollow: true },
  done: { glyph: check, hollow: true },
  good: { glyph: disc },
};

interface NameLine {
  left: number;
  right: number;
  y: number;
  size: 12 | 13;
  withKind: boolean;
}

function shortCount(owner: OwnerBox): string {
  const { job, ready, desired, current } = owner.facts;
  return countsOf(owner) && (job ? String(job.succeeded) : `${ready}/${desired ?? current}`);
}

/** Whether the kind stands before the name; where there is no room for it, it goes to the line below. */
function kindFits(paint: Paint, owner: OwnerBox, width: number): boolean {
  if (owner.ownerKind === '') return true;
  const style = { size: 13, colour: '' } as const;
  const name = textWidth(paint, owner.name, { ...style, mono: true, weight: 600 });
  const rest = textWidth(paint, `${owner.ownerKind}${shortCount(owner)}`, style);
  return name + rest + 64 <= width;
}

/** `Deployment web`, and at the right how many are ready, with the mark of how it fares. */
function drawNameLine(paint: Paint, owner: OwnerBox, line: NameLine): void {
  const { left, right, y, size, withKind } = line;
  const { palette } = paint;
  const { tone } = owner.facts;
  const name = nameOfOwner(owner);
  const nameStyle: TextStyle = {
    size,
    mono: owner.ownerKind !== '',
    weight: 600,
    colour: palette.text,
    shorten: 'middle',
  };
  const kind = { size: 12, colour: palette.textQuiet } as const;
  const before = withKind && owner.ownerKind !== '' ? textWidth(paint, owner.ownerKind, kind) + 8 : 0;
  const colour = palette[tone === 'good' ? 'textQuiet' : tone];
  const count: TextStyle = { size: 12, weight: 500, align: 'right', colour };
  const room = right - left - 30 - before - textWidth(paint, name, nameStyle);
  const text = [countsOf(owner), shortCount(owner)].find((one) => textWidth(paint, one, count) <= room);
  let end = right;
  if (text) {
    const width = textWidth(paint, text, count);
    write(paint, text, right, y, width + 1, count);
    drawMark(paint, tone, right - width - 11, y);
    end = right - width - 24;
  }
  if (before > 0) write(paint, owner.ownerKind, left, y, before, kind);
  write(paint, name, left + before, y, end - left - before, nameStyle);
}

function drawMark({ context, palette }: Paint, tone: OwnerBox['facts']['tone'], x: number, y: number): void {
  const { glyph, hollow } = tones[tone];
  context.beginPath();
  glyph(context, x, y, 3.5);
  context.fillStyle = context.strokeStyle = palette[tone];
  context.lineWidth = 1.5;
  if (hollow) context.stroke();
  else context.fill();
}

/** A ReplicaSet or Job: its revision and name, and its numbers. */
function drawBranch(paint: Paint, owner: OwnerBox): void {
  const { palette } = paint;
  const rect = plate(paint, owner);
  const line = lineHeight(paint, 12);
  if (rect.height < 13 * paint.typeScale || rect.width < 30) return;
  const { facts } = owner;
  const lines = rect.height >= 2 * line + 4 ? 2 : 1;
  const spread = Math.min(line * 1.15, (rect.height - 6) / lines);
  const middleOf = (index: number): number => rect.y + rect.height / 2 + (index - (lines - 1) / 2) * spread;
  const pad = rect.width > 150 ? 10 : 5;
  const [left, right] = [rect.x + pad, rect.x + rect.width - pad];
  const quiet = { size: 12, colour: palette.textQuiet } as const;
  const revision = facts.revision > 0 ? `#${facts.revision} ${t(facts.old ? 'old' : 'new')}` : '';
  const revisionStyle: TextStyle = {
    ...quiet,
    weight: 500,
    align: 'right',
    colour: facts.old ? palette.textQuiet : palette.text,
  };
  const numbers =
    facts.desired === undefined
      ? countsOf(owner)
      : t('numbers', { desired: facts.desired, current: facts.current, ready: facts.ready });
  const short = facts.desired === undefined ? countsOf(owner) : `${facts.ready}/${facts.desired}`;
  const end = lines === 1 ? short : revision;
  const style = lines === 1 ? { ...quiet, align: 'right' as const } : revisionStyle;
  const need = end === '' ? 0 : textWidth(paint, end, style);
  const fits = need > 0 && need + 40 <= right - left;
  if (fits) write(paint, end, right, middleOf(0), need + 1, style);
  // What tells ReplicaSets of a Deployment apart is the hash at the end of their names.
  write(paint, owner.name, left, middleOf(0), right - left - (fits ? need + 10 : 0), {
    size: 12,
    mono: true,
    weight: 500,
    colour: facts.old ? palette.textQuiet : palette.text,
    shorten: 'middle',
  });
  if (lines === 1) return;
  drawMark(paint, facts.tone, left + 4, middleOf(1));
  const text = textWidth(paint, numbers, quiet) <= right - left - 14 ? numbers : short;
  write(paint, text, left + 14, middleOf(1), right - left - 14, quiet);
}

/**
 * The arithmetic as a gauge: as long as there may be Pods; filled by available ones, then by those that are not; a mark
 * at how many there are to be, and one below which the available ones must not fall.
 */
function drawGauge({ context, palette }: Paint, rollout: Rollout, rect: Rect): void {
  const { most, least, desired, current, available } = rollout;
  const scale = rect.width / Math.max(1, most, current);
  const bar = { ...rect, y: rect.y + 1, height: rect.height - 2 };
  const part = (from: number, to: number): Rect => ({ ...bar, x: bar.x + from * scale, width: (to - from) * scale });
  context.beginPath();
  roundRect(context, bar, 3);
  context.fillStyle = palette.slot;
  context.fill();
  context.beginPath();
  roundRect(context, part(0, available), 3);
  context.fillStyle = palette.goodSolid;
  context.fill();
  if (current > available) {
    context.beginPath();
    roundRect(context, inset(part(available, current), 0.75), 2.5);
    context.strokeStyle = palette.waiting;
    context.lineWidth = 1.5;
    context.stroke();
  }
  context.fillStyle = palette.text;
  for (const at of new Set([least, desired]))
    if (at > 0) context.fillRect(bar.x + at * scale - 0.75, rect.y - 1, 1.5, rect.height + 2);
}
