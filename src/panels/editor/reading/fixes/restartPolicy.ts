import { pathOf } from '../locate.ts';
import { insertFields } from './edits.ts';
import type { Fixer } from './fix.ts';

/** The Pods of a Job must say what happens when they fail: `Required value: valid values: "OnFailure", "Never"`. */
export const fixRestartPolicy: Fixer = ({ field = '', message }, parsed) => {
  if (!field.endsWith('.restartPolicy') || !message.startsWith('Required value')) return [];
  return ['Never', 'OnFailure'].flatMap((value) => {
    const edit = insertFields(parsed, pathOf(field).slice(0, -1), { restartPolicy: value });
    return edit ? [{ title: { key: 'fix.restartPolicy', values: { value } } as const, edits: [edit] }] : [];
  });
};
