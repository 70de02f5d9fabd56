// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createCamera } from './camera.ts';

const bounds = { x: 0, y: 0, width: 2000, height: 1000 };

function stage() {
  const element = document.createElement('div');
  Object.defineProperty(element, 'clientWidth', { value: 1000 });
  Object.defineProperty(element, 'clientHeight', { value: 800 });
  const moved = vi.fn();
  return { camera: createCamera(element, moved), moved };
}

describe('the camera', () => {
  it('shows everything in the middle', () => {
    const { camera } = stage();
    camera.fit(bounds, false);
    const { k, x, y } = camera.camera;
    expect(k * 2000).toBeLessThan(1000);
    expect(k * 2000).toBeGreaterThan(900);
    expect(x + k * 1000).toBeCloseTo(500);
    expect(y + k * 500).toBeCloseTo(400);
    expect(camera.showsAll).toBe(true);
  });

  it('does not blow up what is small', () => {
    const { camera } = stage();
    camera.fit({ x: 0, y: 0, width: 10, height: 10 }, false);
    expect(camera.camera.k).toBeLessThan(2);
  });

  it('moves smoothly by the clock of the wall, to where it was told', () => {
    const { camera, moved } = stage();
    camera.fit(bounds, false);
    const before = camera.camera.k;
    camera.show({ x: 100, y: 100, width: 100, height: 100 }, 0.5, true);
    expect(camera.camera.k).toBe(before);
    expect(camera.advance(0)).toBe(true);
    expect(camera.advance(200)).toBe(true);
    expect(camera.camera.k).toBeGreaterThan(before);
    expect(camera.advance(1000)).toBe(false);
    const { k, x, y } = camera.camera;
    expect([150 * k + x, 150 * k + y].map(Math.round)).toEqual([500, 400]);
    expect(camera.showsAll).toBe(false);
    expect(moved).toHaveBeenCalled();
  });

  it('keeps the middle in place when it zooms', () => {
    const { camera } = stage();
    camera.fit(bounds, false);
    camera.zoomBy(2, false);
    const { k, x, y } = camera.camera;
    expect([x + k * 1000, y + k * 500].map(Math.round)).toEqual([500, 400]);
  });
});
