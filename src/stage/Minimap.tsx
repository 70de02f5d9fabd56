import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../scene/scene.ts';
import type { Engine } from './engine.ts';
import { readPalette } from './palette.ts';

const size = { width: 176, height: 112 };

/** Where one is in the whole, while only a part of it is to be seen. Pressing in it goes there. */
export function Minimap({ engine }: { engine: Engine }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const { scene, camera, area } = engine;
      const { k, x, y } = camera.camera;
      const whole = scene.bounds;
      const all =
        x >= -8 &&
        y >= -8 &&
        whole.width * k + x <= area.clientWidth + 8 &&
        whole.height * k + y <= area.clientHeight + 8;
      setShown(!all);
      if (!all && canvas.current) draw(canvas.current, engine);
    };
    const stop = engine.watchView(look);
    look();
    return stop;
  }, [engine]);
  return (
    <canvas
      ref={canvas}
      className="stage-minimap"
      hidden={!shown}
      onPointerDown={(event) => go(event, engine)}
      onPointerMove={(event) => event.buttons === 1 && go(event, engine)}
    />
  );
}

/** Scale and offset of the whole scene in the map. */
function mapping({ bounds }: Scene): { k: number; x: number; y: number } {
  const k = Math.min((size.width - 12) / bounds.width, (size.height - 12) / bounds.height);
  return { k, x: (size.width - bounds.width * k) / 2, y: (size.height - bounds.height * k) / 2 };
}

function go(event: React.PointerEvent<HTMLCanvasElement>, { scene, camera, area }: Engine): void {
  const bounds = event.currentTarget.getBoundingClientRect();
  const map = mapping(scene);
  const world = {
    x: (event.clientX - bounds.left - map.x) / map.k,
    y: (event.clientY - bounds.top - map.y) / map.k,
  };
  const { k, x, y } = camera.camera;
  camera.panBy(area.clientWidth / 2 - (world.x * k + x), area.clientHeight / 2 - (world.y * k + y));
}

function draw(canvas: HTMLCanvasElement, { scene, camera, area }: Engine): void {
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== size.width * ratio) {
    canvas.width = size.width * ratio;
    canvas.height = size.height * ratio;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  const palette = readPalette(document.documentElement);
  const map = mapping(scene);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  const rect = (box: { x: number; y: number; width: number; height: number }): void =>
    context.fillRect(
      box.x * map.k + map.x,
      box.y * map.k + map.y,
      Math.max(1, box.width * map.k),
      Math.max(1, box.height * map.k),
    );
  context.fillStyle = palette.boxEdge;
  for (const list of [scene.clients, scene.ingresses, scene.services, scene.parts]) for (const box of list) rect(box);
  for (const node of scene.nodes) {
    context.fillStyle = palette.goodSolid;
    rect(node);
    const { bad, waiting } = node.tones;
    const most = Math.max(1, node.pods.length);
    context.fillStyle = palette.waiting;
    if (waiting > 0) rect({ ...node, height: (node.height * (bad + waiting)) / most });
    context.fillStyle = palette.bad;
    if (bad > 0) rect({ ...node, height: (node.height * bad) / most });
  }
  const { k, x, y } = camera.camera;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.strokeRect(
    (-x / k) * map.k + map.x,
    (-y / k) * map.k + map.y,
    (area.clientWidth / k) * map.k,
    (area.clientHeight / k) * map.k,
  );
}
