import type { KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake } from '../errors.ts';
import { askObject } from '../session.ts';
import { getRequest } from '../targets.ts';
import { type Command, common } from './command.ts';
import { followOn } from './logs.ts';

const hint =
  "All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.\nIf you don't see a command prompt, try pressing enter.\n";

/** Shows what a running container prints from now on. Source: k8s.io/kubectl pkg/cmd/attach. */
export const attach: Command = {
  name: 'attach',
  flags: [
    common.container,
    { name: 'stdin', short: 'i', kind: 'bool' },
    { name: 'tty', short: 't', kind: 'bool' },
    { name: 'quiet', short: 'q', kind: 'bool' },
    { name: 'pod-running-timeout', kind: 'duration' },
  ],
  async run(session, { args, flags }) {
    const [target] = args;
    if (target === undefined) throw mistake('at least 1 argument is required for attach');
    if (args.length > 2)
      throw mistake(
        `expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw ${args.length}: ${args.join(' ')}`,
      );
    if (flags.is('stdin')) throw mistake('attaching standard input is not simulated: use exec');
    const name = target.replace(/^(pods?|po)\//, '');
    const pod = (await askObject(session, getRequest(session, resourceOf('pods'), name))) as Pod & KubernetesObject;
    const phase = pod.status?.phase;
    if (phase === 'Succeeded' || phase === 'Failed')
      throw mistake(`cannot attach a container in a completed pod; current phase is ${phase}`);
    let container: string;
    try {
      container = chooseContainer(session, pod, flags.text('container'), flags.is('quiet'));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw mistake(`cannot attach to the container: ${error.stderr.replace(/^error: |\n$/g, '')}`);
    }
    if (!flags.is('quiet')) session.err(hint);
    if (!pod.spec?.nodeName) throw mistake(`unable to upgrade connection: pod ${name} does not have a host assigned`);
    await followOn(session, { pod, container, options: {}, prefix: '', quiet: false });
    return 0;
  },
};
