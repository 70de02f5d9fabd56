import { type Failure, isFailure } from '../../api/status.ts';
import type { RawAnswer } from '../../cluster/apiserver/raw.ts';
import { readExec, readLogs } from '../../cluster/apiserver/streams.ts';
import { podMachines } from '../../cluster/kubelet/state.ts';
import { laterParts } from '../../cluster/later/later.ts';
import { partsOf } from '../../cluster/partsOf.ts';
import { createScenarioWorld } from '../../cluster/scenario/registry.ts';
import { deserialize } from '../../cluster/world/serialize.ts';
import type { World } from '../../cluster/world/world.ts';
import { type ExecAnswer, type ExecRequest, Unreachable } from '../client.ts';
import type { Command } from '../session/command.ts';
import { reached } from '../session/reached.ts';
import { CommandRefused, command, createSession, seek, stepBack, stepChange, stepEvent } from '../session/session.ts';
import { loadLaterParts } from './laterParts.ts';
import { createPacer, type Pacer } from './pacer.ts';
import type { Call, FromWorker, ToWorker } from './protocol.ts';
import { save } from './save.ts';

/** The worker's end of the line to the page. */
export interface Port {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}

/** Wall-clock milliseconds until the later parts are loaded, should none be wanted before. Who wants one tries again. */
const partsAfter = 5_000;
/** Calls that change nothing but how time runs, or only look; all others may need what is loaded later, and wait for it. */
const needsNothing: ReadonlySet<Call['method']> = new Set([
  'play',
  'pause',
  'setSpeed',
  'logs',
  'readExec',
  'machines',
  'attempts',
  'parts',
]);
/** How often a session is saved against the death of its worker (wall-clock milliseconds), and up to how many objects. */
const saveEvery = 15_000;
const savedObjects = 20_000;

/** Serves one simulated cluster to the page at the other end of the port. */
export function serveSimulator(port: Port): void {
  let pacer: Pacer | undefined;
  const begin = (world: World): Pacer => {
    pacer?.stop();
    let saved = performance.now();
    const next = createPacer(createSession(world), (news) => {
      port.postMessage({ kind: 'news', news });
      if (performance.now() - saved < saveEvery || objectsIn(next.session.world) > savedObjects) return;
      saved = performance.now();
      const bytes = save(next.session.world, next.pace());
      port.postMessage({ kind: 'saved', saved: bytes }, [bytes.world]);
    });
    pacer = next;
    setTimeout(() => loadLaterParts().catch(() => undefined), partsAfter);
    return next;
  };
  const answer = async (call: Call): Promise<unknown> => {
    if (call.method === 'begin') return begin(createScenarioWorld(call.scenario, call.seed)).tell();
    if (call.method === 'resume') {
      const { world, running, speed } = call.saved;
      const next = begin(deserialize(new TextDecoder().decode(world)));
      next.setSpeed(speed);
      return running ? undefined : next.pause();
    }
    if (!pacer) throw new Error('there is no cluster yet');
    if (!needsNothing.has(call.method)) await loadLaterParts();
    return answerCall(pacer, call);
  };
  port.addEventListener('message', ({ data: { id, call } }) => {
    answer(call).then(
      (result) => port.postMessage({ kind: 'answer', id, result }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        port.postMessage({ kind: kindOf(error), id, message });
      },
    );
  });
}

function kindOf(error: unknown): 'refused' | 'unreachable' | 'failed' {
  if (error instanceof Unreachable) return 'unreachable';
  return error instanceof CommandRefused ? 'refused' : 'failed';
}

function objectsIn(world: World): number {
  let count = 0;
  for (const objects of world.store.objects.values()) count += objects.size;
  return count;
}

async function answerCall(pacer: Pacer, call: Exclude<Call, { method: 'begin' | 'resume' }>): Promise<unknown> {
  const { session } = pacer;
  // What comes from outside happens now, so first all that is due by now.
  pacer.catchUp();
  switch (call.method) {
    case 'request':
      return perform(pacer, { kind: 'request', request: call.request, actor: 'you' });
    case 'raw':
      return readRaw(reached(session), call);
    case 'act':
      return perform(pacer, { kind: 'act', action: call.action });
    case 'logs':
      return readLogs(reached(session), call.request);
    case 'exec':
      return execute(pacer, call.request);
    case 'openExec':
      return begunExec(pacer, call.request, true);
    case 'type':
      return perform(pacer, { kind: 'type', id: call.id, ...(call.text !== undefined && { text: call.text }) });
    case 'readExec':
      return readExec(reached(session), call.id);
    case 'machines':
      return podMachines(session.world, call.podUid);
    case 'attempts':
      return session.world.scheduler.attempts.get(call.podUid) ?? [];
    case 'whatIf':
      return laterParts('what-if decisions').scheduling.whatIf(session.world, call.about, call.changes);
    case 'inside':
      // Loaded when somebody first looks inside: the picture of the whole needs none of it.
      return (await import('../../cluster/inside/podInside.ts')).podsInside(session.world, call.podUids);
    case 'parts':
      return partsOf(session.world);
    case 'play':
      return pacer.play();
    case 'pause':
      return pacer.pause();
    case 'setSpeed':
      return pacer.setSpeed(call.speed);
    case 'stepEvent':
      return pacer.jump(() => stepEvent(session));
    case 'stepChange':
      return pacer.jump(() => stepChange(session));
    case 'stepBack':
      return pacer.jump(() => stepBack(session));
    case 'seek':
      return pacer.jump(() => seek(session, call.time));
  }
}

/** The documents of the API are loaded when somebody asks for one. */
async function readRaw(world: World, { path, accept }: Extract<Call, { method: 'raw' }>): Promise<RawAnswer> {
  const documents = path.startsWith('/openapi') ? await import('../../api/openapi/documents.ts') : undefined;
  return laterParts('raw answers').reading.raw(world, path, accept, documents?.openApi);
}

function perform(pacer: Pacer, order: Command): unknown {
  const outcome = command(pacer.session, order);
  pacer.tell();
  return outcome.kind === 'response' ? outcome.response : undefined;
}

function begunExec(pacer: Pacer, request: ExecRequest, isOpen: boolean): { id: string } | Failure {
  const outcome = command(pacer.session, {
    kind: 'exec',
    ...request,
    ...(isOpen && { staysOpen: true, terminal: true }),
  });
  if (outcome.kind !== 'exec') throw new Error('an exec has begun or was refused');
  return outcome.started;
}

async function execute(pacer: Pacer, request: ExecRequest): Promise<ExecAnswer> {
  const started = begunExec(pacer, request, false);
  if (isFailure(started)) return started;
  const { id } = started;
  return pacer.until(() => pacer.session.world.streams.ended.get(id));
}
