import type { Recorded } from './recording.ts';

/** Replaces what differs from run to run (generated names, uids, addresses, durations, ages) by placeholders. */
export type Normalise = (text: unknown) => string;

/** The placeholders of one recording: generated names are found by their owners. */
export function normaliser({ watch, namespace }: Recorded): Normalise {
  const longestFirst = [...placeholders(watch)].sort((a, b) => b[0].length - a[0].length);
  return (text) => {
    let s = String(text);
    for (const [name, placeholder] of longestFirst) s = s.replaceAll(name, placeholder);
    return s
      .replaceAll(namespace, '<namespace>')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
      .replace(/sha256:[0-9a-f]{64}/g, '<digest>')
      .replace(/\b[0-9a-f]{64}\b/g, '<id>')
      .replace(/\b(10\.(244|24[0-9])|10\.(9[6-9]|1[01]\d))\.\d+\.\d+\b/g, '<ip>')
      .replace(/\b192\.168\.192\.168\b/g, '<ip>')
      .replace(/\b192\.(0\.2|168\.\d+)\.\d+\b/g, '<nodeIP>')
      .replace(/\b\d+(\.\d+)?(ms|µs|s)\b(?= \(|\s+including waiting)/g, '<duration>')
      .replace(/Image size: \d+ bytes/g, 'Image size: <n> bytes')
      .replace(/port 5\d{4}\b|:\d{5}->/g, (match) => match.replace(/\d+/, '<port>'))
      .replace(/\b(\d+[dhms]){1,3}( ago)?\b/g, (match) => (/ago/.test(match) ? '<age> ago' : match))
      .replace(/t\+\d+(\.\d+)?/g, '<time>')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>')
      .replace(/resourceVersion: "\d+"/g, 'resourceVersion: "<n>"')
      .replace(/(pod-template-hash|controller-revision-hash)(=|: )[\w-]+/g, '$1$2<hash>')
      .replace(/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-<id>')
      .replace(/(Successfully assigned \S+ to )\S+/g, '$1<node>');
  };
}

/** Generated names: ReplicaSets of one Deployment are numbered in order of creation, Pods of one owner are interchangeable. */
function placeholders(watch: Recorded['watch']): Map<string, string> {
  const names = new Map<string, string>();
  const replicaSets = new Map<string, number>();
  for (const { object } of watch) {
    const { kind, metadata } = object;
    const owner = metadata?.ownerReferences?.[0];
    if (!owner || !metadata?.name || names.has(metadata.name)) continue;
    if (kind === 'ReplicaSet' && owner.kind === 'Deployment') {
      const number = (replicaSets.get(owner.name) ?? 0) + 1;
      replicaSets.set(owner.name, number);
      names.set(metadata.name, `${owner.name}-<rs${number}>`);
    } else if (kind === 'EndpointSlice') names.set(metadata.name, `${owner.name}-<slice>`);
    else if (kind === 'Job' && owner.kind === 'CronJob') names.set(metadata.name, `${owner.name}-<minute>`);
    else if (kind === 'Pod' && owner.kind !== 'StatefulSet')
      names.set(metadata.name, `${names.get(owner.name) ?? owner.name}-<pod>`);
  }
  return names;
}
