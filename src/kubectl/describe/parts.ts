import type { Event, Toleration, TopologySpreadConstraint } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { ageSince } from '../../api/tables/age.ts';
import type { DescribeWriter } from './writer.ts';

/** `Labels: a=b`, one line for each, sorted. Source: describe.printLabelsMultiline. */
export function writeLabels(writer: DescribeWriter, title: string, labels: Record<string, string> | undefined): void {
  const sorted = Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  writeMultiline(
    writer,
    title,
    sorted.map(([key, value]) => `${key}=${value}`),
  );
}

/** A title with its first value beside it and the others below; `<none>` without any. */
export function writeMultiline(writer: DescribeWriter, title: string, values: readonly string[]): void {
  if (values.length === 0) writer.line(0, `${title}:`, '<none>');
  for (const [index, value] of values.entries()) writer.line(0, index === 0 ? `${title}:` : '', value);
}

const longestValue = 140;

/** Annotations; long and multi-line values on lines of their own. Source: describe.printAnnotationsMultiline. */
export function writeAnnotations(writer: DescribeWriter, annotations: Record<string, string> | undefined): void {
  const shown = Object.entries(annotations ?? {}).filter(
    ([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration',
  );
  if (shown.length === 0) writer.line(0, 'Annotations:', '<none>');
  for (const [index, [key, whole]] of shown.sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const title = index === 0 ? 'Annotations:' : '';
    const value = whole.replace(/\n$/, '');
    if (value.length + key.length + 2 > longestValue || value.includes('\n')) {
      writer.line(0, title, `${key}:`);
      for (const line of value.split('\n'))
        writer.line(0, '', `  ${line.length > longestValue - 2 ? `${line.slice(0, longestValue - 2)}...` : line}`);
    } else writer.line(0, title, `${key}: ${value}`);
  }
}

/** `key=value:Effect op=Exists for 300s`, sorted by key. Source: describe.printTolerationsInTable and sortedTolerations. */
export function writeTolerations(writer: DescribeWriter, tolerations: readonly Toleration[] | undefined): void {
  const byKey = [...(tolerations ?? [])].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  const texts = byKey.map(({ key = '', value, effect, operator, tolerationSeconds }) => {
    const what = `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;
    const exists = operator === 'Exists' && !value ? (key || effect ? ' op=Exists' : 'op=Exists') : '';
    return `${what}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
  });
  writeMultiline(writer, 'Tolerations', texts);
}

/** The events about an object, oldest last time first; undefined where they were not asked for. Source: describe.DescribeEvents. */
export function writeEvents(writer: DescribeWriter, events: readonly Event[] | undefined, now: number): void {
  if (!events) return;
  if (events.length === 0) {
    writer.line(0, 'Events:', '<none>');
    return;
  }
  writer.line(0, 'Events:');
  writer.line(1, 'Type', 'Reason', 'Age', 'From', 'Message');
  writer.line(1, '----', '------', '----', '----', '-------');
  const time = (event: Event): string => event.lastTimestamp ?? '';
  const sorted = [...events].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  for (const event of sorted) {
    const first = event.eventTime ? ageSince(event.eventTime, now) : ageSince(event.firstTimestamp, now);
    const field = event.involvedObject.fieldPath;
    writer.line(
      1,
      event.type ?? '',
      event.reason ?? '',
      eventAge(event, first, now),
      event.source?.component || event.reportingComponent || '',
      `${field ? `${field}: ` : ''}${(event.message ?? '').trim()}`,
    );
  }
}

function eventAge(event: Event, first: string, now: number): string {
  const { series, count = 0 } = event;
  if (series) return `${ageSince(series.lastObservedTime, now)} (x${series.count} over ${first})`;
  if (count > 1) return `${ageSince(event.lastTimestamp, now)} (x${count} over ${ageSince(event.firstTimestamp, now)})`;
  return first;
}

/** Conditions with their reasons, as of Deployments and ReplicaSets. */
export function writeConditions(
  writer: DescribeWriter,
  conditions: readonly { type: string; status: string; reason?: string }[] | undefined,
): void {
  if (!conditions?.length) return;
  writer.line(0, 'Conditions:');
  writer.line(1, 'Type', 'Status', 'Reason');
  writer.line(1, '----', '------', '------');
  for (const { type, status, reason } of conditions) writer.line(1, `${type} `, status, reason ?? '');
}

/** How Pods are to be spread. Source: describe.describeTopologySpreadConstraints. */
export function writeSpread(
  writer: DescribeWriter,
  constraints: readonly TopologySpreadConstraint[] | undefined,
): void {
  if (!constraints?.length) return;
  const sorted = [...constraints].sort((a, b) => (a.topologyKey < b.topologyKey ? -1 : 1));
  const texts = sorted.map((constraint) => {
    const selector = constraint.labelSelector ? ` for selector ${formatLabelSelector(constraint.labelSelector)}` : '';
    return `${constraint.topologyKey}:${constraint.whenUnsatisfiable} when max skew ${constraint.maxSkew} is exceeded${selector}`;
  });
  writeMultiline(writer, 'Topology Spread Constraints', texts);
}
