import { resourceOfKind } from '../../../../api/resources.ts';
import { fieldsOf, type Type, typeOfResource } from '../../../../api/structure.ts';
import { type Parsed, type Path, pathOf } from '../locate.ts';
import { renameField } from './edits.ts';
import type { Fixer } from './fix.ts';
import { nearest } from './nearest.ts';

/** The fields that the struct around a path has. */
function siblings(parsed: Parsed, path: Path): string[] {
  const { apiVersion, kind } = parsed.document.toJS() as Record<string, unknown>;
  const resource = resourceOfKind(String(apiVersion), String(kind));
  let type: Type | undefined = resource && typeOfResource(resource.plural);
  for (const step of path.slice(0, -1)) {
    if (type && 'of' in type) type = type.of;
    else if (type?.kind === 'struct') type = fieldsOf(type.name).get(String(step))?.type;
  }
  return type?.kind === 'struct' ? [...fieldsOf(type.name).keys()] : [];
}

/** A field that no type has, where one is meant that is written a little differently: `imgae`, `containerport`. */
export const fixUnknownField: Fixer = ({ message }, parsed) =>
  [...message.matchAll(/unknown field "([^"]+)"/g)].flatMap(([, field = '']) => {
    const path = pathOf(field);
    const wrong = String(path.at(-1));
    const meant = nearest(wrong, siblings(parsed, path));
    const edit = meant === undefined ? undefined : renameField(parsed, path, meant);
    return edit && meant ? [{ title: { key: 'fix.field', values: { wrong, field: meant } }, edits: [edit] }] : [];
  });
