import type { HttpResult } from '../contract.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Connection, Machine } from '../processes/machine.ts';
import type { Outcome } from '../processes/program.ts';
import type { Process } from '../state.ts';

/** What a client program remembers between asking and being answered. */
export type Fetch =
  | { status: number; body: string }
  | { error: 'connection refused' | 'timeout' | 'closed' | 'bad address'; ip: string };

/** Connections that nobody answers are given up after this long where the program has no time of its own. */
export const connectTimeout = 127_000;

/**
 * Asks once for a page: begins at the first call, and answers at the one after the answer's time has passed.
 * `timeout` is how long the program waits for an answer, in milliseconds.
 */
export function fetchOnce(
  machine: Machine,
  process: Process,
  { host, port, path }: { host: string; port: number; path: string },
  timeout = connectTimeout,
): Fetch | { outcome: Outcome } {
  if (process.memory !== undefined) return process.memory as Fetch;
  const connection = machine.connect(host, port);
  const { result, latency } = ask(connection, path, timeout);
  process.memory = result;
  // A refusal comes at once.
  if (latency === 0) return result;
  return { outcome: { wait: sleepFor(machine, process, latency) } };
}

function ask(connection: Connection, path: string, timeout: number): { result: Fetch; latency: number } {
  if ('error' in connection) {
    const ip = 'ip' in connection ? connection.ip : '';
    return { result: { error: connection.error, ip }, latency: connection.error === 'timeout' ? timeout : 0 };
  }
  const answer: HttpResult = connection.request(path);
  if ('error' in answer) {
    const latency = answer.error === 'timeout' ? timeout : 0;
    return { result: { error: answer.error, ip: connection.ip }, latency };
  }
  if (answer.latency > timeout) return { result: { error: 'timeout', ip: connection.ip }, latency: timeout };
  return { result: { status: answer.status, body: answer.body }, latency: answer.latency };
}

export interface Address {
  secure: boolean;
  host: string;
  port: number;
  path: string;
}

/** The parts of a URL; without `http://` it is taken for HTTP. Undefined where it is none. */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:(https?):\/\/)?(?:[^/@]*@)?([^/:?#]+)(?::(\d+))?([/?][^#]*)?(?:#.*)?$/.exec(text);
  if (!match) return undefined;
  const [, scheme = 'http', host = '', port, path = '/'] = match;
  const secure = scheme === 'https';
  return { secure, host, port: Number(port ?? (secure ? 443 : 80)), path: path.startsWith('/') ? path : `/${path}` };
}

const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The reason phrase of an HTTP status. */
export function reasonOf(status: number): string {
  return reasons[status] ?? 'Unknown';
}
