import {
  type CronJob,
  controllerOf,
  type DaemonSet,
  type EndpointSlice,
  type Event,
  type Job,
  type KubernetesObject,
  type Pod,
  type ReplicaSet,
  type ReplicationController,
  type Service,
  type StatefulSet,
} from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { isFailure } from '../../api/status.ts';
import { rolloutReplicaSets, type StoredDeployment } from '../deployments.ts';
import { describeCronJob } from '../describe/cronJob.ts';
import { describeDaemonSet } from '../describe/daemonSet.ts';
import { describeDeployment } from '../describe/deployment.ts';
import { describeJob } from '../describe/job.ts';
import { describePod } from '../describe/pod.ts';
import { describeReplicaSet } from '../describe/replicaSet.ts';
import { describeReplicationController } from '../describe/replicationController.ts';
import { describeService } from '../describe/service.ts';
import { describeStatefulSet } from '../describe/statefulSet.ts';
import { failureText, mistake } from '../errors.ts';
import { ask, askList, now, type Session } from '../session.ts';
import { type Found, getRequest, readTargets, type Target, within } from '../targets.ts';
import { type Command, common } from './command.ts';

/** How a kind is described: what belongs to the object is asked for; its events are given, if they are to be shown. */
type Describer = (session: Session, object: KubernetesObject, events: Event[] | undefined) => Promise<string>;

/** Adding a kind is a file in ../describe and a line here. */
const describers: Readonly<Record<string, Describer>> = {
  Pod: async (session, object, events) => describePod(object as Pod & KubernetesObject, events, now(session)),
  async ReplicaSet(session, object, events) {
    const pods = await ownPods(session, object, formatLabelSelector((object as ReplicaSet).spec?.selector));
    return describeReplicaSet(object as ReplicaSet & KubernetesObject, pods, events, now(session));
  },
  async ReplicationController(session, object, events) {
    const controller = object as ReplicationController & KubernetesObject;
    const pods = await ownPods(session, object, formatLabelSelector({ matchLabels: controller.spec?.selector ?? {} }));
    return describeReplicationController(controller, pods, events, now(session));
  },
  async DaemonSet(session, object, events) {
    const pods = await ownPods(session, object, formatLabelSelector((object as DaemonSet).spec?.selector));
    return describeDaemonSet(object as DaemonSet & KubernetesObject, pods, events, now(session));
  },
  async StatefulSet(session, object, events) {
    const pods = await ownPods(session, object, formatLabelSelector((object as StatefulSet).spec?.selector));
    return describeStatefulSet(object as StatefulSet & KubernetesObject, pods, events, now(session));
  },
  Job: async (session, object, events) => describeJob(object as Job & KubernetesObject, events, now(session)),
  CronJob: async (session, object, events) =>
    describeCronJob(object as CronJob & KubernetesObject, events, now(session)),
  async Deployment(session, object, events) {
    const deployment = object as StoredDeployment;
    const { old, current } = await rolloutReplicaSets(session, deployment);
    return describeDeployment(deployment, { old, current }, events, now(session));
  },
  async Service(session, object, events) {
    const slices = await selected(
      session,
      'endpointslices',
      object,
      `kubernetes.io/service-name=${object.metadata.name}`,
    );
    return describeService(object as Service & KubernetesObject, slices as EndpointSlice[], events, now(session));
  },
};

function selected(session: Session, resource: string, { metadata }: KubernetesObject, labelSelector: string) {
  const scope = metadata.namespace === undefined ? {} : { namespace: metadata.namespace };
  return askList(session, resource, { ...scope, labelSelector });
}

/** The Pods that a workload selects and controls. */
async function ownPods(session: Session, object: KubernetesObject, selector: string): Promise<Pod[]> {
  const pods = await selected(session, 'pods', object, selector);
  return pods.filter((pod) => controllerOf(pod)?.uid === object.metadata.uid) as Pod[];
}

export const describeCommand: Command = {
  name: 'describe',
  flags: [common.selector, common.allNamespaces, common.filename, { name: 'show-events', kind: 'bool' }],
  async run(session, { args, flags }) {
    if (args.length === 0)
      throw mistake(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    const selector = flags.text('selector');
    const targets = readTargets(args);
    if (selector !== undefined && targets.some(({ name }) => name !== undefined))
      throw mistake('name cannot be provided when a selector is specified');
    const objects: Found[] = [];
    let failed = false;
    for (const target of targets) {
      const found = await find(session, target, selector, flags.is('all-namespaces'));
      if (typeof found === 'string') {
        session.err(found);
        failed = true;
      } else objects.push(...found.map((object) => ({ resource: target.resource, object })));
    }
    // Events of several objects are shown only where they are asked for.
    const isShown = flags.has('show-events') ? flags.is('show-events') : objects.length < 2;
    const texts: string[] = [];
    for (const { resource, object } of objects) {
      const describer = describers[resource.kind];
      if (!describer) throw mistake(`describing a ${resource.kind} is not simulated yet`);
      texts.push(await describer(session, object, isShown ? await eventsOf(session, object) : undefined));
    }
    if (texts.length === 0 && !failed) {
      const where = flags.is('all-namespaces') ? '' : ` in ${session.namespace} namespace.`;
      session.err(`No resources found${where}\n`);
    }
    session.out(texts.join('\n\n'));
    return failed ? 1 : 0;
  },
};

/** The objects, or the text of a refusal. A name that is not found may be the beginning of others. */
async function find(
  session: Session,
  { resource, name }: Target,
  selector: string | undefined,
  allNamespaces: boolean,
): Promise<KubernetesObject[] | string> {
  const list = () =>
    askList(session, resource.plural, {
      ...within(resource, allNamespaces ? undefined : session.namespace),
      ...(selector !== undefined && { labelSelector: selector }),
    });
  if (name === undefined) return list();
  const answer = await ask(session, getRequest(session, resource, name));
  if (!isFailure(answer)) return [answer as KubernetesObject];
  const beginning = answer.code === 404 ? (await list()).filter(({ metadata }) => metadata.name.startsWith(name)) : [];
  return beginning.length > 0 ? beginning : failureText(answer);
}

async function eventsOf(session: Session, { metadata, kind }: KubernetesObject): Promise<Event[]> {
  const fieldSelector = `involvedObject.kind=${kind},involvedObject.name=${metadata.name},involvedObject.uid=${metadata.uid}`;
  const scope = metadata.namespace === undefined ? {} : { namespace: metadata.namespace };
  return (await askList(session, 'events', { ...scope, fieldSelector })) as Event[];
}
