import { type ControllerRevision, controllerOf } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

/** `statefulset.apps/web`. Source: printersinternal.formatResourceName. */
function owner(object: ControllerRevision): string {
  const controller = controllerOf(object);
  if (!controller) return '<none>';
  const [group = ''] = controller.apiVersion.includes('/') ? controller.apiVersion.split('/') : [];
  return `${`${controller.kind}${group && `.${group}`}`.toLowerCase()}/${controller.name}`;
}

export const controllerRevisionPrinter = printer<ControllerRevision>(
  'ControllerRevision',
  [
    nameColumn,
    text('Controller', 'Controller of the object'),
    text('Revision', 'Revision indicates the revision of the state represented by Data.'),
    ageColumn,
  ],
  (object, now) => [
    object.metadata.name,
    owner(object),
    object.revision,
    ageSince(object.metadata.creationTimestamp, now),
  ],
);
