import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../../src/api/openapi/documents.ts';
import { sortKeys } from '../../../src/kubectl/output/yaml.ts';

/**
 * The documents of a real server are five megabytes; kept of them is, for each path, the beginning of the SHA-256 of
 * what stands at it, as JSON with sorted keys.
 */
const recorded: Record<string, string> = JSON.parse(
  readFileSync('e2e/conformance/recordings/api/openapi/paths.json', 'utf8'),
);
const hashOf = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(sortKeys(value)))
    .digest('hex')
    .slice(0, 16);

interface Document {
  paths: Record<string, object>;
  components: { schemas: Record<string, object> };
}
const { paths } = openApi('/openapi/v3') as { paths: Record<string, { serverRelativeURL: string }> };

describe.each(Object.entries(paths))('the OpenAPI document %s', (_, { serverRelativeURL }) => {
  const document = openApi(serverRelativeURL) as Document;

  it('says of each path what a real server says', () => {
    const known = Object.entries(document.paths).filter(([path]) => recorded[path]);
    const hashes = known.map(([path, item]) => [path, hashOf(item)] as const);
    expect(Object.fromEntries(hashes)).toEqual(Object.fromEntries(known.map(([path]) => [path, recorded[path]])));
  });

  it('has every schema that it mentions', () => {
    const mentioned = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(mentioned.filter((name) => !document.components.schemas[name ?? ''])).toEqual([]);
    expect(mentioned.length).toBeGreaterThan(0);
  });
});

it('no other document', () => {
  expect(openApi('/openapi/v3/apis/apps/v2')).toBeUndefined();
});
