import { useEffect, useRef } from 'react';
import type { Box } from '../scene/scene.ts';
import { useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { boxOfReference } from './reference.ts';

/** The rings around what is selected and what is pointed at. They follow the camera without React. */
export function Rings({ engine }: { engine: Engine }) {
  const selectedRing = useRef<HTMLDivElement>(null);
  const hoveredRing = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const { selected, hovered } = useSelection.getState();
      const chosen = boxOfReference(engine.scene, selected);
      const under = boxOfReference(engine.scene, hovered);
      put(selectedRing.current, chosen, engine);
      put(hoveredRing.current, under?.id === chosen?.id ? undefined : under, engine);
    };
    const stops = [engine.watchView(place), useSelection.subscribe(place)];
    place();
    return () => {
      for (const stop of stops) stop();
    };
  }, [engine]);
  return (
    <>
      <div ref={hoveredRing} className="stage-ring stage-ring-hovered" hidden />
      <div ref={selectedRing} className="stage-ring stage-ring-selected" hidden />
    </>
  );
}

/** Distance of a ring from what it is around, in CSS pixels. */
const distance = 3;

function put(ring: HTMLDivElement | null, box: Box | undefined, { camera }: Engine): void {
  if (!ring) return;
  ring.hidden = box === undefined;
  if (!box) return;
  const { k, x, y } = camera.camera;
  ring.style.transform = `translate(${box.x * k + x - distance}px, ${box.y * k + y - distance}px)`;
  ring.style.width = `${box.width * k + 2 * distance}px`;
  ring.style.height = `${box.height * k + 2 * distance}px`;
  ring.style.borderRadius = `${Math.min(14, 4 + box.width * k * 0.05)}px`;
}
