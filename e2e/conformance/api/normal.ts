/** Text as the recordings hold it: without what differs at every run. */
export function normalText(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>')
    .replace(/(resourceVersion\\*"?:\\*"?)\d{2,}/g, '$1<resourceVersion>')
    .replace(/kube-api-access-\w{5}/g, 'kube-api-access-xxxxx')
    .replace(/a{1000,}/g, (run) => `<a*${run.length}>`);
}

const volatile = ['uid', 'resourceVersion', 'creationTimestamp'];

/** The object without what the server makes up, texts as above. `typed` is what the user wrote: its addresses stay. */
export function normalObject(object: unknown, typed = '', keepManagedFields = false): unknown {
  const dropped = keepManagedFields ? volatile : [...volatile, 'managedFields'];
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (/^10\.(9[6-9]|10\d|11[01])\.\d+\.\d+$/.test(value) && !typed.includes(value)) return '<clusterIP>';
      return normalText(value);
    }
    if (typeof value === 'number' && /^(nodePort|healthCheckNodePort)$/.test(key) && !typed.includes(String(value)))
      return '<nodePort>';
    if (Array.isArray(value)) return value.map((element) => walk(element, key));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(
      ([name, inner]) => inner !== undefined && !(key === 'metadata' && dropped.includes(name)),
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, x]) => [name, walk(x, name)]));
  };
  const out = walk(object, '') as { metadata?: Record<string, unknown> };
  // The recordings have a time in every entry, also where the server wrote none.
  const entries = out.metadata?.managedFields as object[] | undefined;
  if (entries)
    out.metadata = { ...out.metadata, managedFields: entries.map((entry) => ({ ...entry, time: '<time>' })) };
  const { generateName, name } = out.metadata ?? {};
  if (typeof generateName === 'string' && typeof name === 'string' && name.startsWith(generateName))
    out.metadata = { ...out.metadata, name: `${generateName}<random>` };
  return out;
}

interface StatusLike {
  code?: number;
  reason?: string;
  message?: string;
  details?: { causes?: { field?: string; message?: string }[] };
}

/** The Status as recorded: code, reason, message and details; causes out of maps in a fixed order. */
export function normalStatus(status: StatusLike | null | undefined): unknown {
  if (!status) return null;
  const { code, reason, message, details } = JSON.parse(normalText(JSON.stringify(status))) as StatusLike;
  const causes = details?.causes?.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  // The message lists the causes in the order of the map.
  const text = (causes?.length ?? 0) > 1 ? message?.replace(/^([^[]*\[).*$/s, '$1...]') : message;
  return { code, reason, message: text, details: details && { ...details, ...(causes && { causes }) } };
}

/** kubectl's list of causes in a fixed order. */
export function normalLines(text: string): string {
  const lines = normalText(text).split('\n');
  const causes = lines.filter((line) => line.startsWith('* ')).sort();
  return lines.map((line) => (line.startsWith('* ') ? causes.shift() : line)).join('\n');
}
