import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';

interface State {
  problem: unknown;
}

/** Keeps a failure of one pane inside of it: says what happened there, and lets the rest of the page go on. */
export class Fence extends Component<{ children: ReactNode }, State> {
  override state: State = { problem: undefined };

  static getDerivedStateFromError(problem: unknown): State {
    return { problem };
  }

  override render() {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    const reason = problem instanceof Error ? problem.message : String(problem);
    return (
      <div className="pane-broken" role="alert">
        <h2>{t('pane.broken')}</h2>
        <p className="quiet">{t('pane.reason', { reason })}</p>
        <button type="button" className="button button-outline" onClick={() => this.setState({ problem: undefined })}>
          {t('pane.again')}
        </button>
        <button type="button" className="button button-outline" onClick={() => location.reload()}>
          {t('pane.reload')}
        </button>
      </div>
    );
  }
}
