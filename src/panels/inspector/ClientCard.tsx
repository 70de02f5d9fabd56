import { actionContext } from '../../actions/action.ts';
import { attempt } from '../../actions/perform.ts';
import { requestRates, setRequestRate } from '../../actions/traffic.ts';
import { t } from '../../i18n/i18n.ts';
import { say } from '../../i18n/inspector.ts';
import { useTrafficClients } from '../../store/traffic.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Slider } from '../ui/Slider.tsx';
import { Section } from './Facts.tsx';

/** A client outside of the cluster: what it asks for, and how often. */
export function ClientCard({ name }: { name: string }) {
  const client = useTrafficClients(({ clients }) => clients.find((one) => one.name === name));
  if (!client) {
    return (
      <div className="inspector-empty">
        <p>{say('client.none')}</p>
        <ActionButton id="deselect" labelled className="button-outline" />
      </div>
    );
  }
  const step = Math.max(
    0,
    requestRates.findLastIndex((rate) => rate <= client.perSecond),
  );
  return (
    <div className="inspector">
      <header className="heading">
        <div className="heading-line">
          <span className="heading-kind">{say('client.kind')}</span>
          <ActionButton id="deselect" />
        </div>
        <h2 className="heading-name">{name}</h2>
      </header>
      <div className="tab-content">
        <Section title={say('client.rate')}>
          <p className="client-rate mono">{t('stage.perSecond', { count: client.perSecond })}</p>
          <Slider
            label={say('client.rate')}
            text={t('stage.perSecond', { count: client.perSecond })}
            most={requestRates.length - 1}
            value={step}
            onChange={(index) =>
              void attempt(say('client.rate'), () => setRequestRate(actionContext(), name, requestRates[index] ?? 0))
            }
          />
        </Section>
        <Section title={say('client.targets')}>
          <ul className="targets">
            {client.targets.map(({ host, path }) => (
              <li key={host + path} className="mono">{`http://${host}${path}`}</li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}
