import { create } from 'zustand';
import type { ClusterClient, TankParts } from '../client/client.ts';

const well: TankParts = { stopped: [], stoppedKubelets: [], poweredOff: [], cutOff: [], slow: {}, upgrading: {} };

/** Which parts of the simulated cluster are not as they should be, as last asked. */
export const useTankParts = create<TankParts>(() => well);

/** Asks again; the same answer changes nothing. */
export async function askTankParts(client: ClusterClient | undefined): Promise<void> {
  const parts = await client?.tank?.parts();
  if (parts && JSON.stringify(parts) !== JSON.stringify(useTankParts.getState())) useTankParts.setState(parts, true);
}

/** Wall-clock milliseconds from one question to the next, while time runs. */
const period = 400;

/** Asks from now on whenever the clock has moved, though not too often. Returns how to stop. */
export function followTankParts(client: ClusterClient): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    waiting = undefined;
    askTankParts(client).catch((reason: unknown) => console.warn('parts', reason));
  };
  const soon = (): void => {
    waiting ??= setTimeout(ask, period);
  };
  soon();
  const stop = client.clock?.subscribe(soon);
  return () => {
    stop?.();
    clearTimeout(waiting);
  };
}
