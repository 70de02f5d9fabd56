import type { Failure } from '../../api/status.ts';
import { call } from '../../cluster/apiserver/apiserver.ts';
import type { ApiRequest, ApiResponse } from '../../cluster/apiserver/request.ts';
import { startExec, typeInto } from '../../cluster/apiserver/streams.ts';
import { laterParts } from '../../cluster/later/later.ts';
import { tellComponents } from '../../cluster/simulation.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Command } from './command.ts';

/** What became of a command: the API's answer, the number of an exec that has begun, or nothing to say. */
export type Outcome =
  | { kind: 'response'; response: ApiResponse }
  | { kind: 'exec'; started: { id: string } | Failure }
  | { kind: 'done' };

/** Does a command to the world, at its present instant. `number` is what causes in the log will name. */
export function perform(world: World, command: Command, number: number): Outcome {
  const outcome = apply(world, command, number);
  tellComponents(world);
  return outcome;
}

function apply(world: World, command: Command, number: number): Outcome {
  switch (command.kind) {
    case 'request':
      return {
        kind: 'response',
        response: call(world, checked(command.request), { actor: command.actor, command: number }),
      };
    case 'exec':
      return { kind: 'exec', started: startExec(world, command, command.command, command) };
    case 'type':
      typeInto(world, command.id, command.text);
      return { kind: 'done' };
    case 'act':
      laterParts('an action').actions.act(world, command.action);
      return { kind: 'done' };
  }
}

/** What comes from outside is always checked against the schema; how strictly is the client's choice, by default Warn as in Kubernetes. */
function checked(request: ApiRequest): ApiRequest {
  if (request.verb !== 'create' && request.verb !== 'update' && request.verb !== 'patch') return request;
  return { ...request, options: { fieldValidation: 'Warn', ...request.options } };
}
