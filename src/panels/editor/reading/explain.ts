import type { Finding, ManifestDocument, Problem } from './document.ts';
import { fixesFor } from './fixes/registry.ts';
import { type Parsed, parseSource, pathOf, spanOf, spanOfField } from './locate.ts';

/** The problems of a document with their places in the text and ways to mend them. */
export function explainProblems(source: ManifestDocument['source'], problems: readonly Problem[]): Finding[] {
  if (problems.length === 0) return [];
  const parsed = parseSource(source);
  return problems.map((problem) => {
    const field = problem.field ?? fieldInMessage(problem.message);
    const span = field ? spanOfField(parsed, fieldInText(parsed, field)) : spanOf(parsed, firstKey(parsed));
    return { ...problem, ...span, fixes: fixesFor(problem, parsed) };
  });
}

/** A refusal without causes may name a field: an unknown one, or the one whose value the decoder could not take. */
function fieldInMessage(message: string): string | undefined {
  const unknown = /unknown field "([^"]+)"/.exec(message)?.[1];
  return unknown ?? /into Go struct field \w+\.(\S+) of type/.exec(message)?.[1];
}

/**
 * The server names some fields as it sees them and not as they are written: the first element of a list without its
 * index, `spec.template.labels`, an embedded struct's name.
 */
function fieldInText(parsed: Parsed, field: string): string {
  const written = field
    .replace(/^spec\.template\.(labels|annotations)/, 'spec.template.metadata.$1')
    .replace(/^metadata\.taints/, 'spec.taints')
    .replace(/\.(VolumeSource|ProbeHandler|IngressRuleValue|LocalObjectReference)(?=\.)/g, '');
  const steps: string[] = [];
  let value: unknown = parsed.document.toJS();
  for (const step of pathOf(written)) {
    // The decoder leaves indexes out: the first element that has the field is meant, as it stops at the first mistake.
    if (Array.isArray(value) && typeof step === 'string') {
      const index = Math.max(
        0,
        value.findIndex((element) => element?.[step] !== undefined),
      );
      steps.push(`[${index}]`);
      value = value[index];
    }
    steps.push(typeof step === 'number' ? `[${step}]` : `["${step}"]`);
    value = (value as Record<string, unknown> | undefined | null)?.[step as string];
  }
  return steps.join('');
}

function firstKey({ document }: Parsed) {
  const { contents } = document;
  return (contents && 'items' in contents ? (contents.items[0] as { key?: unknown })?.key : contents) as never;
}
