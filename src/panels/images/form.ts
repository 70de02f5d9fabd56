import type { DeclaredImage } from '../../client/client.ts';

/** What stands in the fields of the form, as typed. */
export interface ImageForm {
  name: string;
  behaviour: DeclaredImage['behaviour'];
  /** Megabytes (10^6), as registries tell sizes. */
  size: string;
  command: string;
  port: string;
  /** A line each: `PATH STATUS TEXT`. */
  answers: string;
  /** Seconds. */
  startTime: string;
  stopTime: string;
  exitCode: string;
  /** Mebibytes, and mebibytes in a second. */
  memory: string;
  growth: string;
  /** Millicores. */
  processor: string;
  requires: string;
  log: string;
}

export type Field = keyof ImageForm;

/** What the form begins with: a small web server of this name. */
export const newForm = (name = ''): ImageForm => ({
  name,
  behaviour: 'serve',
  size: '50',
  command: '',
  port: '8080',
  answers: '/ 200 hello\n/healthz 200 ok',
  startTime: '1',
  stopTime: '0.2',
  exitCode: '1',
  memory: '32',
  growth: '0',
  processor: '5',
  requires: '',
  log: '',
});

/** Which fields matter for a behaviour, besides those that always do. */
export function fieldsOf(behaviour: DeclaredImage['behaviour']): readonly Field[] {
  switch (behaviour) {
    case 'serve':
      return ['port', 'answers', 'startTime', 'stopTime', 'memory', 'growth', 'processor', 'requires', 'log'];
    case 'run':
      return ['startTime', 'stopTime', 'memory', 'growth', 'processor', 'requires', 'log'];
    case 'end':
      return ['startTime', 'exitCode', 'memory', 'processor', 'requires', 'log'];
    case 'command':
      return ['command'];
  }
}

/** The image that a form describes, or the first field that is no number or line as it should be. */
export function readForm(form: ImageForm): DeclaredImage | { wrong: Field } {
  const wanted = fieldsOf(form.behaviour);
  const numbers = new Map<Field, number>();
  for (const field of ['size', 'port', 'startTime', 'stopTime', 'exitCode', 'memory', 'growth', 'processor'] as const) {
    if (field !== 'size' && !wanted.includes(field)) continue;
    const text = form[field].trim().replace(',', '.');
    if (!/^\d+(\.\d+)?$/.test(text)) return { wrong: field };
    numbers.set(field, Number(text));
  }
  const number = (field: Field): number => numbers.get(field) ?? 0;
  const answers = wanted.includes('answers') ? answersOf(form.answers) : [];
  if (!answers) return { wrong: 'answers' };
  const lines = form.log.split('\n').filter((line) => line.trim() !== '');
  const requires = form.requires.split(/[\s,]+/).filter((name) => name !== '');
  return {
    name: form.name.trim(),
    behaviour: form.behaviour,
    size: Math.round(number('size') * 1e6),
    startTime: Math.round(number('startTime') * 1000),
    memory: Math.round(number('memory') * 2 ** 20),
    ...(wanted.includes('command') && { command: wordsOf(form.command) }),
    ...(wanted.includes('port') && { port: number('port'), answers }),
    ...(wanted.includes('stopTime') && { stopTime: Math.round(number('stopTime') * 1000) }),
    ...(wanted.includes('exitCode') && { exitCode: number('exitCode') }),
    ...(number('growth') > 0 && { growth: Math.round(number('growth') * 2 ** 20) }),
    ...(wanted.includes('processor') && { processor: number('processor') }),
    ...(requires.length > 0 && { requires }),
    ...(lines.length > 0 && { log: lines }),
  };
}

function answersOf(text: string): NonNullable<DeclaredImage['answers']> | undefined {
  const answers: NonNullable<DeclaredImage['answers']> = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, path, status, body = ''] = /^\s*(\/\S*)\s+(\d{3})(?:\s+(.*))?$/.exec(line) ?? [];
    if (path === undefined) return undefined;
    answers.push({ path, status: Number(status), body: `${body}\n` });
  }
  return answers;
}

/** The words of a command line; what stands in quotes is one. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_all, a = '', b = '') => a + b),
  );
}
