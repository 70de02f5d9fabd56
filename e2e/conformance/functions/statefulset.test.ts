import type { Pod, StatefulSet, Stored } from '../../../src/api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../src/api/time.ts';
import type { View, Write } from '../../../src/cluster/controllers/controller.ts';
import { statefulSet as controller } from '../../../src/cluster/controllers/late/statefulset.ts';
import { isPodReady } from '../../../src/cluster/controllers/pods.ts';
import { createStore, getObject, listObjects, put, remove } from '../../../src/cluster/world/store.ts';
import { readCases, testCases } from './recorded.ts';

interface Step {
  do:
    | 'sync'
    | 'template'
    | 'scale'
    | 'partition'
    | 'deletePod'
    | 'podFailed'
    | 'podSucceeded'
    | 'podNotReady'
    | 'podReady';
  times?: number;
  version?: string;
  replicas?: number;
  partition?: number;
  ordinal?: number;
}

interface Input {
  fn: string;
  start: string;
  secondsPerStep: number;
  statefulSet: Stored<StatefulSet>;
  steps: Step[];
  versionThatNeverGetsReady?: string;
}

const cause = { actor: 'test' };
const key = 'default/web';

/** Plays the steps: after each pass Pods that are being deleted vanish, and new ones become ready. */
function play({ start, secondsPerStep, statefulSet: given, steps, versionThatNeverGetsReady }: Input) {
  const store = createStore();
  const memory = new Map();
  let now = fromTimestamp(start);
  const set = () => getObject<Stored<StatefulSet>>(store, 'statefulsets', key) as Stored<StatefulSet>;
  const putSet = (object: object) => put(store, now, 'statefulsets', object as Stored<StatefulSet>, cause);
  const change = (spec: Partial<StatefulSet['spec']>) => {
    const old = set();
    const metadata = { ...old.metadata, generation: (old.metadata.generation ?? 0) + 1 };
    putSet({ ...old, metadata, spec: { ...old.spec, ...spec } });
  };
  const template = (image: string) => ({
    ...given.spec?.template,
    spec: { ...given.spec?.template.spec, containers: [{ image, name: 'c', resources: {} }] },
  });
  putSet({ ...given, spec: { ...given.spec, template: template('app:v1') } });

  const pods = () => listObjects<Stored<Pod>>(store, 'pods');
  const setPod = (pod: Stored<Pod>, status: Pod['status'], isGoing = false) => {
    const metadata = { ...pod.metadata, ...(isGoing && { deletionTimestamp: toTimestamp(now) }) };
    put(store, now, 'pods', { ...pod, metadata, ...(status && { status }) }, cause);
  };
  const running = (ready: boolean): Pod['status'] => ({
    phase: 'Running',
    conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: toTimestamp(now) }],
  });

  const apply = (write: Write, created: string[], deleted: string[]) => {
    if (!('request' in write)) return;
    const { request } = write;
    const metadata = { ...('object' in request ? request.object.metadata : {}), creationTimestamp: toTimestamp(now) };
    if (request.verb === 'create') {
      const object = { ...request.object, metadata: { uid: `${metadata.name}-${now}`, ...metadata } };
      const isPod = request.resource === 'pods';
      if (isPod) created.push(metadata.name ?? '');
      put(store, now, request.resource, { ...object, ...(isPod && { status: { phase: 'Pending' } }) } as never, cause);
    } else if (request.verb === 'update') put(store, now, request.resource, request.object as never, cause);
    else if (request.verb === 'delete' && request.resource === 'pods') {
      deleted.push(request.name);
      const pod = getObject<Stored<Pod>>(store, 'pods', `default/${request.name}`);
      if (pod) setPod(pod, pod.status, true);
    }
  };

  const sync = () => {
    const created: string[] = [];
    const deleted: string[] = [];
    const view: View = { now, store, memory, generateName: (base) => base };
    for (const write of controller.reconcile(view, key).writes) apply(write, created, deleted);
    const state = (pod: Stored<Pod>) =>
      pod.metadata.deletionTimestamp ? 'Terminating' : isPodReady(pod) ? 'Ready' : pod.status?.phase;
    const { currentRevision: _current, ...rest } = set().status ?? { replicas: 0 };
    const seen = pods().map((pod) => ({
      name: pod.metadata.name,
      image: pod.spec?.containers[0]?.image,
      revision: pod.metadata.labels?.['controller-revision-hash'],
      state: state(pod),
    }));
    seen.sort((a, b) => (a.name < b.name ? -1 : 1));
    const out = {
      created: created.sort(),
      deleted: deleted.sort(),
      // Go writes no Pods as null.
      pods: seen.length > 0 ? seen : null,
      status: { ...rest, currentRevision: set().status?.currentRevision },
    };
    for (const pod of pods()) {
      if (pod.metadata.deletionTimestamp) remove(store, now, 'pods', `default/${pod.metadata.name}`, cause);
      else if (pod.status?.phase === 'Pending')
        setPod(pod, running(pod.spec?.containers[0]?.image !== `app:${versionThatNeverGetsReady}`));
    }
    now += secondsPerStep * 1000;
    return out;
  };

  const seen: object[] = [];
  for (const step of steps) {
    const pod = pods().find(({ metadata }) => metadata.name === `web-${step.ordinal}`);
    if (step.do === 'sync') for (let time = 0; time < (step.times ?? 1); time++) seen.push(sync());
    else if (step.do === 'template') change({ template: template(`app:${step.version}`) as never });
    else if (step.do === 'scale') change({ replicas: step.replicas ?? 0 });
    else if (step.do === 'partition')
      change({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: step.partition ?? 0 } } });
    else if (pod && step.do === 'deletePod') setPod(pod, pod.status, true);
    else if (pod && step.do === 'podNotReady') setPod(pod, running(false));
    else if (pod && step.do === 'podReady') setPod(pod, running(true));
    else if (pod) setPod(pod, { phase: step.do === 'podFailed' ? 'Failed' : 'Succeeded' });
  }
  return seen;
}

testCases(readCases<Input, unknown>('statefulset.json'), play);
