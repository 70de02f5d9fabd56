import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { supportTable } from '../../api/support/registry.ts';
import { say, sayAny } from '../../i18n/editor.ts';
import { t, useLanguage } from '../../i18n/i18n.ts';
import { useDialogs } from '../../store/dialogs.ts';
import { Icon } from '../ui/Icon.tsx';
import './help.css';

/** The support table: every field that the API server takes and that has no effect here, with what happens instead. */
export default function Support() {
  const language = useLanguage();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const isWanted = (text: string) => text.toLowerCase().includes(wanted);
  const areas = supportTable
    .map(({ area, entries }) => ({
      area,
      entries: entries.filter((entry) => entry.fields.some(isWanted) || isWanted(entry[language])),
    }))
    .filter(({ entries }) => entries.length > 0);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && useDialogs.setState({ open: undefined })}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="help" aria-describedby="support-lead">
          <div className="help-head">
            <Dialog.Title className="help-title">{t('action.support')}</Dialog.Title>
            <Dialog.Close className="button button-icon" aria-label={t('help.close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="help-body">
            <p id="support-lead" className="help-lead">
              {say('support.lead')}
            </p>
            <input
              type="search"
              className="support-filter"
              aria-label={say('support.filter')}
              placeholder={say('support.filter')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            {areas.length === 0 && <p role="status">{say('support.none')}</p>}
            {areas.map(({ area, entries }) => (
              <section key={area} className="support-area">
                <h3>{sayAny(`support.${area}`)}</h3>
                <dl>
                  {entries.map((entry) => (
                    <div key={entry.en} className="support-entry">
                      <dt>
                        {entry.fields.map((field) => (
                          <code key={field}>{field}</code>
                        ))}
                      </dt>
                      <dd>{entry[language]}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
