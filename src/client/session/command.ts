import type { TankAction } from '../../cluster/actions.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';

/** Something done to the cluster from outside. Plain data: with the seed and the scenario, all that a session is made of. */
export type Command =
  | { kind: 'request'; request: ApiRequest; actor: string }
  | { kind: 'exec'; namespace: string; pod: string; container?: string; command: string[] }
  | { kind: 'act'; action: TankAction };

/** A command with the exact instant at which it was done. */
export interface DoneCommand {
  at: number;
  /** `world.steps` at that instant. */
  steps: number;
  command: Command;
}
