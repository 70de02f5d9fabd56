import type { PodBox, Scene } from '../scene/scene.ts';
import type { Paint } from './draw/paint.ts';
import type { NearStage } from './near/nearStage.ts';
import type { InsideTold } from './near/tellInside.ts';

/** Near zoom as the engine sees it: what draws opened Pods is loaded when somebody first comes so near. */
export interface Near {
  /** Undefined until it is loaded. */
  readonly draw: NearStage['draw'] | undefined;
  /** An opened Pod in words; undefined where the zoom is not near. */
  tell(pod: PodBox): InsideTold | undefined;
  /** Before each frame: which Pods are laid open in it. */
  look(paint: Paint, scene: Scene, now: number): void;
  /** Countdowns are drawn anew with each second of the cluster's time. */
  followTime(now: number): void;
  stop(): void;
}

/** An opened Pod fills so much of the picture, in width or height. */
export const openShare = 0.78;

/** Wall-clock milliseconds: where the cluster's time is fast, seconds are not counted faster than this. */
const shortestSecond = 200;

/** `changed` is called when opened Pods are to be drawn anew. */
export function followNear(changed: () => void): Near {
  let stage: NearStage | undefined;
  let isLoading = false;
  let isNear = false;
  let drawn = { second: 0, wall: 0 };
  let stopWatching: () => void = () => undefined;
  const load = async (): Promise<void> => {
    isLoading = true;
    try {
      stage = (await import('./near/nearStage.ts')).nearStage;
      stopWatching = stage.watch(changed);
      changed();
    } catch (problem) {
      // The next frame at near zoom tries again; until then Pods show what they show at middle zoom.
      console.warn('near zoom', problem);
    }
    isLoading = false;
  };
  return {
    get draw() {
      return stage?.draw;
    },
    tell: (pod) => (isNear ? stage?.tell(pod) : undefined),
    look(paint, scene, now) {
      isNear = paint.level === 'near';
      drawn.second = Math.floor(now / 1000);
      if (isNear && !stage && !isLoading) void load();
      stage?.look(paint, scene);
    },
    followTime(now) {
      if (!isNear || Math.floor(now / 1000) === drawn.second || performance.now() - drawn.wall < shortestSecond) return;
      drawn = { second: Math.floor(now / 1000), wall: performance.now() };
      changed();
    },
    stop() {
      stopWatching();
      stage?.leave();
    },
  };
}
