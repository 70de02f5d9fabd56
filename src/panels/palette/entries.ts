import { type Action, type ActionContext, actionContext } from '../../actions/action.ts';
import { actions } from '../../actions/registry.ts';
import type { KubernetesObject, Node, Pod, Stored } from '../../api/objects.ts';
import { dictionaries, translate } from '../../i18n/i18n.ts';
import { nodeFacts } from '../../scene/nodeFacts.ts';
import { podFacts, type Tone } from '../../scene/podFacts.ts';
import { type ClusterField, fieldOfResource, useCluster } from '../../store/cluster.ts';
import { fuzzyScore, type Haystack } from './fuzzy.ts';

/** A line of the palette. */
export type Entry =
  | { type: 'action'; id: string; action: Action; title: string; score: number }
  | {
      type: 'object';
      id: string;
      resource: string;
      key: string;
      uid: string;
      kind: string;
      name: string;
      namespace: string | undefined;
      status: { word: string; tone: Tone } | undefined;
      score: number;
    };

/** As many lines of each sort as anybody reads. */
const most = 40;

/** What is searched, in the order in which equals are shown. */
const resources = ['pods', 'nodes', 'deployments', 'services', 'ingresses', 'replicasets', 'namespaces'] as const;

/** The actions that are possible now and fit the query; all of them where there is none. Found in both languages. */
export function findActions(query: string): Entry[] {
  const context = actionContext();
  const found: Entry[] = [];
  for (const action of actions) {
    if (action.id === 'palette' || action.id === 'search' || !action.enabled(context)) continue;
    const title = action.titleNow?.(context) ?? action.title;
    const texts = [dictionaries.en[title], dictionaries.ko?.[title] ?? '', translate(`actions.${action.group}`)];
    const score =
      query.trim() === ''
        ? firstScore(action, context)
        : fuzzyScore(query, [...texts.map(weighing(1)), weighing(0.6)(action.id)]);
    if (score > 0) found.push({ type: 'action', id: `action-${action.id}`, action, title: translate(title), score });
  }
  return best(found);
}

/** Before anything is typed, what can be done to the selected thing stands first. */
const firstScore = ({ group }: Action, { selected }: ActionContext): number =>
  selected && (group === 'object' || group === 'node') ? 2 : 1;

/** The objects that fit the query by name, kind, namespace, status, IP, node or label. */
export function findObjects(query: string): Entry[] {
  const found: Entry[] = [];
  for (const resource of resources) {
    const field = fieldOfResource[resource] as ClusterField;
    for (const [key, object] of useCluster.getState()[field]) {
      const { metadata, kind } = object as KubernetesObject;
      const status = statusOf(object as KubernetesObject);
      const score =
        query.trim() === '' ? 1 : fuzzyScore(query, haystacksOf(object as KubernetesObject, resource, status?.word));
      if (score === 0) continue;
      const { uid, name, namespace } = metadata;
      found.push({ type: 'object', id: `object-${uid}`, resource, key, uid, kind, name, namespace, status, score });
    }
  }
  return best(found);
}

const weighing =
  (weight: number) =>
  (text: string): Haystack => ({ text, weight });

/** Sorting keeps the order of equals. */
const best = (entries: Entry[]): Entry[] => entries.sort((a, b) => b.score - a.score).slice(0, most);

function haystacksOf(object: KubernetesObject, resource: string, status: string | undefined): Haystack[] {
  const { name, namespace, labels } = object.metadata;
  const haystacks = [weighing(1)(name), weighing(0.9)(object.kind), weighing(0.8)(resource)];
  if (status) haystacks.push(weighing(0.9)(status));
  if (namespace) haystacks.push(weighing(0.6)(namespace));
  for (const [key, value] of Object.entries(labels ?? {})) haystacks.push(weighing(0.6)(`${key}=${value}`));
  const { spec, status: state } = object as Stored<Pod>;
  if (object.kind === 'Pod') {
    if (state?.podIP) haystacks.push(weighing(0.8)(state.podIP));
    if (spec?.nodeName) haystacks.push(weighing(0.5)(spec.nodeName));
  }
  return haystacks;
}

function statusOf(object: KubernetesObject): { word: string; tone: Tone } | undefined {
  if (object.kind === 'Pod') {
    const { word, tone } = podFacts(object as Stored<Pod>);
    return { word, tone };
  }
  if (object.kind !== 'Node') return undefined;
  const { word, ready, cordoned } = nodeFacts(object as Stored<Node>);
  return { word, tone: ready !== 'True' ? 'bad' : cordoned ? 'waiting' : 'good' };
}
