import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/api/discovery/discovery.ts';
import { resources } from '../../../src/api/resources.ts';

const folder = 'e2e/conformance/recordings/api/openapi';
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const served = new Set(resources.map(({ group, version, plural }) => `${group}/${version}/${plural}`));
const servedVersions = new Set(resources.map(({ group, version }) => `${group}/${version}`));

describe('what the server says that it serves is what a real one says of the same', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.resources.json'));
  const lists = files.map((name) => name.replace('.resources.json', '').split('_'));
  const ofServed = lists.filter(([, ...rest]) => servedVersions.has(rest.length > 1 ? rest.join('/') : `/${rest[0]}`));

  it.each(ofServed.map((parts) => [`/${parts.join('/')}`, parts] as const))('%s', (path, parts) => {
    const list = read(`${parts.join('_')}.resources.json`);
    const groupVersion = list.groupVersion.includes('/') ? list.groupVersion : `/${list.groupVersion}`;
    list.resources = list.resources.filter(({ name }: { name: string }) =>
      served.has(`${groupVersion}/${name.split('/')[0]}`),
    );
    expect(discover(path)).toEqual(list);
  });

  interface Group {
    metadata: { name?: string };
    versions: { version: string; resources: { resource: string }[] }[];
  }
  it.each(['api', 'apis'])('/%s, aggregated', (root) => {
    const list = read(`${root}.aggregated.json`);
    list.items = list.items
      .map(({ metadata, versions }: Group) => ({
        metadata,
        versions: versions
          .map(({ version, resources: all, ...rest }) => ({
            version,
            resources: all.filter(({ resource }) => served.has(`${metadata.name ?? ''}/${version}/${resource}`)),
            ...rest,
          }))
          .filter((one) => one.resources.length > 0),
      }))
      .filter(({ versions }: Group) => versions.length > 0);
    expect(discover(`/${root}`, 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList')).toEqual(list);
  });

  it('/apis and each group', () => {
    const list = read('apis.discovery.json');
    type Version = { groupVersion: string };
    list.groups = list.groups
      .map(
        ({ name, versions, preferredVersion }: { name: string; versions: Version[]; preferredVersion: Version }) => ({
          name,
          versions: versions.filter(({ groupVersion }) => servedVersions.has(groupVersion)),
          preferredVersion,
        }),
      )
      .filter(
        ({ name, versions }: { name: string; versions: Version[] }) => versions.length > 0 && name !== 'events.k8s.io',
      );
    expect(discover('/apis')).toEqual(list);
    for (const group of list.groups)
      expect(discover(`/apis/${group.name}`)).toEqual({ kind: 'APIGroup', apiVersion: 'v1', ...group });
  });

  it('/api and /version', () => {
    const { kind, versions } = read('api.discovery.json');
    expect(discover('/api')).toMatchObject({ kind, versions });
    expect(discover('/version')).toEqual(read('version.json'));
  });

  it('nothing else', () => {
    for (const path of ['/', '/apis/apps/v2', '/apis/nope', '/api/v2', '/apis/apps/v1/deployments'])
      expect(discover(path)).toBeUndefined();
  });
});
