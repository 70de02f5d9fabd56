import { SelectorError } from './requirement.ts';

/** One condition on a field. Source: k8s.io/apimachinery pkg/fields. */
export interface FieldRequirement {
  field: string;
  operator: '=' | '!=';
  value: string;
}

function unescapeValue(value: string): string {
  let text = '';
  for (let index = 0; index < value.length; index++) {
    const character = value.charAt(index);
    if (character === '\\') {
      const following = value.charAt(++index);
      if (!following || !'\\,='.includes(following))
        throw new SelectorError(`invalid field selector: invalid escape sequence: \\${following}`);
      text += following;
    } else if (character === ',' || character === '=')
      throw new SelectorError(`invalid field selector: unescaped character in value: ${character.charCodeAt(0)}`);
    else text += character;
  }
  return text;
}

function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charAt(index) === '\\') index++;
    else if (text.charAt(index) === ',') {
      terms.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...terms, text.slice(start)];
}

function parseTerm(term: string): FieldRequirement | undefined {
  for (let index = 0; index < term.length; index++) {
    const sign = ['!=', '==', '='].find((candidate) => term.startsWith(candidate, index));
    if (sign)
      return {
        field: term.slice(0, index),
        operator: sign === '!=' ? '!=' : '=',
        value: unescapeValue(term.slice(index + sign.length)),
      };
  }
  return undefined;
}

/** The requirements in a field selector's text, in the order of the text; throws SelectorError. */
export function parseFieldSelector(text: string): FieldRequirement[] {
  return splitTerms(text)
    .sort()
    .filter((term) => term !== '')
    .map((term) => {
      const requirement = parseTerm(term);
      if (!requirement) throw new SelectorError(`invalid selector: '${text}'; can't understand '${term}'`);
      return requirement;
    });
}

/** As Go writes it, values escaped. */
export function fieldSelectorText(requirements: readonly FieldRequirement[]): string {
  return requirements
    .map(({ field, operator, value }) => `${field}${operator}${value.replace(/[\\,=]/g, (sign) => `\\${sign}`)}`)
    .join(',');
}

/** Whether an object with these fields (see `fieldsOf`) meets all requirements; a missing field counts as empty. */
export function matchesFields(
  requirements: readonly FieldRequirement[],
  fields: Readonly<Record<string, string>>,
): boolean {
  return requirements.every(({ field, operator, value }) => ((fields[field] ?? '') === value) === (operator === '='));
}

const metadata = ['metadata.name', 'metadata.namespace'];
const own: Record<string, string[]> = {
  'v1/Pod': [
    ...metadata,
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.podIPs',
    'status.nominatedNodeName',
  ],
  'v1/Node': ['metadata.name', 'spec.unschedulable'],
  'v1/ReplicationController': [...metadata, 'status.replicas'],
  'v1/Event': [
    ...metadata,
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'v1/Namespace': ['metadata.name', 'status.phase'],
  'v1/Secret': [...metadata, 'type'],
  'v1/Service': [...metadata, 'spec.clusterIP', 'spec.type'],
  'batch/v1/Job': [...metadata, 'status.successful'],
};

/** The field that a selector means by `field` for this kind; throws SelectorError where the kind does not support it. */
export function convertFieldLabel(apiVersion: string, kind: string, field: string): string {
  const supported = own[`${apiVersion}/${kind}`];
  if (kind === 'Pod' && field === 'spec.host') return 'spec.nodeName';
  if ((supported ?? metadata).includes(field)) return field;
  if (kind === 'Job') throw new SelectorError(`field label ${JSON.stringify(field)} not supported for Job`);
  throw new SelectorError(
    supported
      ? `field label not supported: ${field}`
      : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
}

/** The value of a field as selectors compare it: text; lists of objects with an `ip` by comma; absent booleans `false`. */
export function fieldValue(object: object, field: string): string {
  if (field === 'source')
    return String(fieldAt(object, 'source.component') ?? fieldAt(object, 'reportingComponent') ?? '');
  const value = fieldAt(object, field);
  if (field === 'spec.hostNetwork' || field === 'spec.unschedulable') return value ? 'true' : 'false';
  if (Array.isArray(value)) return value.map((entry: { ip?: string }) => entry.ip ?? '').join(',');
  return value === undefined || value === null ? '' : String(value);
}

function fieldAt(object: object, field: string): unknown {
  let value: unknown = object;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
