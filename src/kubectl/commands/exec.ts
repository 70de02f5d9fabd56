import type { Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake, refused, usageMistake } from '../errors.ts';
import { askObject } from '../session.ts';
import { getRequest } from '../targets.ts';
import { type Command, common } from './command.ts';

export const exec: Command = {
  name: 'exec',
  takesWords: true,
  flags: [
    common.container,
    { name: 'stdin', short: 'i', kind: 'bool' },
    { name: 'tty', short: 't', kind: 'bool' },
    { name: 'quiet', short: 'q', kind: 'bool' },
  ],
  async run(session, { args, flags, afterDash }) {
    const [name] = args;
    if (name === undefined) throw usageMistake('exec', 'pod, type/name or --filename must be specified');
    if (!afterDash?.length) throw usageMistake('exec', 'you must specify at least one command for the container');
    const podName = name.replace(/^(pods?|po)\//, '');
    const pod = (await askObject(session, getRequest(session, resourceOf('pods'), podName))) as Pod;
    const phase = pod.status?.phase;
    if (phase === 'Succeeded' || phase === 'Failed')
      throw mistake(`cannot exec into a container in a completed pod; current phase is ${phase}`);
    if (flags.is('stdin') && flags.is('tty'))
      session.err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
    const container = chooseContainer(session, pod, flags.text('container'), flags.is('quiet'));
    if (!pod.spec?.nodeName)
      throw new CommandError(`Error from server (BadRequest): pod ${podName} does not have a host assigned\n`);
    const answer = await session.client.exec({
      namespace: session.namespace,
      pod: podName,
      container,
      command: afterDash,
      ...(flags.is('stdin') && { stdin: session.stdin }),
    });
    if ('reason' in answer && isFailure(answer)) {
      if (answer.reason === 'InternalError') throw mistake(answer.message);
      throw refused(answer);
    }
    if (!('exitCode' in answer)) throw new Error('a command ends or is refused');
    session.out(answer.stdout);
    session.err(answer.stderr);
    if (answer.exitCode !== 0)
      throw new CommandError(`command terminated with exit code ${answer.exitCode}\n`, answer.exitCode);
    return 0;
  },
};
