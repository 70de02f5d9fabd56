import { processOf } from '../../scene/faults.ts';
import type { Part } from '../../scene/scene.ts';
import { useTankParts } from '../../store/tankParts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { StatusWord } from '../ui/StatusWord.tsx';
import { Section } from './Facts.tsx';
import { healingText as t } from './healingTexts.ts';

const names: Readonly<Record<Part, string>> = {
  kubectl: 'kubectl',
  apiServer: 'kube-apiserver',
  controllerManager: 'kube-controller-manager',
  scheduler: 'kube-scheduler',
};

/** Whether a word names something above the nodes. */
export const isPart = (name: string): name is Part => name in names;

/** A part of the control plane: what it does, and what works without it and what does not. */
export function PartCard({ part }: { part: Part }) {
  const process = processOf[part];
  const stopped = useTankParts((parts) => process !== undefined && parts.stopped.includes(process));
  return (
    <div className="inspector">
      <header className="heading">
        <div className="heading-line">
          <span className="heading-kind">{t('part')}</span>
          <ActionButton id="deselect" />
        </div>
        <h2 className="heading-name">{names[part]}</h2>
        {process && <StatusWord tone={stopped ? 'bad' : 'good'} word={t(stopped ? 'stopped' : 'running')} />}
        {process && (
          <fieldset className="heading-actions" aria-label={names[part]}>
            <ActionButton id={`toggle-${process}`} labelled className="button-outline" />
          </fieldset>
        )}
      </header>
      <div className="tab-content">
        <Section title={t('does')}>
          <p>{t(`${part}Does`)}</p>
        </Section>
        <Section title={`${t('without')}: ${t('still')}`}>
          <p>{t(`${part}Still`)}</p>
        </Section>
        <Section title={`${t('without')}: ${t('not')}`}>
          <p>{t(`${part}Not`)}</p>
        </Section>
      </div>
    </div>
  );
}
