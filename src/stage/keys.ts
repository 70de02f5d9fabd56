import { type Direction, neighbourOf } from '../scene/neighbour.ts';
import type { Box, Scene } from '../scene/scene.ts';
import { useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { boxOfReference, referenceOf } from './reference.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Handles a key pressed on the stage; false where it means nothing here. */
export function handleKey(key: string, engine: Engine, modified: boolean): boolean {
  if (modified) return false;
  const smoothly = !engine.motionless();
  const direction = directions[key];
  if (direction) return moveCursor(engine, direction);
  switch (key) {
    case '0':
      engine.camera.fit(engine.scene.bounds, smoothly);
      return true;
    case '+':
    case '=':
      engine.camera.zoomBy(1.4, smoothly);
      return true;
    case '-':
      engine.camera.zoomBy(1 / 1.4, smoothly);
      return true;
    case 'Enter': {
      const { hovered, select } = useSelection.getState();
      if (hovered) select(hovered);
      return hovered !== undefined;
    }
    case 'Escape': {
      const { selected, hovered, select, hover } = useSelection.getState();
      hover(undefined);
      select(undefined);
      return selected !== undefined || hovered !== undefined;
    }
    default:
      return false;
  }
}

function moveCursor(engine: Engine, direction: Direction): boolean {
  const { hovered, selected, hover } = useSelection.getState();
  const { scene, camera } = engine;
  const from = boxOfReference(scene, hovered) ?? boxOfReference(scene, selected);
  let to = from ? neighbourOf(scene, from.id, direction) : firstOf(scene);
  // What is no object cannot be selected: one goes past it.
  while (to && !referenceOf(to)) to = neighbourOf(scene, to.id, direction);
  if (!to) return true;
  hover(referenceOf(to));
  const { k, x, y } = camera.camera;
  const at = { x: (to.x + to.width / 2) * k + x, y: (to.y + to.height / 2) * k + y };
  const { clientWidth, clientHeight } = engine.area;
  const away = (value: number, size: number): number =>
    value < 40 ? size / 2 - value : value > size - 40 ? size / 2 - value : 0;
  const by = { x: away(at.x, clientWidth), y: away(at.y, clientHeight) };
  if (by.x !== 0 || by.y !== 0) camera.panBy(by.x, by.y);
  return true;
}

function firstOf(scene: Scene): Box | undefined {
  return (
    scene.clients[0] ??
    scene.ingresses[0] ??
    scene.services[0] ??
    scene.owners?.boxes[0] ??
    scene.nodes[0]?.pods[0] ??
    scene.nodes[0]
  );
}
