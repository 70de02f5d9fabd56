import { beginPlacement } from '../store/placement.ts';
import type { Action, ActionContext } from './action.ts';
import { send } from './send.ts';
import { selectedContainer, selectedPod, selectedWorkload } from './targets.ts';

async function scale(context: ActionContext, by: 1 | -1): Promise<void> {
  const workload = selectedWorkload(context);
  if (!workload) return;
  const { namespace, name } = workload.object.metadata;
  const replicas = (workload.object.spec?.replicas ?? 1) + by;
  await send(context, {
    verb: 'patch',
    resource: workload.resource,
    ...(namespace !== undefined && { namespace }),
    name,
    subresource: 'scale',
    patchType: 'merge',
    patch: { spec: { replicas } },
  });
}

const replicasOf = (context: ActionContext): number => selectedWorkload(context)?.object.spec?.replicas ?? 0;

/** What one does to Pods and to the workloads that they belong to. */
export const objectActions: readonly Action[] = [
  {
    id: 'whereCouldItGo',
    group: 'object',
    title: 'action.whereCouldItGo',
    icon: 'where',
    shortcuts: ['g'],
    enabled: (context) => context.client?.tank !== undefined && selectedPod(context) !== undefined,
    async run(context) {
      const pod = selectedPod(context);
      if (pod) await beginPlacement(pod, false);
    },
  },
  {
    id: 'deletePod',
    group: 'object',
    title: 'action.deletePod',
    icon: 'trash',
    shortcuts: ['Delete', 'Backspace'],
    enabled: (context) => selectedPod(context) !== undefined,
    async run(context) {
      const metadata = selectedPod(context)?.metadata;
      if (!metadata) return;
      const { namespace, name, uid } = metadata;
      await send(context, {
        verb: 'delete',
        resource: 'pods',
        ...(namespace !== undefined && { namespace }),
        name,
        options: { preconditions: { uid } },
      });
    },
  },
  {
    id: 'killContainer',
    group: 'object',
    title: 'action.killContainer',
    icon: 'kill',
    shortcuts: ['k'],
    enabled: (context) => context.client?.tank !== undefined && selectedContainer(context) !== undefined,
    async run(context) {
      const pod = selectedPod(context)?.metadata;
      const container = selectedContainer(context);
      if (!pod || !container) return;
      await context.client?.tank?.act({
        type: 'killContainer',
        namespace: pod.namespace ?? 'default',
        pod: pod.name,
        container,
      });
    },
  },
  {
    id: 'scaleUp',
    group: 'object',
    title: 'action.scaleUp',
    icon: 'scaleUp',
    shortcuts: ['Shift+ArrowUp'],
    enabled: (context) => selectedWorkload(context) !== undefined,
    run: (context) => scale(context, 1),
  },
  {
    id: 'scaleDown',
    group: 'object',
    title: 'action.scaleDown',
    icon: 'scaleDown',
    shortcuts: ['Shift+ArrowDown'],
    enabled: (context) => replicasOf(context) > 0,
    run: (context) => scale(context, -1),
  },
];
