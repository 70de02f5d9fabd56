/** A column of a Table. Source: metav1.TableColumnDefinition. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  /** `name` marks the column that names the object. */
  format: '' | 'name';
  description: string;
  /** 0 is always shown, 1 with `-o wide` only. */
  priority: 0 | 1;
}

const column =
  (type: Column['type']) =>
  (name: string, description: string): Column => ({ name, type, format: '', description, priority: 0 });

export const text = column('string');
export const integer = column('integer');
export const boolean = column('boolean');

/** The column with `-o wide` only. */
export const wide = (shown: Column): Column => ({ ...shown, priority: 1 });

export const nameColumn: Column = {
  ...text(
    'Name',
    'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names',
  ),
  format: 'name',
};

const created =
  'CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed to be set in happens-before order across separate operations. Clients may not set this value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata';
export const ageColumn = text('Age', created);
/** Of kinds that have no columns of their own. Source: apiserver registry/rest.NewDefaultTableConvertor. */
export const createdAtColumn = column('date')('Created At', created);

export const containersColumn = text('Containers', 'Names of each container in the template.');
export const imagesColumn = text('Images', 'Images referenced by each container in the template.');
