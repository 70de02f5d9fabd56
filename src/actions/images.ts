import { useDialogs } from '../store/dialogs.ts';
import type { Action, ActionContext } from './action.ts';
import { selectedPod } from './targets.ts';

/** The image that the selected Pod waits for in vain. */
export function missingImage(context: ActionContext): string | undefined {
  const { containerStatuses = [], initContainerStatuses = [] } = selectedPod(context)?.status ?? {};
  const waiting = [...initContainerStatuses, ...containerStatuses].find(({ state }) =>
    isMissing(state?.waiting?.reason),
  );
  return waiting?.image;
}

/** Whether a container waits because its image cannot be pulled. */
export const isMissing = (reason: string | undefined): boolean =>
  reason === 'ErrImagePull' || reason === 'ImagePullBackOff';

export const imageActions: readonly Action[] = [
  {
    id: 'declareImage',
    group: 'node',
    title: 'action.declareImage',
    icon: 'newManifest',
    shortcuts: [],
    enabled: ({ client }) => client?.tank !== undefined,
    run: (context) => useDialogs.setState({ open: 'image', image: missingImage(context) }),
  },
];
