import type { KubernetesObject } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { fromTimestamp } from '../../../src/api/time.ts';
import { call } from '../../../src/cluster/apiserver/apiserver.ts';
import type { Table } from '../../../src/cluster/apiserver/table.ts';
import { createWorld } from '../../../src/cluster/world/create.ts';
import { put } from '../../../src/cluster/world/store.ts';
import { type ConformanceSet, readRecording } from './set.ts';

interface TableCase {
  name: string;
  kind: string;
  object: KubernetesObject;
  at: string;
  headers: string[];
  wideOnly: string[];
  cells: unknown[];
  cellsWide: unknown[];
}

const { cases } = readRecording<{ cases: TableCase[] }>('tables');

/** Kinds that were recorded and are not served. */
const notServed = ['Role', 'RoleBinding', 'ServiceCIDR'];

/** What the server makes of an object for a client that asks for a Table. */
export const tables: ConformanceSet<TableCase> = {
  cases: cases.filter(({ kind }) => !notServed.includes(kind)),
  expected: ({ headers, wideOnly, cells, cellsWide }) => ({ headers, wideOnly, cells, cellsWide }),
  answer({ object, at }) {
    const resource = resourceOfKind(object.apiVersion, object.kind);
    if (!resource) return 'not served';
    const world = createWorld({ seed: 1, start: fromTimestamp(at) });
    put(world.store, world.now, resource.plural, object, { actor: 'test' });
    const { name, namespace } = object.metadata;
    const place = { resource: resource.plural, name, ...(namespace !== undefined && { namespace }) };
    const { answer } = call(world, { verb: 'get', ...place, as: 'Table' }, { actor: 'test' });
    const { columnDefinitions, rows } = answer as Table;
    const columns = columnDefinitions ?? [];
    const row = rows[0]?.cells ?? [];
    return {
      headers: columns.map((column) => column.name),
      wideOnly: columns.filter((column) => column.priority > 0).map((column) => column.name),
      cells: row.filter((_, index) => columns[index]?.priority === 0),
      cellsWide: row,
    };
  },
};
