import type { TrafficClient } from '../cluster/network/state.ts';
import { useTrafficClients } from '../store/traffic.ts';
import type { Action, ActionContext } from './action.ts';

/** The steps of the request rate, per second. */
export const requestRates = [0, 1, 2, 5, 10, 20, 50, 100] as const;

/** The client that is selected, else the first. */
function targetClient({ selected }: ActionContext): TrafficClient | undefined {
  const { clients } = useTrafficClients.getState();
  return (selected?.resource === 'clients' && clients.find(({ name }) => name === selected.key)) || clients[0];
}

/** Sets how many requests a client sends in a second. */
export async function setRequestRate(context: ActionContext, client: string, perSecond: number): Promise<void> {
  await context.client?.tank?.act({ type: 'setRequestRate', client, perSecond });
}

async function change(context: ActionContext, direction: 1 | -1): Promise<void> {
  const client = targetClient(context);
  if (!client) return;
  const rate =
    direction > 0
      ? requestRates.find((step) => step > client.perSecond)
      : requestRates.findLast((step) => step < client.perSecond);
  if (rate !== undefined) await setRequestRate(context, client.name, rate);
}

export const trafficActions: readonly Action[] = [
  {
    id: 'moreRequests',
    group: 'traffic',
    title: 'action.moreRequests',
    icon: 'traffic',
    shortcuts: ['r'],
    enabled: (context) => context.client?.tank !== undefined && (targetClient(context)?.perSecond ?? 100) < 100,
    run: (context) => change(context, 1),
  },
  {
    id: 'fewerRequests',
    group: 'traffic',
    title: 'action.fewerRequests',
    icon: 'traffic',
    shortcuts: ['Shift+r'],
    enabled: (context) => context.client?.tank !== undefined && (targetClient(context)?.perSecond ?? 0) > 0,
    run: (context) => change(context, -1),
  },
];
