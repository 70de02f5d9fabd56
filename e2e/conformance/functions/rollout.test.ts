import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSame } from '../../../src/api/equal.ts';
import type { DeploymentStatus, IntOrString } from '../../../src/api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../src/api/time.ts';
import type { View, Write } from '../../../src/cluster/controllers/controller.ts';
import {
  type Draft,
  replicasOf,
  type StoredDeployment,
  type StoredReplicaSet,
} from '../../../src/cluster/controllers/deployment/draft.ts';
import { newReplicaSetSize, resolveFenceposts } from '../../../src/cluster/controllers/deployment/fenceposts.ts';
import { beyondHistory } from '../../../src/cluster/controllers/deployment/history.ts';
import { findNewReplicaSet } from '../../../src/cluster/controllers/deployment/newreplicaset.ts';
import { growNew, scale, shrinkOld } from '../../../src/cluster/controllers/deployment/scaling.ts';
import { isComplete, isProgressing, rolloutStatus } from '../../../src/cluster/controllers/deployment/status.ts';
import { deployment as controller } from '../../../src/cluster/controllers/deployment.ts';
import { createStore, getObject, listObjects, put, remove } from '../../../src/cluster/world/store.ts';

interface RolloutCase {
  name: string;
  in: {
    fn: string;
    now?: string;
    deployment: StoredDeployment;
    newReplicaSet?: StoredReplicaSet;
    oldReplicaSets?: StoredReplicaSet[];
    replicaSets?: StoredReplicaSet[];
    desired?: number;
    maxSurge?: IntOrString;
    maxUnavailable?: IntOrString;
    steps?: { do: string; version?: string; replicas?: number; times?: number; paused?: boolean }[];
    availablePerStep?: Record<string, number>;
  };
  out: never;
}

const now = fromTimestamp('2026-03-01T12:00:00Z');
const cases: RolloutCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/rollout.json', import.meta.url), 'utf8'),
);
const of = (name: string) => cases.filter(({ in: input }) => input.fn === name);

const draftOf = ({ in: input }: RolloutCase): Draft => ({
  now: input.now ? fromTimestamp(input.now) : now,
  deployment: input.deployment,
  writes: [],
});

const eventsOf = (writes: Write[]) =>
  writes.flatMap(({ event }) => (event ? [`${event.type} ${event.reason} ${event.message}`] : []));

/** The ReplicaSets as the writes of a draft leave them. */
function written(before: StoredReplicaSet[], writes: Write[]): Map<string, StoredReplicaSet> {
  const result = new Map(before.map((one) => [one.metadata.name, one]));
  for (const write of writes)
    if ('request' in write && write.request.resource === 'replicasets' && write.request.verb === 'update')
      result.set(write.request.name, write.request.object as unknown as StoredReplicaSet);
  return result;
}

describe('Deployment arithmetic, as recorded', () => {
  it.each(of('ResolveFenceposts'))('$name', ({ in: { maxSurge, maxUnavailable, desired }, out }) => {
    const resolve = () => resolveFenceposts(maxSurge, maxUnavailable, desired ?? 0);
    const { error } = out as { error?: string };
    if (error) expect(resolve).toThrow(error);
    else expect(resolve()).toEqual(out);
  });

  it.each(of('NewRSNewReplicas'))('$name', ({ in: { deployment, newReplicaSet, oldReplicaSets = [] }, out }) => {
    const fresh = newReplicaSet as StoredReplicaSet;
    expect(newReplicaSetSize(deployment, [...oldReplicaSets, fresh], fresh)).toBe(out);
  });

  it.each(of('FindNewReplicaSet'))('$name', ({ in: { deployment, replicaSets = [] }, out }) => {
    const { fresh, old } = findNewReplicaSet(deployment, replicaSets);
    const names = (list: StoredReplicaSet[]) => list.map(({ metadata }) => metadata.name).sort();
    const recorded = out as { new: string | null; old: string[]; oldWithPods: string[] };
    expect(fresh?.metadata.name ?? null).toBe(recorded.new);
    expect(names(old)).toEqual([...recorded.old].sort());
    expect(names(old.filter((one) => replicasOf(one) > 0))).toEqual([...recorded.oldWithPods].sort());
  });

  it.each(of('cleanupDeployment'))('$name', ({ in: { deployment, oldReplicaSets = [] }, out }) => {
    const deleted = beyondHistory(deployment.spec?.revisionHistoryLimit, oldReplicaSets);
    expect(deleted.map(({ metadata }) => metadata.name)).toEqual((out as { deleted: string[] }).deleted);
  });
});

