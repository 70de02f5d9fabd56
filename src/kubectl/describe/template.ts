import type { PodTemplateSpec } from '../../api/objects.ts';
import { writeContainers } from './container.ts';
import { writeMultiline, writeSpread, writeTolerations } from './parts.ts';
import { writeVolumes } from './volumes.ts';
import { createWriter, type DescribeWriter } from './writer.ts';

/** A writer whose lines stand one level deeper. */
function indented(writer: DescribeWriter): DescribeWriter {
  return { ...writer, line: (level, ...cells) => writer.line(level + 1, ...cells) };
}

/** A Pod template, under `Pod Template:`. Source: describe.DescribePodTemplate. */
export function writeTemplate(writer: DescribeWriter, template: PodTemplateSpec): void {
  const inner = indented(writer);
  const pairs = (map: Record<string, string>, between: string): string[] =>
    Object.entries(map)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key}${between}${value}`);
  writer.line(0, 'Pod Template:');
  writeMultilineUnindented(writer, 'Labels', pairs(template.metadata?.labels ?? {}, '='));
  const annotations = template.metadata?.annotations ?? {};
  if (Object.keys(annotations).length > 0) writeMultilineUnindented(writer, 'Annotations', pairs(annotations, ': '));
  const { spec } = template;
  if (spec?.serviceAccountName) inner.line(0, 'Service Account:', spec.serviceAccountName);
  if (spec?.initContainers?.length) writeContainers(writer, 'Init Containers', spec.initContainers, undefined, true);
  writeContainers(writer, 'Containers', spec?.containers ?? [], undefined, true);
  writeVolumes(writer, spec?.volumes, true);
  writeSpread(inner, spec?.topologySpreadConstraints);
  if (spec?.priorityClassName) inner.line(0, 'Priority Class Name:', spec.priorityClassName);
  writeMultiline(inner, 'Node-Selectors', pairs(spec?.nodeSelector ?? {}, '='));
  writeTolerations(inner, spec?.tolerations);
}

/** Like `writeMultiline`, but lines after the first are not indented: so does kubectl for labels of templates. */
function writeMultilineUnindented(writer: DescribeWriter, title: string, values: readonly string[]): void {
  if (values.length === 0) writer.line(1, `${title}:`, '<none>');
  for (const [index, value] of values.entries()) {
    if (index === 0) writer.line(1, `${title}:`, value);
    else writer.line(0, '', value);
  }
}

/** The template as `rollout history --revision` and `rollout undo --dry-run=client` print it. */
export function templateText(template: PodTemplateSpec): string {
  const writer = createWriter();
  writeTemplate(writer, template);
  return writer.tabbed();
}
