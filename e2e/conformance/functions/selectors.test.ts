import type { LabelSelector } from '../../../src/api/objects.ts';
import {
  convertFieldLabel,
  fieldSelectorText,
  matchesFields,
  parseFieldSelector,
} from '../../../src/api/selectors/fields.ts';
import {
  formatLabelSelector,
  matchesSelector,
  selectorOf,
  selectorText,
  selects,
} from '../../../src/api/selectors/labels.ts';
import { parseLabelSelector } from '../../../src/api/selectors/parse.ts';
import { SelectorError } from '../../../src/api/selectors/requirement.ts';
import { readCases, testCases } from './recorded.ts';

type Sets = Record<string, string>[];
type Input =
  | { fn: 'labels.Parse'; selector: string; labelSets: Sets }
  | { fn: 'LabelSelectorAsSelector'; labelSelector: LabelSelector | null; labelSets: Sets }
  | { fn: 'fields.ParseSelector'; selector: string; fieldSets: Sets }
  | { fn: 'ConvertFieldLabel'; apiVersion: string; kind: string; field: string; value: string };

function answer(input: Input): object {
  switch (input.fn) {
    case 'labels.Parse': {
      const selector = parseLabelSelector(input.selector);
      return {
        string: selectorText(selector),
        requirements: selector.requirements,
        matches: input.labelSets.map((labels) => selects(selector, labels)),
        empty: selector.requirements.length === 0,
        selectable: true,
      };
    }
    case 'LabelSelectorAsSelector':
      return {
        string: selectorText(selectorOf(input.labelSelector)),
        matches: input.labelSets.map((labels) => matchesSelector(input.labelSelector ?? undefined, labels)),
      };
    case 'fields.ParseSelector': {
      const requirements = parseFieldSelector(input.selector);
      return {
        string: fieldSelectorText(requirements),
        requirements,
        matches: input.fieldSets.map((fields) => matchesFields(requirements, fields)),
        empty: requirements.length === 0,
      };
    }
    case 'ConvertFieldLabel':
      return { field: convertFieldLabel(input.apiVersion, input.kind, input.field), value: input.value };
  }
}

testCases(readCases<Input, unknown>('selectors.json'), (input) => {
  const formatted =
    input.fn === 'LabelSelectorAsSelector' ? { formatted: formatLabelSelector(input.labelSelector) } : {};
  try {
    return { ...answer(input), ...formatted };
  } catch (error) {
    if (error instanceof SelectorError) return { error: error.message, ...formatted };
    throw error;
  }
});