describe('Deployment scaling, as recorded', () => {
  it.each(of('scale'))('$name', (one) => {
    const { newReplicaSet, oldReplicaSets = [] } = one.in;
    const draft = draftOf(one);
    scale(draft, newReplicaSet, oldReplicaSets);
    const after = written([...oldReplicaSets, ...(newReplicaSet ? [newReplicaSet] : [])], draft.writes);
    const recorded = one.out as {
      replicas: Record<string, number>;
      annotations: Record<string, Record<string, string>>;
      events: string[];
    };
    expect(Object.fromEntries([...after].map(([name, rs]) => [name, replicasOf(rs)]))).toEqual(recorded.replicas);
    for (const [name, annotations] of Object.entries(recorded.annotations))
      expect(after.get(name)?.metadata.annotations ?? {}).toEqual(annotations ?? {});
    expect(eventsOf(draft.writes)).toEqual(recorded.events);
  });

  it.each(of('rollingPass'))('$name', (one) => {
    const { newReplicaSet, oldReplicaSets = [] } = one.in;
    const fresh = newReplicaSet as StoredReplicaSet;
    const draft = draftOf(one);
    const all = [...oldReplicaSets, fresh];
    const scaledUp = growNew(draft, all, fresh);
    const scaledDown = !scaledUp && shrinkOld(draft, oldReplicaSets, fresh);
    const replicas = Object.fromEntries([...written(all, draft.writes)].map(([name, rs]) => [name, replicasOf(rs)]));
    expect({ scaledUp, scaledDown, replicas, events: eventsOf(draft.writes) }).toEqual(one.out);
  });
});

/** Cases that differ, and why. */
const differing = new Map([
  ['status: all available already said', 'the recorder wrote an untouched lastUpdateTime of 20 s ago as now'],
  ['status: failure gone', 'the recorder wrote an untouched lastUpdateTime of 20 s ago as now'],
  [
    'status: quota failure in the new one',
    'the recorder shifted the times of the ReplicaFailure condition by its clock',
  ],
  [
    'status: quota failure in the old one',
    'the recorder shifted the times of the ReplicaFailure condition by its clock',
  ],
]);

describe('Deployment status, as recorded', () => {
  it.each(of('syncRolloutStatus').filter(({ name }) => differing.has(name)))('differs: $name', (one) => {
    const { newReplicaSet, oldReplicaSets = [] } = one.in;
    const all = newReplicaSet ? [...oldReplicaSets, newReplicaSet] : oldReplicaSets;
    const status = rolloutStatus(draftOf(one), all, newReplicaSet);
    const recorded = (one.out as { status: DeploymentStatus }).status;
    expect(status).not.toEqual(recorded);
    expect(withoutTimes(status)).toEqual(withoutTimes(recorded));
  });

  it.each(of('syncRolloutStatus').filter(({ name }) => !differing.has(name)))('$name', (one) => {
    const { newReplicaSet, oldReplicaSets = [], deployment } = one.in;
    const all = newReplicaSet ? [...oldReplicaSets, newReplicaSet] : oldReplicaSets;
    const status = rolloutStatus(draftOf(one), all, newReplicaSet);
    const recorded = one.out as { status: DeploymentStatus; complete: boolean; progressing: boolean; written: boolean };
    expect(status).toEqual(recorded.status);
    expect(isComplete(deployment, status)).toBe(recorded.complete);
    expect(isProgressing(deployment.status, status)).toBe(recorded.progressing);
    expect(!isSame(status, deployment.status)).toBe(recorded.written);
  });
});

function withoutTimes({ conditions = [], ...rest }: DeploymentStatus) {
  return {
    ...rest,
    conditions: conditions.map(({ type, status, reason, message }) => ({ type, status, reason, message })),
  };
}

