import { Dialog } from 'radix-ui';
import { type Action, actionGroups } from '../../actions/action.ts';
import { actions } from '../../actions/registry.ts';
import { t, translate, useLanguage } from '../../i18n/i18n.ts';
import { useDialogs } from '../../store/dialogs.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Keys } from '../ui/Keys.tsx';
import './help.css';

const settings = ['language', 'theme', 'motion', 'singleKeys'] as const;

/** All that has a key, by group, and the settings of the page. */
export default function Help() {
  useLanguage();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && useDialogs.setState({ open: undefined })}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="help" aria-describedby="help-lead">
          <div className="help-head">
            <Dialog.Title className="help-title">{t('help.title')}</Dialog.Title>
            <Dialog.Close className="button button-icon" aria-label={t('help.close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="help-body">
            <p id="help-lead" className="help-lead">
              {t('help.lead')}
            </p>
            <div className="help-groups">
              {actionGroups.map((group) => (
                <Group key={group} title={translate(`actions.${group}`)}>
                  {actions
                    .filter((action) => action.group === group && action.shortcuts.length > 0)
                    .map((action) => (
                      <ActionRow key={action.id} action={action} />
                    ))}
                </Group>
              ))}
              <Group title={t('help.stage')}>
                <Row title={t('help.stageMove')} shortcuts={['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']} />
                <Row title={t('help.stageSelect')} shortcuts={['Enter']} />
              </Group>
              <p className="help-note">{t('help.stagePan')}</p>
            </div>
            <section className="help-settings" aria-label={t('help.settings')}>
              {settings.map((id) => (
                <ActionButton key={id} id={id} labelled className="button-outline" />
              ))}
            </section>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="help-group">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

const ActionRow = ({ action }: { action: Action }) => (
  <Row title={translate(action.title)} shortcuts={action.shortcuts} />
);

function Row({ title, shortcuts }: { title: string; shortcuts: readonly string[] }) {
  return (
    <div className="help-row">
      <dt>{title}</dt>
      <dd>
        {shortcuts.map((shortcut) => (
          <Keys key={shortcut} shortcut={shortcut} />
        ))}
      </dd>
    </div>
  );
}
