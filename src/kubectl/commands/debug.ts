import type { EphemeralContainer, KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { mistake, refused, usageMistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { askObject, now, type Session } from '../session.ts';
import { getRequest } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** Adds an ephemeral container to a running Pod. Source: k8s.io/kubectl pkg/cmd/debug. */
export const debug: Command = {
  name: 'debug',
  takesWords: true,
  flags: [
    common.container,
    { name: 'image', kind: 'text' },
    { name: 'image-pull-policy', kind: 'text' },
    { name: 'target', kind: 'text' },
    { name: 'env', kind: 'list' },
    { name: 'profile', kind: 'text' },
    { name: 'stdin', short: 'i', kind: 'bool' },
    { name: 'tty', short: 't', kind: 'bool' },
    { name: 'attach', kind: 'bool' },
    { name: 'quiet', short: 'q', kind: 'bool' },
    { name: 'copy-to', kind: 'text' },
  ],
  async run(session, { args, flags, afterDash = [] }) {
    const [target] = args;
    if (target === undefined) throw usageMistake('debug', 'NAME is required for debug');
    if (flags.has('copy-to')) throw mistake('--copy-to is not simulated: debug the Pod itself');
    if (target.startsWith('node/')) throw mistake('debugging nodes is not simulated');
    if (!flags.has('image')) throw mistake('you must specify --image when not using --copy-to.');
    const name = target.replace(/^(pods?|po)\//, '');
    const resource = resourceOf('pods');
    const object = await askObject(session, getRequest(session, resource, name));
    const pod = object as Pod & KubernetesObject;
    const container = containerOf(session, pod, flags, afterDash);
    if (container.targetContainerName && !flags.is('quiet'))
      session.out(
        `Targeting container "${container.targetContainerName}". If you don't see processes from this container it may be because the container runtime doesn't support this feature.\n`,
      );
    const patch = { spec: { ephemeralContainers: [container] } };
    const answer = await patchFound(session, { resource, object }, patch, { subresource: 'ephemeralcontainers' });
    if (isFailure(answer)) throw refused(answer);
    return flags.is('stdin') || flags.is('attach') ? show(session, name, container.name) : 0;
  },
};

function containerOf(session: Session, pod: Pod & KubernetesObject, flags: Given, words: readonly string[]) {
  const name = flags.text('container') ?? defaultName(session, pod, flags);
  const policy = flags.text('image-pull-policy') as EphemeralContainer['imagePullPolicy'];
  const target = flags.text('target');
  const env = flags.list('env').map((text) => {
    const equals = text.indexOf('=');
    if (equals < 1) throw mistake(`invalid env: ${text}`);
    return { name: text.slice(0, equals), value: text.slice(equals + 1) };
  });
  const container: EphemeralContainer = {
    name,
    image: flags.text('image') ?? '',
    ...(words.length > 0 && { command: [...words] }),
    ...(env.length > 0 && { env }),
    ...(policy !== undefined && { imagePullPolicy: policy }),
    ...(flags.is('stdin') && { stdin: true }),
    ...(flags.is('tty') && { tty: true }),
    ...(target !== undefined && { targetContainerName: target }),
    ...(securityOf(flags.text('profile') ?? 'general') ?? {}),
    resources: {},
    terminationMessagePolicy: 'File',
  };
  return container;
}

/** Source: k8s.io/kubectl pkg/cmd/debug/profiles.go. */
function securityOf(profile: string): Pick<EphemeralContainer, 'securityContext'> | undefined {
  switch (profile) {
    case 'general':
    case 'baseline':
      return profile === 'general' ? { securityContext: { capabilities: { add: ['SYS_PTRACE'] } } } : undefined;
    case 'legacy':
      return undefined;
    case 'restricted':
      return {
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true },
      };
    case 'netadmin':
      return { securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } } };
    case 'sysadmin':
      return { securityContext: { privileged: true } };
    default:
      throw mistake(`unknown profile: ${profile}`);
  }
}

const letters = 'bcdfghjklmnpqrstvwxz2456789';

/** `debugger-` and five letters, other ones each time. */
function defaultName(session: Session, pod: Pod & KubernetesObject, flags: Given): string {
  const count = pod.spec?.ephemeralContainers?.length ?? 0;
  let seed = 0;
  for (const character of `${pod.metadata.uid}${count}${now(session)}`)
    seed = (Math.imul(seed, 31) + character.charCodeAt(0)) >>> 0;
  let suffix = '';
  for (let place = 0; place < 5; place++) {
    suffix += letters[seed % letters.length] ?? '';
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  }
  const name = `debugger-${suffix}`;
  if (!flags.is('quiet')) session.out(`Defaulting debug container name to ${name}.\n`);
  return name;
}

/** Shows what the container wrote, once it has ended. */
async function show(session: Session, name: string, container: string): Promise<number> {
  const endedIn = (object: KubernetesObject) => {
    const { status } = object as Pod;
    const isIt = object.metadata.name === name && object.metadata.namespace === session.namespace;
    return isIt
      ? status?.ephemeralContainerStatuses?.find((one) => one.name === container)?.state?.terminated
      : undefined;
  };
  const ended = await waitFor(session, resourceOf('pods'), {
    start: (objects) => objects.map(endedIn).find(Boolean),
    change: endedIn,
  });
  if (typeof ended === 'string') return 1;
  const answer = await session.client.logs({ namespace: session.namespace, pod: name, container });
  if ('text' in answer) session.out(answer.text);
  return 0;
}
