import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildScene } from '../scene/buildScene.ts';
import { generateCluster } from '../scene/testing/generateCluster.ts';
import { useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { handleKey } from './keys.ts';

const scene = buildScene(generateCluster({ nodes: 2, pods: 6, services: 2 }));
const camera = { camera: { k: 1, x: 0, y: 0 }, fit: vi.fn(), zoomBy: vi.fn(), panBy: vi.fn() };
const area = { clientWidth: 1400, clientHeight: 900 };
const engine = { scene, camera, area, motionless: () => true } as object as Engine;
const press = (...keys: string[]): boolean[] => keys.map((key) => handleKey(key, engine, false));

beforeEach(() => {
  useSelection.setState({ selected: undefined, hovered: undefined });
  vi.clearAllMocks();
});

describe('keys on the stage', () => {
  it('move from thing to thing along the way of a request, and Enter selects', () => {
    press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(useSelection.getState().hovered).toMatchObject({ resource: 'services' });
    press('Enter');
    expect(useSelection.getState().selected).toEqual(useSelection.getState().hovered);
    press('Escape');
    expect(useSelection.getState()).toMatchObject({ selected: undefined, hovered: undefined });
  });

  it('bring what is out of sight into view', () => {
    camera.camera.x = -5000;
    press('ArrowDown');
    expect(camera.panBy).toHaveBeenCalledOnce();
    camera.camera.x = 0;
  });

  it('zoom and show all', () => {
    expect(press('0', '+', '-')).toEqual([true, true, true]);
    expect(camera.fit).toHaveBeenCalledWith(scene.bounds, false);
    expect(camera.zoomBy.mock.calls.map(([factor]) => factor > 1)).toEqual([true, false]);
  });

  it('that mean nothing here are left to the page', () => {
    expect(press('x', 'Enter')).toEqual([false, false]);
    expect(handleKey('0', engine, true)).toBe(false);
  });
});
