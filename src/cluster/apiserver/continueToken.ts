import { decodeBase64, encodeBase64 } from '../../api/base64.ts';

/** Where a list goes on, and as of when. Source: k8s.io/apiserver storage.continueToken. */
export interface Continue {
  /** The revision of the first page; -1 to go on with what there is now. */
  revision: number;
  /** Keys from here on, relative to the list: `web\0` in a namespace, `default/web\0` across all. */
  start: string;
}

const version = 'meta.k8s.io/v1';

/** Source: apiserver storage.EncodeContinue; base64.RawURLEncoding of JSON as Go writes it. */
export function encodeContinue({ revision, start }: Continue): string {
  const json = JSON.stringify({ v: version, rv: revision, start });
  return encodeBase64(json).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What the token says, or why it is none. Source: apiserver storage.DecodeContinue. */
export function decodeContinue(token: string): Continue | { error: string } {
  const invalid = (why: string) => ({ error: `continue key is not valid${why}` });
  const wrong = token.search(/[^A-Za-z0-9_-]/);
  if (wrong >= 0) return invalid(`: illegal base64 data at input byte ${wrong}`);
  if (token.length % 4 === 1) return invalid(`: illegal base64 data at input byte ${token.length - 1}`);
  const text = decodeBase64(token.replaceAll('-', '+').replaceAll('_', '/'));
  let parsed: { v?: unknown; rv?: unknown; start?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    return invalid(`: ${jsonError(text)}`);
  }
  const { v = '', rv = 0, start = '' } = parsed ?? {};
  if (v !== version) return invalid(`: server does not recognize this encoded version ${v}`);
  if (typeof rv !== 'number' || rv === 0)
    return invalid(`: incorrect encoded start resourceVersion (version ${version})`);
  if (typeof start !== 'string' || start === '') return invalid(`: encoded start key empty (version ${version})`);
  const key = start.startsWith('/') ? start : `/${start}`;
  if (isUnclean(key)) return invalid(`: ${start}`);
  return { revision: rv, start: key.slice(1) };
}

/** Whether `path.Clean` would change it: such a key could climb out of the list. */
const isUnclean = (key: string): boolean => /\/(\.{0,2})(\/|$)/.test(key);

const jsonError = (text: string): string =>
  text === ''
    ? 'unexpected end of JSON input'
    : `invalid character ${/^\s*[{["\d-]/.test(text) ? 'in JSON' : `'${text.trimStart().charAt(0)}' looking for beginning of value`}`;
