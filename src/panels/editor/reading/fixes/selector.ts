import type { ObjectToWrite } from '../../../../api/objects.ts';
import type { Fix } from '../document.ts';
import type { Parsed } from '../locate.ts';
import { insertFields } from './edits.ts';
import type { Fixer } from './fix.ts';

interface Workload extends ObjectToWrite {
  spec?: {
    selector?: { matchLabels?: Record<string, string> };
    template?: { metadata?: { labels?: Record<string, string> } };
  };
}

const listed = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

function inserted(
  parsed: Parsed,
  key: 'fix.templateLabels' | 'fix.selector',
  path: string[],
  labels: Record<string, string>,
): Fix[] {
  const edit = insertFields(parsed, path, labels);
  return edit ? [{ title: { key, values: { labels: listed(labels) } }, edits: [edit] }] : [];
}

/** A workload whose selector does not select its own Pods: labels that the template lacks, or a selector out of its labels. */
export const fixSelector: Fixer = ({ field, message }, parsed) => {
  const { spec } = parsed.document.toJS() as Workload;
  const labels = spec?.template?.metadata?.labels ?? {};
  const wanted = spec?.selector?.matchLabels ?? {};
  if (message.includes('`selector` does not match template `labels`')) {
    const missing = Object.entries(wanted).filter(([key]) => labels[key] === undefined);
    if (missing.length === 0) return [];
    return inserted(
      parsed,
      'fix.templateLabels',
      ['spec', 'template', 'metadata', 'labels'],
      Object.fromEntries(missing),
    );
  }
  if (field !== 'spec.selector' || !message.startsWith('Required value') || Object.keys(labels).length === 0) return [];
  return inserted(parsed, 'fix.selector', ['spec', 'selector', 'matchLabels'], labels);
};
