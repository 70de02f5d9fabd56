import type { Event, KubernetesObject, Pod } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { describePod } from '../describe/pod.ts';
import { failureText, mistake } from '../errors.ts';
import { ask, askList, now, type Session } from '../session.ts';
import { getRequest, readTargets, type Target, within } from '../targets.ts';
import { type Command, common } from './command.ts';

/** How a kind is described, with its events. */
type Describer = (object: KubernetesObject, events: Event[], now: number) => string;

/** Adding a kind is a file in ../describe and a line here. */
const describers: Readonly<Record<string, Describer>> = {
  Pod: (object, events, now) => describePod(object as Pod & KubernetesObject, events, now),
};

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
    const texts: string[] = [];
    let failed = false;
    for (const target of targets) {
      const found = await find(session, target, selector, flags.is('all-namespaces'));
      if (typeof found === 'string') {
        session.err(found);
        failed = true;
        continue;
      }
      const describer = describers[target.resource.kind];
      if (!describer) throw mistake(`describing a ${target.resource.kind} is not simulated yet`);
      for (const object of found) texts.push(describer(object, await eventsOf(session, object), now(session)));
    }
    if (texts.length === 0 && !failed) session.err(`No resources found in ${session.namespace} namespace.\n`);
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
