import type { Rect } from '../../scene/geometry.ts';
import { layoutPod } from '../../scene/near/layoutPod.ts';
import { openPod } from '../../scene/near/openPod.ts';
import type { PodBox, Scene } from '../../scene/scene.ts';
import { virtualNow } from '../../store/clock.ts';
import { useCluster } from '../../store/cluster.ts';
import { useInside, wantInside } from '../../store/inside.ts';
import { isVisible, type Paint } from '../draw/paint.ts';
import { lineHeight, textWidth } from '../draw/text.ts';
import { drawOpenPod } from './drawOpenPod.ts';
import { type InsideTold, tellInside } from './tellInside.ts';

/** More Pods than this are not asked about at once; at near zoom there is seldom room for as many. */
const mostAsked = 48;
const asker = 'stage';

/** Near zoom: Pods laid open, with what their node tells of them. */
export interface NearStage {
  draw(paint: Paint, pod: PodBox, rect: Rect): void;
  /** The opened Pod in words; undefined until its node was heard of. */
  tell(pod: PodBox): InsideTold | undefined;
  /** Asks for the inside of the Pods that are to be seen, or of none where the zoom is not near. */
  look(paint: Paint, scene: Scene): void;
  /** The picture is gone: nothing is asked any more. */
  leave(): void;
  /** Calls back when something has come. Returns how to stop. */
  watch(changed: () => void): () => void;
}

/** Where a Pod is very large its text is as well, in steps: each step is measured anew. */
const enlarged = (height: number): number => Math.min(1.3, Math.max(1, Math.floor(height / 32) / 10));

export const nearStage: NearStage = {
  draw(onto, box, rect) {
    const paint = { ...onto, typeScale: onto.typeScale * enlarged(rect.height / onto.typeScale) };
    const pod = useCluster.getState().pods.get(box.key);
    if (pod?.metadata.uid !== box.uid) return;
    const open = openPod(pod, useInside.getState().pods.get(box.uid));
    const layout = layoutPod(open, {
      width: rect.width,
      height: rect.height,
      line: lineHeight(paint, 12),
      widthOf: (text) => textWidth(paint, text, { size: 12, mono: true, colour: '' }),
    });
    // In whole seconds, as the inspector counts.
    drawOpenPod(paint, box, open, layout, rect, Math.floor(virtualNow() / 1000) * 1000);
  },
  tell(box) {
    const inside = useInside.getState().pods.get(box.uid);
    const pod = useCluster.getState().pods.get(box.key);
    return inside && pod && tellInside(openPod(pod, inside), virtualNow());
  },
  look(paint, scene) {
    const seen =
      paint.level !== 'near' ? [] : scene.pods.filter((pod) => pod.node !== undefined && isVisible(paint, pod));
    wantInside(
      asker,
      seen.slice(0, mostAsked).map(({ uid }) => uid),
    );
  },
  leave: () => wantInside(asker, []),
  watch: (changed) => useInside.subscribe(changed),
};
