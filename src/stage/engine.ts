import type { TrafficRequest } from '../cluster/network/state.ts';
import { buildScene } from '../scene/buildScene.ts';
import { type Flight, flightAt, flightBetween } from '../scene/flight.ts';
import { noPlaces } from '../scene/keepPlaces.ts';
import { type Level, levelAt } from '../scene/level.ts';
import type { OwnersInput } from '../scene/owners/tree.ts';
import { journeyDuration } from '../scene/particles.ts';
import type { Box, OwnersPicture, PodBox, Scene } from '../scene/scene.ts';
import { isCut, mostTransitions, type Transition, transitionAt, transitionsBetween } from '../scene/transitions.ts';
import { useClock, virtualNow } from '../store/clock.ts';
import { type ClusterField, useCluster } from '../store/cluster.ts';
import { type ControlPlaneMessage, messages } from '../store/messages.ts';
import { useSelection } from '../store/selection.ts';
import { useTankParts } from '../store/tankParts.ts';
import { trafficRequests, useTrafficClients } from '../store/traffic.ts';
import { motionReduced, useView } from '../store/view.ts';
import { byOwners, loadByOwners } from './byOwners.ts';
import { type CameraControl, createCamera } from './camera.ts';
import type { Paint } from './draw/paint.ts';
import { drawMoving } from './drawMoving.ts';
import { drawStatic } from './drawStatic.ts';
import { type Look, readLook, watchLook } from './look.ts';
import { markFirstPod, measureFrame } from './measureFrame.ts';
import type { InsideTold } from './near/tellInside.ts';
import { followNear } from './near.ts';
import { boxOfReference } from './reference.ts';
import { type StageWords, stageWords } from './words.ts';

/** The stage's moving part: one loop that draws what changed, and rests when nothing does. */
export interface Engine {
  readonly area: HTMLElement;
  readonly scene: Scene;
  /** What the pointer is on, also where it is nothing that can be selected. */
  readonly pointed: Box | undefined;
  readonly camera: CameraControl;
  readonly level: Level;
  /** What is drawn of an opened Pod, in words; undefined where the zoom is not near. */
  tellNear(pod: PodBox): InsideTold | undefined;
  /** Calls back after each frame in which the camera or the scene changed. Returns how to stop. */
  watchView(listener: () => void): () => void;
  point(box: Box | undefined): void;
  /** Whether movement is left out. */
  motionless(): boolean;
  /** Draws more than it knows of: for parts that are loaded later. */
  drawAlso(more: DrawnAlso): void;
  /** Draws anew; with `still` all that stands still as well. */
  redraw(still: boolean): void;
  /** Texts may have changed. */
  readWords(): void;
  remove(): void;
}

/** What is drawn besides: onto what stands still, and above all that moves. */
export interface DrawnAlso {
  still(paint: Paint, scene: Scene): void;
  moving(paint: Paint, scene: Scene): void;
}

interface Canvases {
  /** Takes the pointer, and has the size of the stage. */
  area: HTMLElement;
  still: HTMLCanvasElement;
  moving: HTMLCanvasElement;
}

/** Particles are drawn up to this speed of the clock; beyond, they would only flicker: then the numbers tell. */
export const fastestParticles = 5;

/** Messages are looked at for so many virtual milliseconds: a little longer than they are drawn. */
const messagesKept = 1500;

const currentInput = (): OwnersInput => ({
  ...useCluster.getState(),
  clients: useTrafficClients.getState().clients,
  parts: useTankParts.getState(),
});

