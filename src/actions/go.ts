import { endPlacement, usePlacement } from '../store/placement.ts';
import { useSelection } from '../store/selection.ts';
import { stageControls } from '../store/stageControls.ts';
import { useView } from '../store/view.ts';
import type { Action, ActionContext } from './action.ts';

/** Pods in the order in which `next` and `previous` walk: by node, then by name; those without a node first. */
function walk({ cluster }: ActionContext): { key: string; uid: string }[] {
  return [...cluster.pods]
    .map(([key, pod]) => ({ key, uid: pod.metadata.uid, place: `${pod.spec?.nodeName ?? ''} ${key}` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

function move(context: ActionContext, direction: 1 | -1): void {
  const pods = walk(context);
  const at = pods.findIndex(({ key }) => context.selected?.resource === 'pods' && key === context.selected.key);
  const index = at < 0 ? (direction > 0 ? 0 : pods.length - 1) : (at + direction + pods.length) % pods.length;
  const pod = pods[index];
  if (!pod) return;
  useSelection.getState().select({ resource: 'pods', key: pod.key, uid: pod.uid });
  stageControls()?.reveal();
}

const onStage = { enabled: () => true };

export const goActions: readonly Action[] = [
  {
    id: 'nextPod',
    group: 'go',
    title: 'action.nextPod',
    icon: 'next',
    shortcuts: ['n'],
    enabled: ({ cluster }) => cluster.pods.size > 0,
    run: (context) => move(context, 1),
  },
  {
    id: 'previousPod',
    group: 'go',
    title: 'action.previousPod',
    icon: 'previous',
    shortcuts: ['p'],
    enabled: ({ cluster }) => cluster.pods.size > 0,
    run: (context) => move(context, -1),
  },
  {
    id: 'deselect',
    group: 'go',
    title: 'action.deselect',
    icon: 'close',
    shortcuts: ['Escape'],
    enabled: ({ selected, view }) =>
      selected !== undefined || view.presenting || usePlacement.getState().placement !== undefined,
    run({ view }) {
      if (usePlacement.getState().placement) endPlacement();
      else if (view.presenting) useView.setState({ presenting: false });
      else useSelection.getState().select(undefined);
    },
  },
  {
    id: 'fit',
    group: 'go',
    title: 'action.fit',
    icon: 'fit',
    shortcuts: ['f', '0'],
    ...onStage,
    run: () => stageControls()?.fit(),
  },
  {
    id: 'openUp',
    group: 'go',
    title: 'action.openUp',
    icon: 'openUp',
    shortcuts: ['z'],
    enabled: ({ selected }) => selected?.resource === 'pods',
    run: () => stageControls()?.openUp(),
  },
  {
    id: 'zoomIn',
    group: 'go',
    title: 'action.zoomIn',
    icon: 'zoomIn',
    shortcuts: ['+', '='],
    ...onStage,
    run: () => stageControls()?.zoomBy(1.4),
  },
  {
    id: 'zoomOut',
    group: 'go',
    title: 'action.zoomOut',
    icon: 'zoomOut',
    shortcuts: ['-'],
    ...onStage,
    run: () => stageControls()?.zoomBy(1 / 1.4),
  },
];
