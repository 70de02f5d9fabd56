import type { Rect } from '../../scene/geometry.ts';
import type { Level } from '../../scene/level.ts';
import type { PodBox } from '../../scene/scene.ts';
import type { Palette } from '../palette.ts';

/** Where the camera stands: screen = world * k + (x, y), in CSS pixels. */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** What every drawing function gets: where and how to draw. */
export interface Paint {
  context: CanvasRenderingContext2D;
  camera: Camera;
  /** Size of the canvas in CSS pixels, and device pixels in one of them. */
  width: number;
  height: number;
  ratio: number;
  palette: Palette;
  /** CSS font families. */
  fonts: { text: string; mono: string };
  /** Text is this much larger than at a desk: 1.6 on a projector. */
  typeScale: number;
  level: Level;
  /** Draws a Pod laid open; absent until that has been loaded. */
  drawNear?: ((paint: Paint, pod: PodBox, rect: Rect) => void) | undefined;
}

/** A rectangle of the world as it lies on the screen, its edges on device pixels so that lines are sharp. */
export function onScreen({ camera, ratio }: Paint, rect: Rect): Rect {
  const snap = (value: number): number => Math.round(value * ratio) / ratio;
  const x = snap(rect.x * camera.k + camera.x);
  const y = snap(rect.y * camera.k + camera.y);
  return {
    x,
    y,
    width: snap((rect.x + rect.width) * camera.k + camera.x) - x,
    height: snap((rect.y + rect.height) * camera.k + camera.y) - y,
  };
}

/** Whether any of a rectangle of the world is to be seen. */
export function isVisible({ camera, width, height }: Paint, rect: Rect): boolean {
  const x = rect.x * camera.k + camera.x;
  const y = rect.y * camera.k + camera.y;
  return x < width && y < height && x + rect.width * camera.k > 0 && y + rect.height * camera.k > 0;
}

/** Draws in world coordinates while `draw` runs; lines are `1 / k` wide for a pixel on the screen. */
export function inWorld({ context, camera, ratio }: Paint, draw: () => void): void {
  const { k, x, y } = camera;
  context.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio);
  draw();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** A rectangle with round corners as a new path, or added to the present one. */
export function roundRect(path: CanvasRenderingContext2D | Path2D, rect: Rect, radius: number): void {
  const { x, y, width, height } = rect;
  // On so small a thing nobody sees round corners, and they cost a third of the frame where there are thousands.
  if (radius === 0 || (radius < 2 && width < 28)) path.rect(x, y, width, height);
  else path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
}

/** The rectangle, smaller by so many pixels on every side. */
export function inset(rect: Rect, by: number): Rect {
  return {
    x: rect.x + by,
    y: rect.y + by,
    width: Math.max(0, rect.width - 2 * by),
    height: Math.max(0, rect.height - 2 * by),
  };
}

/** An outline with a gap in its upper edge, near the right corner: not ready. */
export function gappedRect(path: CanvasRenderingContext2D, rect: Rect, radius: number): void {
  const { x, y, width, height } = rect;
  const r = Math.min(radius, width / 2, height / 2);
  const gap = Math.min(24, width * 0.22);
  const right = x + width;
  const bottom = y + height;
  path.moveTo(right - r - 2, y);
  path.arcTo(right, y, right, bottom, r);
  path.arcTo(right, bottom, x, bottom, r);
  path.arcTo(x, bottom, x, y, r);
  path.arcTo(x, y, right, y, r);
  path.lineTo(right - r - 2 - gap, y);
}
