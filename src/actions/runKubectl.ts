import type { ClusterClient } from '../client/client.ts';

/** A command line of kubectl that ends with an error; `message` is what kubectl printed. */
export class KubectlFailed extends Error {}

interface Options {
  signal?: AbortSignal;
  /** Called with each whole line that is printed. */
  line?(text: string): void;
}

/** Runs kubectl, which is loaded for it; throws `KubectlFailed` where it ends with an error. */
export async function runKubectl(
  client: ClusterClient,
  words: readonly string[],
  options: Options = {},
): Promise<void> {
  const { kubectl } = await import('../kubectl/kubectl.ts');
  let rest = '';
  let complaint = '';
  const { exit } = await kubectl(client, {
    words,
    ...(options.signal && { signal: options.signal }),
    write(stream, text) {
      if (stream === 'stderr') complaint += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.line?.(line);
    },
  });
  if (exit !== 0) throw new KubectlFailed(complaint.trim().replace(/^error: /, ''));
}
