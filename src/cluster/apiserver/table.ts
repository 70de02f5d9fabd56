import type { KubernetesObject, StoredMeta } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import type { Column } from '../../api/tables/columns.ts';
import type { Cell, RowCondition } from '../../api/tables/printer.ts';
import { printerOf } from '../../api/tables/registry.ts';
import type { IncludeObject, ObjectList } from './request.ts';

/** Objects as rows, for clients that show them. Source: metav1.Table. */
export interface Table {
  kind: 'Table';
  apiVersion: 'meta.k8s.io/v1';
  metadata: ObjectList['metadata'];
  /** In a watch with its first event only. */
  columnDefinitions: readonly Column[] | null;
  rows: TableRow[];
}

export interface TableRow {
  cells: Cell[];
  conditions?: RowCondition[];
  /** By default the metadata alone. */
  object:
    | KubernetesObject
    | { kind: 'PartialObjectMetadata'; apiVersion: 'meta.k8s.io/v1'; metadata: StoredMeta }
    | null;
}

/** A list, or one object, as a Table. Source: k8s.io/kubernetes printers/storage.TableConvertor. */
export function toTable(
  resource: Resource,
  answer: KubernetesObject | ObjectList,
  now: number,
  include: IncludeObject = 'Metadata',
): Table {
  const printer = printerOf(resource.kind);
  const isList = 'items' in answer;
  const row = (object: KubernetesObject): TableRow => {
    const conditions = printer.conditions?.(object) ?? [];
    return {
      // The object of a bookmark has not even a name.
      cells: printer.row(object, now).map((cell) => cell ?? ''),
      ...(conditions.length > 0 && { conditions }),
      object: rowObject(object, include),
    };
  };
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: isList ? answer.metadata : { resourceVersion: answer.metadata.resourceVersion },
    columnDefinitions: printer.columns,
    rows: (isList ? answer.items : [answer]).map(row),
  };
}

function rowObject(object: KubernetesObject, include: IncludeObject): TableRow['object'] {
  if (include === 'None') return null;
  if (include === 'Object') return object;
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: object.metadata };
}
