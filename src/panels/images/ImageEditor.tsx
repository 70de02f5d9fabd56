import { Dialog } from 'radix-ui';
import { type FormEvent, useId, useState } from 'react';
import { useLanguage } from '../../i18n/i18n.ts';
import { useDialogs } from '../../store/dialogs.ts';
import { notify } from '../../store/notices.ts';
import { useSession } from '../../store/session.ts';
import { Icon } from '../ui/Icon.tsx';
import { type Field, fieldsOf, type ImageForm, newForm, readForm } from './form.ts';
import { imageText } from './texts.ts';
import '../help/help.css';
import './images.css';

const close = (): void => useDialogs.setState({ open: undefined, image: undefined });

const behaviours = ['serve', 'run', 'end', 'command'] as const;
const hints = { answers: 'answersHint', requires: 'requiresHint', command: 'commandHint' } as const;
const areas: ReadonlySet<Field> = new Set(['answers', 'log']);

/** Puts an image into the registry of the tank: what it is called, and how it behaves. */
export default function ImageEditor() {
  useLanguage();
  const image = useDialogs((dialogs) => dialogs.image);
  const client = useSession((session) => session.client);
  const [form, setForm] = useState(() => newForm(image));
  const [wrong, setWrong] = useState<Field>();
  const [problem, setProblem] = useState<string>();
  const ids = useId();
  const change = (field: Field, value: string): void => {
    setForm({ ...form, [field]: value });
    if (field === wrong) setWrong(undefined);
    setProblem(undefined);
  };
  const declare = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readForm(form);
    if ('wrong' in read) {
      setWrong(read.wrong);
      document.getElementById(ids + read.wrong)?.focus();
      return;
    }
    try {
      await client?.tank?.act({ type: 'declareImage', image: read });
    } catch (refusal) {
      setProblem(refusal instanceof Error ? refusal.message : String(refusal));
      return;
    }
    notify('done', imageText('declared', { name: read.name }));
    close();
  };
  const row = (field: Field) => (
    <Row key={field} id={ids + field} field={field} form={form} isWrong={field === wrong} change={change} />
  );
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="help image-editor" aria-describedby={`${ids}lead`}>
          <div className="help-head">
            <Dialog.Title className="help-title">{imageText('title')}</Dialog.Title>
            <Dialog.Close className="button button-icon" aria-label={imageText('close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <form className="help-body image-form" noValidate onSubmit={(event) => void declare(event)}>
            <p id={`${ids}lead`} className="help-lead">
              {imageText('lead')}
            </p>
            {row('name')}
            <div className="image-row">
              <label htmlFor={`${ids}behaviour`}>{imageText('behaviour')}</label>
              <select
                id={`${ids}behaviour`}
                className="select"
                value={form.behaviour}
                onChange={(event) => change('behaviour', event.target.value)}
              >
                {behaviours.map((behaviour) => (
                  <option key={behaviour} value={behaviour}>
                    {imageText(behaviour)}
                  </option>
                ))}
              </select>
            </div>
            {row('size')}
            {fieldsOf(form.behaviour).map(row)}
            {problem && (
              <p role="alert" className="image-problem">
                {problem}
              </p>
            )}
            <div className="image-buttons">
              <button type="submit" className="button button-primary">
                {imageText('declare')}
              </button>
              <button type="button" className="button button-outline" onClick={close}>
                {imageText('cancel')}
              </button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface RowProperties {
  id: string;
  field: Field;
  form: ImageForm;
  isWrong: boolean;
  change(field: Field, value: string): void;
}

/** One field with its label, what it means, and what is wrong with it. */
function Row({ id, field, form, isWrong, change }: RowProperties) {
  const hint = field in hints ? hints[field as keyof typeof hints] : undefined;
  const label = field === 'startTime' && form.behaviour === 'end' ? 'endTime' : field;
  const properties = {
    id,
    className: 'image-input mono',
    value: form[field],
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': isWrong,
    'aria-describedby': `${id}note`,
    onChange: (event: { target: { value: string } }) => change(field, event.target.value),
  };
  const note = isWrong ? imageText(field === 'answers' ? 'wrongAnswers' : 'wrongNumber') : hint && imageText(hint);
  return (
    <div className="image-row">
      <label htmlFor={id}>{imageText(label)}</label>
      {areas.has(field) ? <textarea rows={3} {...properties} /> : <input type="text" {...properties} />}
      <p id={`${id}note`} className={isWrong ? 'image-note image-problem' : 'image-note'}>
        {note}
      </p>
    </div>
  );
}
