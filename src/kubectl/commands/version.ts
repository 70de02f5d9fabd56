import { mistake } from '../errors.ts';
import { toYaml } from '../output/yaml.ts';
import { askJson } from '../raw.ts';
import { type Command, common } from './command.ts';

/** What this kubectl is like: the one that was recorded. */
const clientVersion = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.2',
  gitCommit: '$Format:%H$',
  gitTreeState: '',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: 'go1.26.10',
  compiler: 'gc',
  platform: 'linux/amd64',
};
const kustomizeVersion = 'v5.8.1';

export const version: Command = {
  name: 'version',
  flags: [common.output, { name: 'client', kind: 'bool' }],
  async run(session, { args, flags }) {
    if (args.length > 0) throw mistake(`extra arguments: [${args.join(' ')}]`);
    const output = flags.text('output') ?? '';
    if (!['', 'json', 'yaml'].includes(output)) throw mistake("--output must be 'yaml' or 'json'");
    const serverVersion = flags.is('client') ? undefined : await askJson<{ gitVersion: string }>(session, '/version');
    const all = { clientVersion, kustomizeVersion, ...(serverVersion && { serverVersion }) };
    // In JSON the fields stand as the server has them, in YAML sorted.
    if (output === 'json') session.out(`${JSON.stringify(all, undefined, 2)}\n`);
    else if (output === 'yaml') session.out(`${toYaml(all)}\n`);
    else {
      session.out(`Client Version: ${clientVersion.gitVersion}\nKustomize Version: ${kustomizeVersion}\n`);
      if (serverVersion) session.out(`Server Version: ${serverVersion.gitVersion}\n`);
    }
    return 0;
  },
};
