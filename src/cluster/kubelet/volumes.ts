import { decodeBase64 } from '../../api/base64.ts';
import type {
  ConfigMap,
  Container,
  DownwardAPIVolumeFile,
  KeyToPath,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  Secret,
  Stored,
  Volume,
} from '../../api/objects.ts';
import type { Mount } from '../runtime/contract.ts';
import { copyVolume, writeVolume } from '../runtime/runtime.ts';
import { getObject } from '../world/store.ts';
import { fieldOf, resourceOf } from './environment.ts';
import type { PodScope } from './scope.ts';

type Files = Record<string, string>;
type Source = { name?: string; items?: KeyToPath[]; optional?: boolean };

/** Volumes whose files come from the API, and follow it: nobody can write to them. */
const isProjection = ({ configMap, secret, downwardAPI, projected }: Volume): boolean =>
  Boolean(configMap ?? secret ?? downwardAPI ?? projected);

/** What a container finds where it mounts volumes. `expanded` resolves `$(NAME)` in a subPathExpr. */
export function mountsOf(
  scope: PodScope,
  { name: container, volumeMounts = [] }: Container,
  expanded: Expand,
): Mount[] {
  const { volumes = [] } = scope.worker.pod.spec ?? {};
  return volumeMounts.map(({ name, mountPath, readOnly = false, subPath, subPathExpr }) => {
    const path = subPathExpr ? expanded(subPathExpr) : (subPath ?? '');
    const volume = volumes.find((one) => one.name === name);
    const mount: Mount = { path: mountPath, volume: name, readOnly, ...(path && { subPath: path }) };
    if (!volume) return mount;
    if (volume.emptyDir?.medium === 'Memory') return { ...mount, inMemory: true };
    if (isProjection(volume))
      return { ...mount, readOnly: true, ...(path && { volume: frozen(scope, name, container) }) };
    const disk = diskOf(scope, volume);
    if (!disk || 'error' in disk) return mount;
    return { ...mount, disk: disk.disk, subPath: `${disk.path}/${path}`, readOnly: readOnly || disk.readOnly };
  });
}

type Expand = (text: string) => string;

/** A subPath of a projection stays as it is when the container is made. */
function frozen({ world, node, worker }: PodScope, volume: string, container: string): string {
  const copy = `${volume}/${container}`;
  copyVolume(world, node, worker.pod.metadata.uid, volume, copy);
  return copy;
}

/** The disk of a volume that outlives the Pod, and the place there; or why there is none. Undefined: no such volume. */
function diskOf(
  scope: PodScope,
  { hostPath, persistentVolumeClaim: claim }: Volume,
): { disk: string; path: string; readOnly: boolean } | { error: string } | undefined {
  const { world, node, worker } = scope;
  if (hostPath) return { disk: `host/${node}`, path: hostPath.path, readOnly: false };
  if (!claim) return undefined;
  const { claimName, readOnly = false } = claim;
  const key = `${worker.pod.metadata.namespace}/${claimName}`;
  const object = getObject<Stored<PersistentVolumeClaim>>(world.store, 'persistentvolumeclaims', key);
  if (!object) return { error: `persistentvolumeclaim "${claimName}" not found` };
  const name = object.status?.phase === 'Bound' ? object.spec?.volumeName : undefined;
  const bound = name && getObject<Stored<PersistentVolume>>(world.store, 'persistentvolumes', name);
  if (!bound) return { error: `PVC ${key} is not bound` };
  const path = bound.spec?.hostPath?.path ?? bound.spec?.local?.path;
  if (path !== undefined) return { disk: `host/${node}`, path, readOnly };
  return { disk: `pv/${bound.metadata.uid}`, path: '', readOnly };
}

/** What hostPath asks of the path before it is mounted. Source: pkg/volume/hostpath checkType. */
function hostPathProblem({ world, node }: PodScope, { hostPath }: Volume): string | undefined {
  const { path = '', type = '' } = hostPath ?? {};
  if (type === '' || type.endsWith('OrCreate')) return undefined;
  const files = world.disks?.get(`host/${node}`);
  const isFile = files?.get(path)?.type === 'file';
  const isDirectory =
    usualDirectories.has(path) || [...(files?.keys() ?? [])].some((key) => key.startsWith(`${path}/`));
  if (type === 'Directory') return isDirectory ? undefined : `hostPath type check failed: ${path} is not a directory`;
  if (type === 'File' && isFile) return undefined;
  const words: Record<string, string> = {
    File: 'file',
    Socket: 'socket file',
    CharDevice: 'character device',
    BlockDevice: 'block device',
  };
  return `hostPath type check failed: ${path} is not a ${words[type] ?? type}`;
}

const usualDirectories = new Set([
  '/',
  '/var',
  '/var/log',
  '/var/lib',
  '/etc',
  '/tmp',
  '/opt',
  '/srv',
  '/mnt',
  '/home',
  '/run',
  '/dev',
  '/sys',
  '/proc',
  '/usr',
]);

/** Brings the files that come from the API up to date; those that cannot be had stay. */
export function refreshVolumes(scope: PodScope): void {
  for (const volume of scope.worker.pod.spec?.volumes ?? []) {
    if (!isProjection(volume) || volume.name.startsWith('kube-api-access-')) continue;
    const files = filesOf(scope, volume);
    if (files && typeof files !== 'string') writeVolumes(scope, new Map([[volume.name, files]]));
  }
}

/** Whether a Pod has a volume with the files of this object. */
export function mountsObject({ spec }: Pod, resource: 'configmaps' | 'secrets', name: string): boolean {
  const isIt = ({
    configMap,
    secret,
  }: {
    configMap?: { name?: string };
    secret?: { name?: string; secretName?: string };
  }) => (resource === 'configmaps' ? configMap?.name === name : (secret?.secretName ?? secret?.name) === name);
  return (spec?.volumes ?? []).some(
    (volume) => !volume.name.startsWith('kube-api-access-') && (isIt(volume) || volume.projected?.sources?.some(isIt)),
  );
}

/** The files of the Pod's volumes by volume, or the first volume that cannot be mounted, and why. */
export function volumeFiles(scope: PodScope): Map<string, Files> | { volume: string; error: string } {
  const volumes = new Map<string, Files>();
  for (const volume of scope.worker.pod.spec?.volumes ?? []) {
    const files = filesOf(scope, volume);
    if (typeof files === 'string') return { volume: volume.name, error: files };
    if (files) volumes.set(volume.name, files);
    const disk = diskOf(scope, volume);
    const error = disk && 'error' in disk ? disk.error : hostPathProblem(scope, volume);
    if (error) return { volume: volume.name, error };
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

function downward(scope: PodScope, items: readonly DownwardAPIVolumeFile[] = []): Files {
  return Object.fromEntries(
    items.map(({ path, fieldRef, resourceFieldRef }) => [
      path,
      fieldRef
        ? fieldOf(scope, fieldRef.fieldPath)
        : resourceFieldRef
          ? resourceOf(scope, resourceFieldRef, resourceFieldRef.containerName ?? '')
          : '',
    ]),
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
  const binary = Object.entries(('binaryData' in object && object.binaryData) || {});
  const all: Files = Object.fromEntries([...data, ...binary.map(([name, value]) => [name, decodeBase64(value)])]);
  if (!source.items) return all;
  const files: Files = {};
  for (const { key: name, path } of source.items) {
    const text = all[name];
    if (text !== undefined) files[path] = text;
    else if (!source.optional) return `references non-existent ${word === 'secret' ? 'secret' : 'config'} key: ${name}`;
  }
  return files;
}