interface Trace {
  revision: string;
  events: string[];
  conditions: string[];
  replicaSets: { name: string; image: string; replicas: number; annotations: Record<string, string> }[];
}

/** The harness of the recording: after each sync the ReplicaSets report their size and a few more available Pods. */
function traceOf({ in: { deployment, steps = [], availablePerStep = {} } }: RolloutCase): Trace[] {
  const store = createStore();
  let time = now;
  const cause = { actor: 'test' };
  const key = 'default/foo';
  put(store, time, 'deployments', { ...deployment, apiVersion: 'apps/v1', kind: 'Deployment' }, cause);
  const current = () => getObject<StoredDeployment>(store, 'deployments', key) as StoredDeployment;
  const sets = () => listObjects<StoredReplicaSet>(store, 'replicasets');
  let uid = 0;

  const apply = (write: Write) => {
    if (!('request' in write)) return;
    const { request } = write;
    if (request.verb === 'create') {
      const object = request.object as unknown as StoredReplicaSet;
      const metadata = { ...object.metadata, uid: `rs-${++uid}`, creationTimestamp: toTimestamp(time), generation: 1 };
      put(store, time, 'replicasets', { ...object, metadata }, cause);
    } else if (request.verb === 'update') put(store, time, request.resource, request.object as never, cause);
    else if (request.verb === 'delete') remove(store, time, request.resource, `default/${request.name}`, cause);
  };
  const report = () => {
    for (const set of sets()) {
      const image = set.spec?.template?.spec?.containers[0]?.image?.replace('app:', '') ?? '';
      const replicas = replicasOf(set);
      const before = set.status?.availableReplicas ?? 0;
      const availableReplicas = Math.min(replicas, before + (availablePerStep[image] ?? 0));
      const status = { replicas, readyReplicas: availableReplicas, availableReplicas, observedGeneration: 1 };
      put(store, time, 'replicasets', { ...set, status } as StoredReplicaSet, cause);
    }
  };
  const sync = (): Trace => {
    const view: View = { now: time, store, memory: undefined, generateName: (base) => base };
    const { writes } = controller.reconcile(view, key);
    writes.forEach(apply);
    const { metadata, status } = current();
    const trace: Trace = {
      revision: metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '',
      events: eventsOf(writes),
      conditions: (status?.conditions ?? []).map(({ type, status: value, reason }) => `${type}=${value} ${reason}`),
      replicaSets: sets()
        .map((one) => ({
          name: one.metadata.name,
          image: one.spec?.template?.spec?.containers[0]?.image ?? '',
          replicas: replicasOf(one),
          annotations: one.metadata.annotations ?? {},
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
    report();
    time += 1000;
    return trace;
  };
  const change = (spec: object) => {
    const { metadata, ...rest } = current();
    const generation = (metadata.generation ?? 0) + 1;
    put(
      store,
      time,
      'deployments',
      { ...rest, spec: { ...rest.spec, ...spec }, metadata: { ...metadata, generation } } as never,
      cause,
    );
  };

  const traces: Trace[] = [];
  for (const step of steps) {
    if (step.do === 'sync') for (let i = 0; i < (step.times ?? 1); i++) traces.push(sync());
    else if (step.do === 'template') {
      const template = current().spec?.template;
      const containers = template?.spec?.containers.map((one) => ({ ...one, image: `app:${step.version}` }));
      change({ template: { ...template, spec: { ...template?.spec, containers } } });
    } else if (step.do === 'scale') change({ replicas: step.replicas });
    else {
      // Until two passes in a row change no ReplicaSet and leave the reports as they are.
      for (let i = 0, same = 0; i < 60 && same < 2; i++) {
        const before = sets().map(({ spec, status }) => ({ spec, status }));
        traces.push(sync());
        same = isSame(
          sets().map(({ spec, status }) => ({ spec, status })),
          before,
        )
          ? same + 1
          : 0;
      }
    }
  }
  return traces;
}

describe('whole roll-outs, as recorded', () => {
  it.each(of('rollout'))('$name', (one) => {
    expect(traceOf(one)).toEqual(one.out);
  });
});
