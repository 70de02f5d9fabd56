import { mistake, usageMistake } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { askRaw } from '../raw.ts';
import type { Session } from '../session.ts';

/** `get --raw PATH`: what the server answers, as it is. Source: kubectl pkg/rawhttp, GetOptions.Validate. */
export async function getRaw(session: Session, { args, flags }: Arguments): Promise<number> {
  const path = flags.text('raw') ?? '';
  if (args.length > 0) throw mistake('arguments may not be passed when --raw is specified');
  if (flags.is('watch') || flags.is('watch-only') || flags.has('selector'))
    throw mistake('--raw may not be specified with other flags that filter the server request or alter the output');
  if (flags.has('output')) throw usageMistake('get', '--raw and --output are mutually exclusive');
  if (!path.startsWith('/'))
    throw usageMistake('get', `--raw must be a valid URL path: parse ${JSON.stringify(path)}: invalid URI for request`);
  session.out(await askRaw(session, path));
  return 0;
}
