import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { containerNameOf } from '../imageReference.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

export const createDeployment: Command = {
  name: 'create deployment',
  takesWords: true,
  aliases: ['deploy'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'image', kind: 'list' },
    { name: 'replicas', short: 'r', kind: 'number' },
    { name: 'port', kind: 'number' },
  ],
  async run(session, { args, flags, afterDash }) {
    if (!flags.has('image')) throw mistake('required flag(s) "image" not set');
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create deployment', `exactly one NAME is required, got ${args.length}`);
    const images = flags.list('image').flatMap((text) => text.split(','));
    if (images.length > 1 && afterDash) throw mistake('cannot specify multiple --image options and command');
    const port = flags.number('port') ?? -1;
    const labels = { app: name };
    const containers = images.map((image) => ({
      name: containerNameOf(image),
      image,
      ...(afterDash && { command: afterDash }),
      ...(port > 0 && { ports: [{ containerPort: port }] }),
      resources: {},
    }));
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels },
      spec: {
        replicas: flags.number('replicas') ?? 1,
        selector: { matchLabels: labels },
        strategy: {},
        template: { metadata: { labels }, spec: { containers } },
      },
      status: {},
    };
    await createMade(session, flags, resourceOf('deployments'), deployment, (failure) =>
      mistake(`failed to create deployment: ${failure.message}`),
    );
    return 0;
  },
};
