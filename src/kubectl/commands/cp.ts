import type { KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake, refused } from '../errors.ts';
import { askObject, type Session } from '../session.ts';
import { getRequest } from '../targets.ts';
import { type Command, common } from './command.ts';

/** A file here, or in a Pod's container. */
interface Place {
  pod?: string;
  namespace?: string;
  file: string;
}

/** `[[NAMESPACE/]POD:]FILE`. Source: k8s.io/kubectl pkg/cmd/cp, extractFileSpec. */
function placeOf(text: string): Place {
  const colon = text.indexOf(':');
  if (colon < 0) return { file: text };
  const [first = '', second] = text.slice(0, colon).split('/');
  const file = text.slice(colon + 1);
  return second === undefined ? { pod: first, file } : { namespace: first, pod: second, file };
}

/**
 * Copies one text file into or out of a container. kubectl runs tar there; here it is one file at a time, by the
 * container's own shell. A folder is refused.
 */
export const cp: Command = {
  name: 'cp',
  flags: [common.container, { name: 'no-preserve', kind: 'bool' }, { name: 'retries', kind: 'number' }],
  async run(session, { args, flags }) {
    const [from, to] = args;
    if (from === undefined || to === undefined || args.length > 2) throw mistake('source and destination are required');
    const [source, target] = [placeOf(from), placeOf(to)];
    if (source.pod !== undefined && target.pod !== undefined)
      throw mistake('one of src or dest must be a local file specification');
    if (source.pod !== undefined) return copyOut(session, source, target, flags.text('container'));
    if (target.pod !== undefined) return copyIn(session, source, target, flags.text('container'));
    throw mistake('one of src or dest must be a remote file specification');
  },
};

async function run(
  session: Session,
  place: Place,
  wanted: string | undefined,
  script: string,
  stdin?: string,
): Promise<string> {
  const inNamespace = place.namespace === undefined ? session : { ...session, namespace: place.namespace };
  const name = place.pod ?? '';
  const pod = (await askObject(inNamespace, getRequest(inNamespace, resourceOf('pods'), name))) as Pod &
    KubernetesObject;
  const phase = pod.status?.phase;
  if (phase === 'Succeeded' || phase === 'Failed')
    throw mistake(`cannot exec into a container in a completed pod; current phase is ${phase}`);
  const container = chooseContainer(session, pod, wanted);
  const { namespace } = inNamespace;
  const command = ['sh', '-c', script];
  const answer = await session.client.exec({
    namespace,
    pod: name,
    container,
    command,
    ...(stdin !== undefined && { stdin }),
  });
  if (isFailure(answer)) {
    if (answer.reason === 'InternalError') throw mistake(answer.message);
    throw refused(answer);
  }
  if (answer.exitCode === 0) return answer.stdout;
  throw new CommandError(`${answer.stderr}command terminated with exit code ${answer.exitCode}\n`, 1);
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

async function copyIn(session: Session, source: Place, target: Place, container: string | undefined): Promise<number> {
  const text = session.files[source.file];
  if (text === undefined) {
    const isFolder = Object.keys(session.files).some((path) => path.startsWith(`${source.file.replace(/\/$/, '')}/`));
    throw mistake(
      isFolder
        ? 'copying a folder is not simulated: copy its files'
        : `${source.file} doesn't exist in local filesystem`,
    );
  }
  const name = source.file.slice(source.file.lastIndexOf('/') + 1);
  await run(
    session,
    target,
    container,
    `t=${quoted(target.file)}; [ -d "$t" ] && t="$t/"${quoted(name)}; cat > "$t"`,
    text,
  );
  return 0;
}

async function copyOut(session: Session, source: Place, target: Place, container: string | undefined): Promise<number> {
  const file = quoted(source.file);
  const missing = `tar: can't stat ${source.file}: No such file or directory`;
  const text = await run(
    session,
    source,
    container,
    `if [ -d ${file} ]; then echo 'copying a folder is not simulated: copy its files' >&2; exit 1; fi; [ -e ${file} ] || { echo ${quoted(missing)} >&2; exit 1; }; cat ${file}`,
  );
  if (target.file === '/dev/stdout' || target.file === '-') session.out(text);
  else if (session.save) session.save(target.file, text);
  else throw mistake('there is no folder here to copy into: copy to /dev/stdout');
  return 0;
}
