import type { KubernetesObject, ObjectMeta } from '../objects.ts';
import type { Column } from './columns.ts';

/** What stands in a cell of a Table, as JSON has it. */
export type Cell = string | number | boolean;

/** What a Table says of a whole row. Source: metav1.TableRowCondition. */
export interface RowCondition {
  type: 'Completed';
  status: 'True';
  reason: string;
  message: string;
}

/** How the API server shows the objects of one kind in a Table. */
export interface Printer {
  kind: string;
  columns: readonly Column[];
  /** One cell for each column; `now` in milliseconds. */
  row(object: KubernetesObject, now: number): Cell[];
  conditions?(object: KubernetesObject): RowCondition[];
}

/** A printer of a kind's generated type. */
export function printer<T>(
  kind: string,
  columns: readonly Column[],
  row: (object: T & KubernetesObject, now: number) => Cell[],
): Printer {
  return { kind, columns, row: (object, now) => row(object as T & KubernetesObject, now) };
}

/** The text, or `<none>` for nothing. */
export function orNone(text: string | undefined): string {
  return text || '<none>';
}

/** At most `most` of the list, joined by commas, and how many more there are. Source: printersinternal.listWithMoreString. */
export function listWithMost(list: readonly string[], most: number): string {
  return list.length <= most ? list.join(',') : `${list.slice(0, most).join(',')} + ${list.length - most} more...`;
}

/** The addresses of a load balancer, sorted, each once. Source: printersinternal.loadBalancerStatusStringer. */
export function loadBalancerAddresses(ingress: readonly { ip?: string; hostname?: string }[] | undefined): string[] {
  const addresses = (ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  return [...new Set(addresses.filter(Boolean))].sort();
}

/** The name of a class, marked where one of the annotations makes it the default. */
export function className({ name = '', annotations }: ObjectMeta, ...marks: string[]): string {
  return marks.some((mark) => annotations?.[mark] === 'true') ? `${name} (default)` : name;
}
