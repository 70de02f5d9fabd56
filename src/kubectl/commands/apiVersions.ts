import { servedVersions } from '../discovery.ts';
import { usageMistake } from '../errors.ts';
import type { Command } from './command.ts';

export const apiVersions: Command = {
  name: 'api-versions',
  flags: [],
  async run(session, { args }) {
    if (args.length > 0) throw usageMistake('api-versions', `unexpected arguments: [${args.join(' ')}]`);
    const versions = await servedVersions(session);
    session.out(versions.map((version) => `${version}\n`).join(''));
    return 0;
  },
};
