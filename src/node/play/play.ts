import { resourceOfKind } from '../../api/resources.ts';
import { toTimestamp } from '../../api/time.ts';
import type { ClusterClient, TankAction } from '../../client/client.ts';
import { furnish } from '../../cluster/scenario/boot.ts';
import { tellComponents } from '../../cluster/simulation.ts';
import { put } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import { kubectl } from '../../kubectl/kubectl.ts';
import { createDriver, type Driver } from './driver.ts';
import { createRecorder, type RecordedCommand, type Recording, secondsSince } from './record.ts';
import { type ClusterFault, milliseconds, type Scenario, type Step } from './scenario.ts';
import { startOf, worldOf } from './world.ts';

/** From the call of kubectl until its first request: starting the program, reading its settings, discovery. */
const kubectlStart = 80;
/** From a request of kubectl until the server acts upon it: of several objects in one call the second comes that much later. */
const requestTime = 12;

/** What the steps of a scenario share. */
interface Stage {
  world: World;
  driver: Driver;
  start: number;
  end: number;
  namespace: string;
  files: Record<string, string>;
  /** Answers of `let`. */
  answers: Record<string, string>;
  commands: RecordedCommand[];
  interrupt: AbortSignal;
}

/**
 * Plays a scenario in virtual time and returns its recording. The same scenario and seed give the same recording.
 * Throws for a scenario that is wrong, or asks for what is not simulated.
 */
export async function playScenario(scenario: Scenario, seed = 1): Promise<Recording> {
  const environment = scenario.environment ?? {};
  const world = worldOf(scenario, seed);
  const start = startOf(environment);
  const namespace = `t-${scenario.name}`;
  let takeIn = () => {};
  const driver = createDriver(world, { still: environment.still ?? false, afterEach: () => takeIn() });
  const interrupt = new AbortController();
  const end = start + milliseconds(scenario.for);
  const stage: Stage = {
    world,
    driver,
    start,
    end,
    namespace,
    files: {},
    answers: {},
    commands: [],
    interrupt: interrupt.signal,
  };
  await prepareNamespace(stage);
  const recorder = createRecorder(world, scenario, namespace, start);
  takeIn = () => recorder.takeIn();
  const failures: unknown[] = [];
  for (const step of scenario.steps) {
    await driver.runTo(Math.max(driver.now(), start + milliseconds(step.at)));
    const done = doStep(stage, step).catch((error: unknown) => void failures.push(error));
    if (!step.background) await driver.runUntilDone(done, end);
    if (driver.now() >= end) break;
  }
  await driver.runTo(end);
  // Commands that still wait are stopped as with Ctrl-C.
  interrupt.abort();
  await driver.runTo(end);
  if (failures.length > 0) throw failures[0];
  recorder.takeIn();
  return recorder.finish(stage.commands.sort((a, b) => a.t - b.t));
}

/** The namespace is there, with what a namespace has, before the scenario begins. */
async function prepareNamespace({ world, driver, namespace, start }: Stage): Promise<void> {
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  await driver.client.request({ verb: 'create', resource: 'namespaces', object });
  furnish(world, namespace);
  tellComponents(world);
  await driver.runTo(start);
}

async function doStep(stage: Stage, step: Step): Promise<void> {
  Object.assign(stage.files, step.files);
  if (step.objects) putObjects(stage, step.objects);
  if (step.cluster) await doFault(stage, step.cluster);
  if (step.kubectl === undefined) return;
  for (const [name, question] of Object.entries(step.let ?? {})) {
    const { stdout } = await runKubectl(stage, fill(stage, question), '');
    stage.answers[name] = stdout.trim();
  }
  const line = fill(stage, step.kubectl);
  const t = secondsSince(stage.start, stage.driver.now());
  const result = await runKubectl(stage, line, fill(stage, step.stdin ?? ''));
  stage.commands.push({ t, kubectl: line, ...result, end: secondsSince(stage.start, stage.driver.now()) });
}

/** Puts answers of `let` and the time where `${name}` stands. */
function fill({ answers, driver }: Stage, text: string): string {
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) =>
    name === 'now' ? toTimestamp(driver.now()) : (answers[name] ?? whole),
  );
}

async function runKubectl(stage: Stage, line: string, stdin: string) {
  const { driver, namespace, files, interrupt } = stage;
  let stdout = '';
  let stderr = '';
  await driver.client.clock?.sleep(kubectlStart);
  const { exit } = await kubectl(takingTime(driver.client), {
    line,
    stdin,
    namespace,
    files,
    save: (path, text) => {
      files[path] = text;
    },
    signal: interrupt,
    write(stream, text) {
      if (stream === 'stdout') stdout += text;
      else stderr += text;
    },
  });
  return { stdout, stderr, exit };
}

/** The client, with the time that its requests take. */
function takingTime(client: ClusterClient): ClusterClient {
  return {
    ...client,
    async request(request) {
      await client.clock?.sleep(requestTime);
      return client.request(request);
    },
  };
}

async function doFault({ driver }: Stage, { labels, ...faults }: ClusterFault): Promise<void> {
  for (const [type, nodes] of Object.entries(faults)) {
    if (!['powerOff', 'powerOn', 'cutOff', 'reconnect', 'restartKubelet'].includes(type))
      throw new Error(`the fault ${type} is not simulated`);
    await driver.client.tank?.act({ type, nodes, ...(labels && { labels }) } as TankAction);
  }
}

function putObjects({ world }: Stage, objects: NonNullable<Step['objects']>): void {
  for (const object of objects) {
    const resource = resourceOfKind(object.apiVersion, object.kind);
    if (!resource) throw new Error(`no kind ${object.apiVersion} ${object.kind}`);
    put(world.store, world.now, resource.plural, object, { actor: 'scenario' });
  }
  tellComponents(world);
}
