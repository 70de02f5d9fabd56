import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type EventFromLogic,
  type InputFrom,
} from 'xstate';
import type { Milliseconds } from '../../world/queue.ts';
import type { MachineMoment, StateValue } from '../state.ts';
import { machines } from './registry.ts';

type Machines = typeof machines;
export type MachineName = keyof Machines;
type ContextOf<Name extends MachineName> = ReturnType<Machines[Name]['getInitialSnapshot']>['context'];
export type EventOf<Name extends MachineName> = EventFromLogic<Machines[Name]>;
export type MomentOf<Name extends MachineName> = MachineMoment<ContextOf<Name>, Name>;

// `transition()` of xstate makes an actor for each call (20 microseconds). The machines start nothing and send
// nothing, so one scope that leads nowhere serves them all (5 to 7 microseconds with resolveState).
let scope: AnyActorScope | undefined;
function nowhere(): AnyActorScope {
  if (!scope) {
    const self = createActor(machines.node);
    const nothing = () => {};
    scope = {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: nothing,
    };
  }
  return scope;
}

// Initial moments by machine and input, and snapshots by machine and state value: both are the same each time, and
// making them is most of what a transition costs.
const beginnings = new Map<string, { value: StateValue; context: object }>();
const templates = new Map<string, AnyMachineSnapshot>();
const mostKept = 2000;

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= mostKept) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}

/** A machine at its beginning. */
export function begin<Name extends MachineName>(
  machine: Name,
  now: Milliseconds,
  input?: InputFrom<Machines[Name]>,
): MomentOf<Name> {
  const { value, context } = kept(beginnings, `${machine} ${JSON.stringify(input)}`, () => {
    const definition: AnyStateMachine = machines[machine];
    return definition.getInitialSnapshot(nowhere(), input);
  });
  return { machine, value, context: context as ContextOf<Name>, since: now };
}

/**
 * The machine after an event: pure. Where the event means nothing in this state the moment itself comes back;
 * `since` changes with the state's value only.
 */
export function advance<Name extends MachineName>(
  moment: MomentOf<Name>,
  event: EventOf<Name>,
  now: Milliseconds,
): MomentOf<Name> {
  const definition: AnyStateMachine = machines[moment.machine];
  const { value, context } = moment;
  const key = `${moment.machine} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  const template = kept(templates, key, () => definition.resolveState({ value: value as never, context: {} }));
  const before = { ...template, context };
  const after = definition.transition(before, event, nowhere());
  if (after === before) return moment;
  const isSame = sameValue(value, after.value);
  return {
    machine: moment.machine,
    value: isSame ? value : (after.value as StateValue),
    context: after.context,
    since: isSame ? moment.since : now,
  };
}

const paths = new Map<string, string[]>();

/** Whether a machine is in a state: `waiting`, `waiting.CrashLoopBackOff`, `worker.Syncing`. */
export function isIn(moment: MachineMoment, path: string): boolean {
  let value: StateValue | undefined = moment.value;
  for (const name of kept(paths, path, () => path.split('.'))) {
    if (typeof value === 'string') return value === name;
    if (!value || !(name in value)) return false;
    value = value[name];
    if (value === undefined) return true;
  }
  return true;
}

function sameValue(a: StateValue | undefined, b: StateValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
}
