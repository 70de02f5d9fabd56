import { parseImageReference } from '../../api/imageReference.ts';
import type { Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { CommandError, mistake, usageMistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { parseFlags } from '../flags.ts';
import type { Session } from '../session.ts';
import { waitFor } from '../watch.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';
import { deleteCommand } from './delete.ts';

export const run: Command = {
  name: 'run',
  takesWords: true,
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'image', kind: 'text' },
    { name: 'image-pull-policy', kind: 'text' },
    { name: 'port', kind: 'number' },
    { name: 'labels', short: 'l', kind: 'text' },
    { name: 'annotations', kind: 'list' },
    { name: 'env', kind: 'list' },
    { name: 'restart', kind: 'text' },
    { name: 'command', kind: 'bool' },
    { name: 'rm', kind: 'bool' },
    { name: 'stdin', short: 'i', kind: 'bool' },
    { name: 'tty', short: 't', kind: 'bool' },
    { name: 'attach', kind: 'bool' },
    { name: 'quiet', short: 'q', kind: 'bool' },
    { name: 'expose', kind: 'bool' },
  ],
  async run(session, { args, flags, afterDash }) {
    if (!flags.has('image')) throw mistake('required flag(s) "image" not set');
    const [name, ...more] = args;
    if (name === undefined) throw usageMistake('run', 'NAME is required for run');
    const isAttached = flags.is('stdin') || flags.is('attach');
    if (flags.is('rm') && !isAttached) throw usageMistake('run', '--rm should only be used for attached containers');
    const pod = podOf(name, flags, [...more, ...(afterDash ?? [])]);
    const port = flags.number('port');
    if (flags.is('expose')) {
      if (port === undefined) throw usageMistake('run', '--port must be set when exposing a service');
      const selector = pod.metadata.labels;
      const ports = [{ port, protocol: 'TCP', targetPort: port }];
      const service = { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ports, selector } };
      await createMade(session, flags, resourceOf('services'), service);
    }
    if (!isAttached) {
      await createMade(session, flags, resourceOf('pods'), pod);
      return 0;
    }
    await createMade({ ...session, out: () => undefined }, flags, resourceOf('pods'), pod);
    return attach(session, name, flags);
  },
};

const pairs = (texts: readonly string[], wrong: (text: string) => string): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const equals = text.indexOf('=');
      if (equals < 1) throw mistake(wrong(text));
      return [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );

function podOf(name: string, flags: Given, words: readonly string[]) {
  const image = flags.text('image') ?? '';
  if (!parseImageReference(image)) throw mistake(`Invalid image name "${image}": invalid reference format`);
  const restartPolicy = flags.text('restart') ?? 'Always';
  if (!['Always', 'OnFailure', 'Never'].includes(restartPolicy))
    throw usageMistake('run', `invalid restart policy: ${restartPolicy}`);
  const env = Object.entries(pairs(flags.list('env'), (text) => `invalid env: ${text}`));
  const given = flags.text('labels');
  const labels =
    given === undefined ? { run: name } : pairs(given.split(','), (text) => `unexpected label spec: ${text}`);
  const annotations = pairs(flags.list('annotations'), (text) => `unexpected annotation spec: ${text}`);
  const port = flags.number('port');
  const policy = flags.text('image-pull-policy');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...(flags.has('annotations') && { annotations }), labels, name },
    spec: {
      containers: [
        {
          name,
          image,
          ...(words.length > 0 && (flags.is('command') ? { command: words } : { args: words })),
          ...(port !== undefined && { ports: [{ containerPort: port }] }),
          ...(env.length > 0 && { env: env.map(([key, value]) => ({ name: key, value })) }),
          ...(policy !== undefined && { imagePullPolicy: policy }),
          ...(flags.is('stdin') && { stdin: true, stdinOnce: true }),
          ...(flags.is('tty') && { tty: true }),
          resources: {},
        },
      ],
      dnsPolicy: 'ClusterFirst',
      restartPolicy,
    },
    status: {},
  };
}

/** Shows what the container writes until it ends; with `--rm` deletes the Pod then. */
async function attach(session: Session, name: string, flags: Given): Promise<number> {
  const ended = await waitFor<Pod>(session, resourceOf('pods'), {
    start: (objects) => objects.map((object) => endedPod(object as Pod, session, name)).find(Boolean),
    change: (object) => endedPod(object as Pod, session, name),
  });
  if (typeof ended === 'string') return 1;
  if (!flags.is('quiet'))
    session.err(
      "All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.\nIf you don't see a command prompt, try pressing enter.\n",
    );
  const answer = await session.client.logs({ namespace: session.namespace, pod: name });
  if ('text' in answer) session.out(answer.text);
  if (flags.is('rm')) await deleteCommand.run(session, parseFlags('delete', deleteCommand.flags, ['pod', name]));
  const code = ended.status?.containerStatuses?.[0]?.state?.terminated?.exitCode ?? 0;
  if (code !== 0) throw new CommandError(`pod ${session.namespace}/${name} terminated (Error)\n`, code);
  return 0;
}

function endedPod(pod: Pod, session: Session, name: string): Pod | undefined {
  const isIt = pod.metadata?.name === name && pod.metadata.namespace === session.namespace;
  return isIt && (pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed') ? pod : undefined;
}