/** Starts drawing into the canvases. */
export function createEngine({ area, still, moving }: Canvases): Engine {
  let scene = buildScene(currentInput());
  let look: Look = readLook();
  let words: StageWords = stageWords();
  let level: Level = 'middle';
  let transitions: Transition[] = [];
  /** The last scene by nodes, and the last picture by owners: each arrangement comes back as it was. */
  let byNodes = scene;
  let ownersBefore: OwnersPicture | undefined;
  let flight: Flight | undefined;
  let drawnMoving: ReadonlySet<string> = new Set();
  let underWay: TrafficRequest[] = [];
  let recent: ControlPlaneMessage[] = [];
  let versions = { traffic: -1, messages: -1 };
  let lastNow = virtualNow();
  let sceneStale = false;
  let stillStale = true;
  let viewChanged = true;
  let frame = 0;
  let pointed: Box | undefined;
  let also: DrawnAlso | undefined;
  const listeners = new Set<() => void>();

  const request = (): void => {
    frame ||= requestAnimationFrame(draw);
  };
  const camera = createCamera(area, () => {
    stillStale = viewChanged = true;
    request();
  });
  const near = followNear(() => {
    stillStale = viewChanged = true;
    request();
  });
  const motionless = (): boolean => motionReduced(useView.getState().reducedMotion);

  function renewScene(now: number): void {
    const input = currentInput();
    const before = scene;
    const known = byNodes.nodes.some((node) => input.nodes.get(node.key)?.metadata.uid === node.uid);
    const owners = useView.getState().arrangement === 'owners' ? byOwners() : undefined;
    if (owners) {
      scene = owners.buildOwnersScene(input, byNodes, known ? ownersBefore : undefined);
      ownersBefore = scene.owners;
    } else scene = byNodes = buildScene(input, known ? byNodes.places : noPlaces);
    const rearranged = (before.owners === undefined) !== (scene.owners === undefined);
    sceneStale = false;
    stillStale = viewChanged = true;
    const { running, speed } = useClock.getState();
    // A jump in time is no change to be shown, nor is what happens while time stands still.
    const jumped = now < lastNow || now - lastNow > 2000 * speed;
    if (rearranged) {
      transitions = [];
      flight = motionless() ? undefined : flightBetween(before, scene);
      camera.fit(scene.bounds, !motionless());
    } else if (known && running && !jumped && !motionless() && !isCut('move', speed)) {
      const fresh = transitionsBetween(before, scene, now).filter((one) => !isCut(one.kind, speed));
      const replaced = new Set(fresh.map((one) => one.pod.id));
      // Who is still on its way shows what became of it meanwhile.
      const still = transitions.filter((one) => !replaced.has(one.pod.id)).map((one) => withPod(one, scene));
      transitions = still.length + fresh.length > mostTransitions ? still : still.concat(fresh);
    } else transitions = [];
    if (camera.showsAll && boundsDiffer(before, scene)) camera.fit(scene.bounds, known && !motionless());
  }

  function renewRecent(now: number): void {
    if (versions.traffic !== trafficRequests.version || now < lastNow) {
      underWay = [];
      trafficRequests.forEach((one) => {
        if (one.sentAt > now - 60_000) underWay.push(one);
      });
    }
    if (versions.messages !== messages.version || now < lastNow) {
      recent = [];
      messages.forEach((one) => {
        if (one.at >= now - messagesKept) recent.push(one);
      });
    }
    if (recent[0] && recent[0].at < now - messagesKept) recent = recent.filter((one) => one.at >= now - messagesKept);
    versions = { traffic: trafficRequests.version, messages: messages.version };
    const over = (one: TrafficRequest): boolean => one.sentAt + Math.max(5000, journeyDuration(scene, one)) < now;
    if (underWay[0] && over(underWay[0])) underWay = underWay.filter((one) => !over(one));
  }

  function draw(wall: number): void {
    const start = performance.now();
    frame = 0;
    const now = virtualNow();
    const more = camera.advance(wall);
    if (sceneStale) renewScene(now);
    renewRecent(now);
    const { running, speed } = useClock.getState();
    if (!running || now < lastNow) transitions = [];
    transitions = transitions.filter((one) => transitionAt(one, now) !== undefined);
    lastNow = now;
    level = levelAt(camera.camera.k / look.typeScale ** 0.5, level);
    if (flight) flight.start ??= wall;
    const flying = flight && flightAt(flight, scene.pods, wall);
    if (!flying) flight = undefined;
    const movingPods = new Set(flying ? scene.pods.map((pod) => pod.id) : transitions.map((one) => one.pod.id));
    for (const pod of scene.pods) if (pod.facts.terminating) movingPods.add(pod.id);
    if (movingPods.size !== drawnMoving.size || [...movingPods].some((id) => !drawnMoving.has(id))) stillStale = true;
    drawnMoving = movingPods;
    const stillDrawn = stillStale;
    near.look(paintOn(still), scene, now);
    if (stillStale) {
      drawStatic(paintOn(still), scene, movingPods, words);
      also?.still(paintOn(still), scene);
    }
    stillStale = false;
    const inMotion = drawMoving(paintOn(moving), {
      scene,
      now,
      transitions,
      flying,
      requests: underWay,
      messages: recent,
      particles: !motionless() && speed <= fastestParticles,
      selected: boxOfReference(scene, useSelection.getState().selected),
      words,
    });
    also?.moving(paintOn(moving), scene);
    still.style.opacity = inMotion.dimmed ? '0.25' : '1';
    if (viewChanged) for (const listener of listeners) listener();
    viewChanged = false;
    markFirstPod(scene);
    measureFrame(start, stillDrawn);
    if (more || flight || (running && inMotion.goesOn)) request();
  }

  function paintOn(canvas: HTMLCanvasElement): Paint {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser gives no 2D canvas');
    const { k, x, y } = camera.camera;
    return {
      context,
      camera: { k, x, y },
      width: area.clientWidth,
      height: area.clientHeight,
      ratio: devicePixelRatio || 1,
      level,
      drawNear: near.draw,
      ...look,
    };
  }

  function resize(): void {
    const ratio = devicePixelRatio || 1;
    for (const canvas of [still, moving]) {
      canvas.width = Math.round(area.clientWidth * ratio);
      canvas.height = Math.round(area.clientHeight * ratio);
    }
    stillStale = viewChanged = true;
    if (camera.showsAll) camera.fit(scene.bounds, false);
    request();
  }

  const readAgain = (): void => {
    look = readLook();
    stillStale = viewChanged = true;
    request();
  };
  const changed = (): void => {
    sceneStale = true;
    request();
  };
  const rearrange = (): void => {
    if (useView.getState().arrangement === 'owners' && !byOwners()) void loadByOwners().then(changed);
    else changed();
  };
  rearrange();
  const sizes = new ResizeObserver(resize);
  sizes.observe(area);
  const stops = [
    useCluster.subscribe((state, before) => {
      const differs = (field: ClusterField): boolean => state[field] !== before[field];
      if (sceneFields.some(differs) || (scene.owners && ownerFields.some(differs))) changed();
    }),
    useTrafficClients.subscribe(changed),
    useTankParts.subscribe(changed),
    useSelection.subscribe((state, before) => {
      if (state.selected !== before.selected) request();
    }),
    useView.subscribe((view, before) => {
      if (view.arrangement !== before.arrangement) rearrange();
      readAgain();
    }),
    useClock.subscribe((clock) => {
      near.followTime(clock.now);
      const news = versions.traffic !== trafficRequests.version || versions.messages !== messages.version;
      // The page's guess runs ahead of the clock a little; further back is a jump.
      const jumped = clock.now < lastNow - 1000 * clock.speed;
      if (!clock.running || news || jumped || drawnMoving.size > 0) request();
    }),
    watchLook(readAgain),
    () => sizes.disconnect(),
    () => near.stop(),
    () => camera.remove(),
  ];

  return {
    area,
    get pointed() {
      return pointed;
    },
    point(box) {
      if (box?.id === pointed?.id) return;
      pointed = box;
      viewChanged = true;
      request();
    },
    get scene() {
      return scene;
    },
    get level() {
      return level;
    },
    camera,
    tellNear: near.tell,
    watchView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    motionless,
    drawAlso(more) {
      also = more;
      stillStale = true;
      request();
    },
    redraw(all) {
      stillStale ||= all;
      request();
    },
    readWords() {
      words = stageWords();
      stillStale = true;
      request();
    },
    remove() {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    },
  };
}

const sceneFields = ['nodes', 'pods', 'services', 'ingresses', 'endpointSlices'] as const;
const ownerFields = ['deployments', 'replicaSets', 'statefulSets', 'daemonSets', 'jobs', 'cronJobs'] as const;

function boundsDiffer(a: Scene, b: Scene): boolean {
  return a.bounds.width !== b.bounds.width || a.bounds.height !== b.bounds.height;
}

/** The transition with the Pod as it is now, where it is still there. */
function withPod(transition: Transition, scene: Scene): Transition {
  const pod = scene.boxes.get(transition.pod.id);
  return pod?.kind === 'pod' && transition.kind !== 'leave' ? { ...transition, pod } : transition;
}
