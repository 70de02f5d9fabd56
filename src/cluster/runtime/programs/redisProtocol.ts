/**
 * Answers to one inline command of redis (`SET a 1`), in RESP: `+OK`, `:1`, `$-1`. The keys are in the server's memory.
 * Only what tutorials use; another command is unknown to it.
 */
export function answerRedis(server: { data?: Map<string, string> }, text: string): string {
  server.data ??= new Map();
  const { data } = server;
  const [name = '', key = '', ...rest] = text.trim().split(/\s+/);
  const bulk = (value: string | undefined): string =>
    value === undefined ? '$-1\r\n' : `$${value.length}\r\n${value}\r\n`;
  const wrong = `-ERR wrong number of arguments for '${name.toLowerCase()}' command\r\n`;
  const add = (by: number): string => {
    const value = Number(data.get(key) ?? 0) + by;
    if (!Number.isInteger(value)) return '-ERR value is not an integer or out of range\r\n';
    data.set(key, String(value));
    return `:${value}\r\n`;
  };
  switch (name.toUpperCase()) {
    case 'PING':
      return key === '' ? '+PONG\r\n' : bulk(key);
    case 'SET':
      if (rest.length === 0) return wrong;
      if (data.size >= mostKeys && !data.has(key))
        return "-OOM command not allowed when used memory > 'maxmemory'.\r\n";
      data.set(key, rest[0] ?? '');
      return '+OK\r\n';
    case 'GET':
      return key === '' ? wrong : bulk(data.get(key));
    case 'INCR':
      return key === '' ? wrong : add(1);
    case 'DECR':
      return key === '' ? wrong : add(-1);
    case 'DEL':
      return `:${[key, ...rest].filter((each) => data.delete(each)).length}\r\n`;
    case 'EXISTS':
      return `:${data.has(key) ? 1 : 0}\r\n`;
    case 'APPEND':
      data.set(key, (data.get(key) ?? '') + (rest[0] ?? ''));
      return `:${data.get(key)?.length}\r\n`;
    case 'KEYS':
      return `*${data.size}\r\n${[...data.keys()].map(bulk).join('')}`;
    case 'DBSIZE':
      return `:${data.size}\r\n`;
    case 'FLUSHALL':
      data.clear();
      return '+OK\r\n';
    case 'CONFIG':
      return '*0\r\n';
    case 'INFO':
      return bulk(`# Server\r\nredis_version:7.4.5\r\n# Keyspace\r\ndb0:keys=${data.size}`);
    default:
      return `-ERR unknown command '${name}', with args beginning with: ${key ? `'${key}' ` : ''}\r\n`;
  }
}

const mostKeys = 1000;

/** An answer as redis-cli prints it where its output is no terminal. */
export function plainAnswer(answer: string): string {
  const lines = answer.split('\r\n').slice(0, -1);
  const values = lines.filter((line, index) => index === 0 || !/^\$-?\d+$/.test(line));
  const [first = ''] = values;
  if (first.startsWith('*'))
    return values
      .slice(1)
      .map((line) => `${line}\n`)
      .join('');
  if (first.startsWith('$')) return `${values.slice(1).join('\n')}\n`;
  return `${/^[+:]/.test(first) ? first.slice(1) : first.replace(/^-/, '')}\n`;
}
