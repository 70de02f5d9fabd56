import { Dialog } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { perform } from '../../actions/perform.ts';
import { t, useLanguage } from '../../i18n/i18n.ts';
import { useDialogs } from '../../store/dialogs.ts';
import { useSelection } from '../../store/selection.ts';
import { stageControls } from '../../store/stageControls.ts';
import { type Entry, findActions, findObjects } from './entries.ts';
import { Line } from './Line.tsx';
import './palette.css';

const close = () => useDialogs.setState({ open: undefined });

function take(entry: Entry): void {
  close();
  if (entry.type === 'action') {
    void perform(entry.action);
    return;
  }
  const { resource, key, uid } = entry;
  useSelection.getState().select({ resource, key, uid });
  stageControls()?.reveal();
}

/** Finds actions and objects by what one types; with `objectsFirst` the objects stand above. */
export default function Palette({ objectsFirst }: { objectsFirst: boolean }) {
  useLanguage();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => {
    const both = [
      { title: t('palette.actions'), entries: findActions(query) },
      // Without a query the objects would bury the actions.
      { title: t('palette.objects'), entries: objectsFirst || query.trim() ? findObjects(query) : [] },
    ];
    const top = (index: 0 | 1) => both[index]?.entries[0]?.score ?? 0;
    if (query.trim() ? top(1) > top(0) || (objectsFirst && top(1) === top(0)) : objectsFirst) both.reverse();
    return both.filter(({ entries }) => entries.length > 0);
  }, [query, objectsFirst]);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];

  const move = (to: number) => {
    const index = Math.max(0, Math.min(entries.length - 1, to));
    setAt(index);
    const line = entries[index] && list.current?.querySelector(`#${CSS.escape(entries[index].id)}`);
    line?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 };
    const to = steps[event.key];
    if (to !== undefined) move(entries.length && to === entries.length ? 0 : to < 0 && at === 0 ? entries.length : to);
    else if (event.key === 'Enter' && active) take(active);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="unseen">{t('palette.title')}</Dialog.Title>
          <input
            className="palette-input"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls="palette-list"
            aria-activedescendant={active?.id}
            aria-label={t('palette.placeholder')}
            placeholder={t('palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
              list.current?.scrollTo(0, 0);
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} className="palette-list" id="palette-list" role="listbox" aria-label={t('palette.title')}>
            {groups.map(({ title, entries: lines }) => (
              // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
              <div key={title} role="group" aria-label={title}>
                <p className="palette-group" aria-hidden="true">
                  {title}
                </p>
                {lines.map((entry) => (
                  <Line
                    key={entry.id}
                    entry={entry}
                    active={entry === active}
                    onPoint={() => setAt(entries.indexOf(entry))}
                    onTake={() => take(entry)}
                  />
                ))}
              </div>
            ))}
          </div>
          {entries.length === 0 && <p className="palette-none">{t('palette.none', { query: query.trim() })}</p>}
          <p className="unseen" role="status">
            {t('palette.count', { count: entries.length })}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
