import { resourceOf } from '../../api/resources.ts';
import { parseLabelSelector } from '../../api/selectors/parse.ts';
import type { Operator } from '../../api/selectors/requirement.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl pkg/cmd/create create_pdb.go. */
export const createPodDisruptionBudget: Command = {
  name: 'create poddisruptionbudget',
  aliases: ['pdb'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'selector', kind: 'text' },
    { name: 'min-available', kind: 'text' },
    { name: 'max-unavailable', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1)
      throw usageMistake('create poddisruptionbudget', `exactly one NAME is required, got ${args.length}`);
    const selector = flags.text('selector');
    const minAvailable = flags.text('min-available');
    const maxUnavailable = flags.text('max-unavailable');
    if (!selector) throw mistake('a selector must be specified');
    if (!maxUnavailable && !minAvailable) throw mistake('one of min-available or max-unavailable must be specified');
    if (maxUnavailable && minAvailable) throw mistake('min-available and max-unavailable cannot be both specified');
    const budget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: {
        ...(minAvailable && { minAvailable: intOrPercent(minAvailable) }),
        selector: selectorObject(selector),
        ...(maxUnavailable && { maxUnavailable: intOrPercent(maxUnavailable) }),
      },
      status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
    };
    await createMade(session, flags, resourceOf('poddisruptionbudgets'), budget, (failure) =>
      mistake(`failed to create poddisruptionbudgets: ${failure.message}`),
    );
    return 0;
  },
};

const intOrPercent = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

const expressionOf: Partial<Record<Operator, string>> = {
  '!=': 'NotIn',
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
};

/** Equalities as labels, the rest as expressions. Source: metav1.ParseToLabelSelector. */
function selectorObject(text: string) {
  const matchLabels: Record<string, string> = {};
  const matchExpressions: { key: string; operator: string; values?: string[] }[] = [];
  for (const { key, operator, values } of parseLabelSelector(text).requirements) {
    const [value] = values;
    const word = expressionOf[operator];
    if (word) matchExpressions.push({ key, operator: word, ...(values.length > 0 && { values }) });
    else if (value !== undefined) matchLabels[key] = value;
  }
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}
