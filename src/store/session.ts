import { create } from 'zustand';
import type { ClusterClient } from '../client/client.ts';

/** What the page talks to. */
export interface SessionState {
  client: ClusterClient | undefined;
  /** The name of the scenario that the cluster began with. */
  scenario: string;
}

export const useSession = create<SessionState>()(() => ({ client: undefined, scenario: '' }));
