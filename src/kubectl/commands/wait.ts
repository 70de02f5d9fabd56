import type { KubernetesObject } from '../../api/objects.ts';
import { CommandError, mistake } from '../errors.ts';
import { valuesAt } from '../jsonpath.ts';
import { nameOf } from '../output/print.ts';
import type { Session } from '../session.ts';
import { type Found, findObjects } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { type Command, common } from './command.ts';

/** Whether what is waited for has come; `undefined` stands for an object that is gone. */
type Wanted = (object: KubernetesObject | undefined) => boolean;

const defaultTimeout = 30_000;

/** Waits for a condition, a value or the end of objects. Source: kubectl pkg/cmd/wait. */
export const wait: Command = {
  name: 'wait',
  flags: [
    common.filename,
    common.selector,
    common.all,
    common.output,
    { name: 'for', kind: 'text' },
    { name: 'timeout', kind: 'duration' },
  ],
  async run(session, { args, flags }) {
    const text = flags.text('for');
    if (text === undefined) throw mistake('required flag(s) "for" not set');
    const wanted = readWanted(text);
    const isForDeletion = text.toLowerCase() === 'delete';
    // What is not there any more has been deleted: nothing to say.
    const quiet = isForDeletion ? { ...session, err: () => undefined } : session;
    const { found, missing } = await findObjects(quiet, args, flags);
    if (isForDeletion && found.length === 0) return 0;
    if (found.length === 0 && missing === 0) throw mistake('no matching resources found');
    let exit = missing > 0 && !isForDeletion ? 1 : 0;
    for (const one of found) {
      const isMet = await waitForOne(session, one, wanted, flags.number('timeout') ?? defaultTimeout);
      if (isMet) session.out(`${nameOf(one)} condition met\n`);
      else {
        const { plural } = one.resource;
        session.err(`error: timed out waiting for the condition on ${plural}/${one.object.metadata.name}\n`);
        exit = 1;
      }
    }
    return exit;
  },
};

/** What `--for` asks for. Source: conditionFuncFor. */
function readWanted(text: string): Wanted {
  if (text.toLowerCase() === 'delete') return (object) => object === undefined;
  if (text.toLowerCase() === 'create') return (object) => object !== undefined;
  if (text.startsWith('condition=')) {
    const [name = '', value = 'true'] = text.slice('condition='.length).split('=');
    return (object) => hasCondition(object, name.toLowerCase(), value.toLowerCase());
  }
  if (text.startsWith('jsonpath=')) return readPath(text.slice('jsonpath='.length).replace(/^'(.*)'/s, '$1'));
  throw mistake(`unrecognized condition: ${JSON.stringify(text)}`);
}

interface Conditioned {
  status?: {
    conditions?: { type: string; status: string; observedGeneration?: number }[];
    observedGeneration?: number;
  };
}

/** A condition counts where it was said of the object's present generation. Source: checkCondition. */
function hasCondition(object: KubernetesObject | undefined, name: string, value: string): boolean {
  const { status } = (object ?? {}) as Conditioned;
  const condition = status?.conditions?.find(({ type }) => type.toLowerCase() === name);
  if (!condition || condition.status.toLowerCase() !== value) return false;
  const observed = condition.observedGeneration ?? status?.observedGeneration;
  return observed === undefined || observed >= (object?.metadata.generation ?? 0);
}

function readPath(text: string): Wanted {
  const match = /^(\{.*\})(?:=(.*))?$/s.exec(text);
  if (!match)
    throw mistake(
      "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'",
    );
  const [, path = '', value] = match;
  if (value === '') throw mistake('jsonpath wait has to have a value after equal sign');
  const expected = value?.replace(/^(['"])(.*)\1$/s, '$2');
  return (object) => {
    if (object === undefined) return false;
    const values = valuesAt(path, object).filter((one) => one !== undefined && one !== null);
    if (values.length === 0) return false;
    if (expected === undefined) return true;
    if (values.length > 1 || typeof values[0] === 'object')
      throw new CommandError('error: jsonpath leads to a nested object or list which is not supported\n');
    return String(values[0]).toLowerCase() === expected.toLowerCase();
  };
}

async function waitForOne(
  session: Session,
  { resource, object }: Found,
  isMet: Wanted,
  timeout: number,
): Promise<boolean> {
  const { name, namespace } = object.metadata;
  const isIt = ({ metadata }: KubernetesObject) => metadata.name === name && metadata.namespace === namespace;
  const look = (now: KubernetesObject | undefined): true | undefined => (isMet(now) ? true : undefined);
  if (timeout === 0 || look(object)) return look(object) === true;
  const end = await waitFor<true>(
    session,
    resource,
    {
      start: (objects) => look(objects.find(isIt)),
      change: (changed, isGone) => (isIt(changed) ? look(isGone ? undefined : changed) : undefined),
    },
    // Less than nothing is a week.
    timeout < 0 ? 7 * 24 * 3_600_000 : timeout,
  );
  return end === true;
}
