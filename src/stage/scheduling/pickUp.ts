import type { PodBox } from '../../scene/scene.ts';
import { useCluster } from '../../store/cluster.ts';
import { askAboutNode, beginPlacement, changePlacement, endPlacement, usePlacement } from '../../store/placement.ts';
import { useSelection } from '../../store/selection.ts';
import type { Engine } from '../engine.ts';
import { boxAt } from '../hitTest.ts';

/** Further than this, in CSS pixels, a press on a Pod takes it up. */
const slip = 6;

/** Smaller Pods than this, in CSS pixels, are grains in a picture that one wants to move. */
const smallest = 40;

/** Whether a Pod is of a size to be taken up: neither a grain nor laid open over the whole picture. */
const isHandy = (pod: PodBox, { camera, level }: Engine): boolean =>
  level !== 'near' && pod.width * camera.camera.k >= smallest;

/**
 * Dragging a Pod takes it up and holds it over the nodes; letting go asks about the node there. `moved` is told where
 * the hand is. Returns how to stop.
 */
export function pickUpPods(engine: Engine, moved: (hand: { x: number; y: number } | undefined) => void): () => void {
  const { area } = engine;
  let pressed: { pod: PodBox; x: number; y: number } | undefined;
  let held: PodBox | undefined;

  const pointOf = (event: MouseEvent): { x: number; y: number } => {
    const bounds = area.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const boxUnder = (event: MouseEvent) => {
    const { x, y } = pointOf(event);
    const { camera } = engine.camera;
    return boxAt(engine.scene, { x: (x - camera.x) / camera.k, y: (y - camera.y) / camera.k });
  };
  const nodeUnder = (event: MouseEvent): string | undefined => {
    const box = boxUnder(event);
    return box?.kind === 'node' ? box.key : box?.kind === 'pod' ? box.node : undefined;
  };
  const down = (event: MouseEvent): void => {
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.target instanceof HTMLButtonElement) return;
    const box = boxUnder(event);
    if (box?.kind !== 'pod' || box.facts.terminating || engine.scene.owners || !isHandy(box, engine)) return;
    pressed = { pod: box, x: event.clientX, y: event.clientY };
    // Else the camera would take hold of the whole picture.
    event.stopImmediatePropagation();
  };
  const move = (event: MouseEvent): void => {
    if (pressed && !held && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > slip) {
      const pod = useCluster.getState().pods.get(pressed.pod.key);
      if (pod?.metadata.uid === pressed.pod.uid) {
        held = pressed.pod;
        engine.point(undefined);
        useSelection.getState().hover(undefined);
        void beginPlacement(pod, true);
      }
    }
    if (!held) return;
    event.preventDefault();
    const over = nodeUnder(event);
    if (over !== usePlacement.getState().placement?.over) changePlacement(held.uid, { over });
    moved(pointOf(event));
  };
  const up = (event: MouseEvent): void => {
    pressed = undefined;
    if (!held) return;
    held = undefined;
    moved(undefined);
    // The click that follows is the end of the drag, not a choice.
    const swallow = (click: Event): void => click.stopImmediatePropagation();
    area.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => area.removeEventListener('click', swallow, { capture: true }), 0);
    const node = area.contains(event.target as Node) ? nodeUnder(event) : undefined;
    if (node === undefined) endPlacement();
    else askAboutNode(node);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !held) return;
    held = pressed = undefined;
    moved(undefined);
    endPlacement();
    event.stopPropagation();
  };
  area.addEventListener('mousedown', down, true);
  addEventListener('mousemove', move);
  addEventListener('mouseup', up);
  addEventListener('keydown', key, true);
  return () => {
    area.removeEventListener('mousedown', down, true);
    removeEventListener('mousemove', move);
    removeEventListener('mouseup', up);
    removeEventListener('keydown', key, true);
  };
}
