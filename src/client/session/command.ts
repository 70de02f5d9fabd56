import type { TankAction } from '../../cluster/actions.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';
import type { ExecInput } from '../../cluster/apiserver/streams.ts';

/** Something done to the cluster from outside. Plain data: with the seed and the scenario, all that a session is made of. */
export type Command =
  | { kind: 'request'; request: ApiRequest; actor: string }
  | ({ kind: 'exec'; namespace: string; pod: string; container?: string; command: string[] } & ExecInput)
  /** Something is typed into a command that runs; without a text its input is closed. */
  | { kind: 'type'; id: string; text?: string }
  | { kind: 'act'; action: TankAction };

/** A command with the exact instant at which it was done. */
export interface DoneCommand {
  at: number;
  /** `world.steps` at that instant. */
  steps: number;
  command: Command;
}
