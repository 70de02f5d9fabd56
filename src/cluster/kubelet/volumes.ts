import { decodeBase64 } from '../../api/base64.ts';
import type { ConfigMap, KeyToPath, Secret, Stored, Volume } from '../../api/objects.ts';
import { writeVolume } from '../runtime/runtime.ts';
import { getObject } from '../world/store.ts';
import { fieldOf } from './environment.ts';
import type { PodScope } from './scope.ts';

type Files = Record<string, string>;
type Source = { name?: string; items?: KeyToPath[]; optional?: boolean };

/** The files of the Pod's volumes by volume, or the first volume that cannot be mounted, and why. */
export function volumeFiles(scope: PodScope): Map<string, Files> | { volume: string; error: string } {
  const volumes = new Map<string, Files>();
  for (const volume of scope.worker.pod.spec?.volumes ?? []) {
    const files = filesOf(scope, volume);
    if (typeof files === 'string') return { volume: volume.name, error: files };
    if (files) volumes.set(volume.name, files);
  }
  return volumes;
}

/** Puts the files where the containers will see them. */
export function writeVolumes({ world, node, worker }: PodScope, volumes: ReadonlyMap<string, Files>): void {
  for (const [volume, files] of volumes) writeVolume(world, node, worker.pod.metadata.uid, volume, files);
}

/** What a volume holds from the start; nothing for emptyDir and the like; a text where it cannot be had. */
function filesOf(scope: PodScope, volume: Volume): Files | string | undefined {
  const { configMap, secret, downwardAPI, projected } = volume;
  if (configMap) return fromObject(scope, 'configmaps', configMap);
  if (secret) return fromObject(scope, 'secrets', { ...secret, ...(secret.secretName && { name: secret.secretName }) });
  if (downwardAPI) return downward(scope, downwardAPI.items);
  if (!projected) return undefined;
  const files: Files = {};
  for (const source of projected.sources ?? []) {
    const part = source.configMap
      ? fromObject(scope, 'configmaps', source.configMap)
      : source.secret
        ? fromObject(scope, 'secrets', source.secret)
        : source.downwardAPI
          ? downward(scope, source.downwardAPI.items)
          : source.serviceAccountToken
            ? { [source.serviceAccountToken.path]: tokenOf(scope) }
            : {};
    if (typeof part === 'string') return part;
    Object.assign(files, part);
  }
  return files;
}

/** Not a token that anybody could use: in the simulator nobody checks one. */
const tokenOf = ({ worker }: PodScope): string => `token-of-${worker.pod.spec?.serviceAccountName ?? 'default'}`;

function downward(scope: PodScope, items: readonly { path: string; fieldRef?: { fieldPath: string } }[] = []): Files {
  return Object.fromEntries(
    items.map(({ path, fieldRef }) => [path, fieldRef ? fieldOf(scope, fieldRef.fieldPath) : '']),
  );
}

function fromObject(scope: PodScope, resource: 'configmaps' | 'secrets', source: Source): Files | string {
  const word = resource === 'configmaps' ? 'configmap' : 'secret';
  const key = `${scope.worker.pod.metadata.namespace}/${source.name}`;
  const object = getObject<Stored<ConfigMap | Secret>>(scope.world.store, resource, key);
  // The controller manager keeps this one in every namespace (root-ca-certificate-publisher); a Pod never waits for it.
  const isSureToCome = source.name === 'kube-root-ca.crt';
  if (!object) return source.optional || isSureToCome ? {} : `${word} "${source.name}" not found`;
  const data = Object.entries(object.data ?? {}).map(([name, value]) => [
    name,
    resource === 'secrets' ? decodeBase64(value) : value,
  ]);
  const all: Files = Object.fromEntries(data);
  if (!source.items) return all;
  const files: Files = {};
  for (const { key: name, path } of source.items) {
    const text = all[name];
    if (text !== undefined) files[path] = text;
    else if (!source.optional) return `references non-existent ${word === 'secret' ? 'secret' : 'config'} key: ${name}`;
  }
  return files;
}
