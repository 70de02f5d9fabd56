import { parse } from 'yaml';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { isFailure } from '../../../src/api/status.ts';
import { placeOf, stillCluster } from './cluster.ts';
import { normalObject } from './normal.ts';
import { type ConformanceSet, readRecording } from './set.ts';

interface DefaultingCase {
  name: string;
  kind: string;
  yaml: string;
  before?: string | string[];
  object: object;
  warnings?: string[];
}

/** The object that comes of a manifest in a cluster with default settings. */
export const defaulting: ConformanceSet<DefaultingCase> = {
  cases: readRecording<DefaultingCase[]>('defaulting'),
  expected: ({ object, yaml, warnings = [] }) => ({ object: normalObject(object, yaml), warnings }),
  async answer({ yaml, before = [] }) {
    const { client, run } = stillCluster();
    for (const manifest of [before].flat()) await run('apply -f -', manifest);
    const object = parse(yaml, { version: '1.1', uniqueKeys: false }) as ObjectToWrite;
    const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
    if (!resource) return 'not served';
    const options = { dryRun: true, fieldValidation: 'Warn' } as const;
    const response = await client.request({ verb: 'create', ...placeOf(resource, object), object, options });
    if (isFailure(response.answer)) return response.answer.message;
    return { object: normalObject(response.answer, yaml), warnings: response.warnings ?? [] };
  },
};
