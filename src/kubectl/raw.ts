import type { Failure } from '../api/status.ts';
import { CommandError, refused } from './errors.ts';
import type { Session } from './session.ts';

/** What the server answers to a GET of a path; a refusal ends the command. */
export async function askRaw(session: Session, path: string): Promise<string> {
  const { code, contentType, body } = await session.client.raw(path);
  if (code < 400) return body;
  if (contentType === 'application/json') throw refused(JSON.parse(body) as Failure);
  throw new CommandError('Error from server (NotFound): the server could not find the requested resource\n');
}

/** As `askRaw`, read as JSON. */
export async function askJson<T>(session: Session, path: string): Promise<T> {
  return JSON.parse(await askRaw(session, path)) as T;
}
