import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
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

// Initial moments by machine and input: they are the same each time.
const beginnings = new Map<string, { value: StateValue; context: object }>();
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

/** What a set of transitions of XState does wherever it is taken from the same state. */
interface Step {
  transitions: readonly AnyTransitionDefinition[];
  value: StateValue;
  isSame: boolean;
  /** Undefined where an action does more than to assign to the context. */
  assignments: readonly Assignment[] | undefined;
}

type Assignment = object | ((moment: { context: object; event: object }) => object);

/** A machine in a state, with what is known of the ways out of it. */
interface Place {
  machine: MachineName;
  snapshot: AnyMachineSnapshot;
  value: StateValue;
  /** By type of event: the step that is taken whatever the context, or that guards have to be asked. */
  byEvent: Map<string, Step | 'guarded'>;
  steps: Step[];
}

const places = new Map<string, Place>();
/** The same by the value itself: those that come out of a step are shared. */
const placesByValue = new WeakMap<object, Place>();

function placeOf(machine: MachineName, value: StateValue): Place {
  const known = typeof value === 'object' ? placesByValue.get(value) : undefined;
  if (known?.machine === machine) return known;
  const place = kept(places, `${machine} ${typeof value === 'string' ? value : JSON.stringify(value)}`, () => {
    const definition: AnyStateMachine = machines[machine];
    const snapshot = definition.resolveState({ value: value as never, context: {} });
    return { machine, snapshot, value, byEvent: new Map(), steps: [] };
  });
  if (typeof place.value === 'object') placesByValue.set(place.value, place);
  return place;
}

/** What XState does with the event here; without transitions where it means nothing. */
function stepOf(place: Place, context: object, event: { type: string }): Step {
  const known = place.byEvent.get(event.type);
  if (known && known !== 'guarded') return known;
  const definition: AnyStateMachine = machines[place.machine];
  const before = { ...place.snapshot, context };
  const transitions = definition.getTransitionData(before, event);
  let step = place.steps.find((other) => areSame(other.transitions, transitions));
  if (!step) {
    const after = definition.transition(before, event, nowhere());
    const isSame = sameValue(place.value, after.value);
    step = {
      transitions,
      isSame,
      value: isSame ? place.value : placeOf(place.machine, after.value as StateValue).value,
      assignments: assignmentsOf(definition, transitions),
    };
    place.steps.push(step);
  }
  if (!known) {
    const candidates = place.snapshot._nodes.flatMap((node) => node.transitions.get(event.type) ?? []);
    place.byEvent.set(event.type, candidates.some(({ guard }) => guard) ? 'guarded' : step);
  }
  return step;
}

const areSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** The assignments of the transitions' actions in their order. The machines have no actions at entry and exit. */
function assignmentsOf(
  { implementations }: AnyStateMachine,
  transitions: readonly AnyTransitionDefinition[],
): Assignment[] | undefined {
  const found: Assignment[] = [];
  for (const action of transitions.flatMap(({ actions }) => actions)) {
    const name = typeof action === 'object' ? action.type : String(action);
    const made = implementations.actions[name] as { assignment?: Assignment } | undefined;
    const assignment = made?.assignment;
    // Functions for single fields would be called by XState; such an assignment is left to it.
    if (!assignment || (typeof assignment === 'object' && Object.values(assignment).some(isFunction))) return undefined;
    found.push(assignment);
  }
  return found;
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
  // XState decides once what a transition leads to; what it decided is used again
  // (profiled with 3,000 Pods: 45 ms instead of 262).
  const { machine, context, since } = moment;
  const place = placeOf(machine, moment.value);
  const step = stepOf(place, context, event);
  if (step.isSame && step.assignments?.length === 0) return moment;
  const next = { machine, value: step.value, context, since: step.isSame ? since : now };
  if (step.assignments) {
    for (const assignment of step.assignments) {
      const update = typeof assignment === 'function' ? assignment({ context: next.context, event }) : assignment;
      next.context = { ...next.context, ...update };
    }
  } else {
    const definition: AnyStateMachine = machines[machine];
    next.context = definition.transition({ ...place.snapshot, context }, event, nowhere()).context;
  }
  return next;
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
