import { askJson } from './raw.ts';
import type { Session } from './session.ts';

/** A resource as the server tells of it. Source: metav1.APIResource. */
export interface ApiResource {
  name: string;
  singularName: string;
  namespaced: boolean;
  kind: string;
  verbs: string[];
  shortNames?: string[];
  categories?: string[];
  /** The list's group and version: `apps/v1`, `v1`. */
  groupVersion: string;
}

interface ResourceList {
  groupVersion: string;
  resources: ApiResource[];
}

/** `apps/v1`, ... of everything that is served, sorted. */
export async function servedVersions(session: Session): Promise<string[]> {
  const { versions } = await askJson<{ versions: string[] }>(session, '/api');
  const { groups } = await askJson<{ groups: { versions: { groupVersion: string }[] }[] }>(session, '/apis');
  return [...versions, ...groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion))].sort();
}

/** Every resource that the server has, in its preferred versions; no subresources. */
export async function servedResources(session: Session): Promise<ApiResource[]> {
  const { groups } = await askJson<{ groups: { preferredVersion: { groupVersion: string } }[] }>(session, '/apis');
  const paths = ['/api/v1', ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`)];
  const lists = await Promise.all(paths.map((path) => askJson<ResourceList>(session, path)));
  return lists.flatMap(({ groupVersion, resources }) =>
    resources.filter(({ name }) => !name.includes('/')).map((resource) => ({ ...resource, groupVersion })),
  );
}

/** The group in `apps/v1`, empty in `v1`. */
export const groupIn = (groupVersion: string): string =>
  groupVersion.includes('/') ? (groupVersion.split('/')[0] ?? '') : '';
