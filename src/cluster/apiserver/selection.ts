import type { KubernetesObject } from '../../api/objects.ts';
import { apiVersionOf, type Resource } from '../../api/resources.ts';
import { convertFieldLabel, fieldValue, parseFieldSelector } from '../../api/selectors/fields.ts';
import { selects } from '../../api/selectors/labels.ts';
import { parseLabelSelector } from '../../api/selectors/parse.ts';
import { SelectorError } from '../../api/selectors/requirement.ts';
import { badRequest, type Failure } from '../../api/status.ts';
import type { Selection } from './request.ts';

/** Which objects a request is about. */
export interface Wanted {
  /** Whether all objects are. */
  isEverything: boolean;
  takes(object: KubernetesObject): boolean;
}

/** What both selectors of a list or a watch take, or 400 for selectors that this kind does not understand. */
export function wantedBy(resource: Resource, { labelSelector = '', fieldSelector = '' }: Selection): Wanted | Failure {
  try {
    const labels = parseLabelSelector(labelSelector);
    const fields = parseFieldSelector(fieldSelector).map((requirement) => ({
      ...requirement,
      field: convertFieldLabel(apiVersionOf(resource), resource.kind, requirement.field),
    }));
    return {
      isEverything: labels.requirements.length === 0 && fields.length === 0,
      takes: (object) =>
        selects(labels, object.metadata.labels) &&
        fields.every(({ field, operator, value }) => (fieldValue(object, field) === value) === (operator === '=')),
    };
  } catch (error) {
    if (error instanceof SelectorError) return badRequest(error.message);
    throw error;
  }
}
