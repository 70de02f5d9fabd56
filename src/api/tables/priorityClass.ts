import type { PriorityClass } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, boolean, integer, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const priorityClassPrinter = printer<PriorityClass>(
  'PriorityClass',
  [
    nameColumn,
    integer(
      'Value',
      'value represents the integer value of this priority class. This is the actual priority that pods receive when they have the name of this class in their pod spec.',
    ),
    boolean(
      'Global-Default',
      'globalDefault specifies whether this PriorityClass should be considered as the default priority for pods that do not have any priority class. Only one PriorityClass can be marked as `globalDefault`. However, if more than one PriorityClasses exists with their `globalDefault` field set to true, the smallest value of such global default PriorityClasses will be used as the default priority.',
    ),
    ageColumn,
    text(
      'PreemptionPolicy',
      'preemptionPolicy is the Policy for preempting pods with lower priority. One of Never, PreemptLowerPriority. Defaults to PreemptLowerPriority if unset.',
    ),
  ],
  ({ metadata, value, globalDefault, preemptionPolicy }, now) => [
    metadata.name,
    value ?? 0,
    globalDefault ?? false,
    ageSince(metadata.creationTimestamp, now),
    preemptionPolicy ?? '',
  ],
);
