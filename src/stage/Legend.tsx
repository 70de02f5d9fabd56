import { type ReactNode, useState } from 'react';
import { lateTexts, t, useLanguage } from '../i18n/i18n.ts';
import { nt } from '../i18n/near.ts';

const later = lateTexts(
  {
    restarted: 'Restarted in place: the same Pod, its counter turns',
    replaced: 'Replaced: one fades out, another comes from its owner',
    lost: 'Node lost, cut off or without power; part stopped',
    cordoned: 'Node cordoned: no new Pods',
  },
  {
    restarted: '제자리에서 재시작: 같은 Pod이고 횟수가 늘어납니다',
    replaced: '교체: 하나가 사라지고 소유자에게서 새 Pod가 나옵니다',
    lost: '잃은 노드, 끊기거나 꺼진 노드, 멈춘 컨트롤 플레인',
    cordoned: 'cordon된 노드: 새 Pod를 받지 않습니다',
  },
);

/** What the marks mean; folded until it is wanted. */
export function Legend() {
  useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="stage-legend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('stage.legend')}</summary>
      <ul>
        <Row mark={<rect className="good" x="2" y="3" width="20" height="12" rx="2" />}>{t('stage.legendReady')}</Row>
        <Row mark={<path className="waiting" d="M22 8v5a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h10" />}>
          {t('stage.legendNotReady')}
        </Row>
        <Row mark={<rect className="pending" x="2" y="3" width="20" height="12" rx="2" />}>
          {t('stage.legendPending')}
        </Row>
        <Row
          mark={
            <g className="done">
              <rect x="2" y="3" width="20" height="12" rx="2" />
              <path d="m8.5 9 2.5 2.5 4.5-5" />
            </g>
          }
        >
          {t('stage.legendSucceeded')}
        </Row>
        <Row
          mark={
            <g className="bad">
              <rect x="2" y="3" width="20" height="12" rx="2" />
              <path d="m9 6 6 6m0-6-6 6" />
            </g>
          }
        >
          {t('stage.legendFailed')}
        </Row>
        <Row
          mark={
            <g className="quiet">
              <rect x="2" y="3" width="20" height="12" rx="2" strokeDasharray="2 2" />
              <rect x="7" y="6" width="10" height="6" rx="1" />
            </g>
          }
        >
          {t('stage.legendTerminating')}
        </Row>
        <Row
          mark={
            <g className="containers">
              <circle className="ring" cx="5" cy="9" r="2.7" />
              <circle className="disc" cx="12" cy="9" r="3.2" />
              <rect className="square" x="16.5" y="6.3" width="5.4" height="5.4" />
            </g>
          }
        >
          {t('stage.legendContainer')}
        </Row>
        <Row
          mark={
            <g>
              <circle className="request" cx="5" cy="9" r="3.2" />
              <circle className="answer" cx="12" cy="9" r="2.3" />
              <path className="error" d="m19 4.7 4.3 4.3-4.3 4.300L14.7 9z" />
            </g>
          }
        >
          {t('stage.legendRequest')}
        </Row>
        <Row mark={<path className="message" d="M2 9h20" />}>{t('stage.legendMessage')}</Row>
        <Row
          mark={
            <g className="good">
              <rect x="2" y="5" width="16" height="11" rx="2" />
              <path className="turn" d="M20.5 2.5a3 3 0 1 0 1 2.3" />
            </g>
          }
        >
          {later('restarted')}
        </Row>
        <Row
          mark={
            <g>
              <rect className="gone" x="1" y="6" width="10" height="8" rx="1.5" />
              <rect className="good" x="13" y="6" width="10" height="8" rx="1.5" />
            </g>
          }
        >
          {later('replaced')}
        </Row>
        <Row mark={<rect className="lost" x="2" y="3" width="20" height="12" rx="2" />}>{later('lost')}</Row>
        <Row
          mark={
            <g className="cordoned">
              <rect x="2" y="3" width="20" height="12" rx="2" />
              <path d="m4 6 2-3m2 3 2-3m2 3 2-3m2 3 2-3" />
            </g>
          }
        >
          {later('cordoned')}
        </Row>
        <li className="stage-legend-heading">{nt('near.legend')}</li>
        <Row
          mark={
            <g>
              <path className="error" d="M3 4h4v10H3zM10 4h4v10h-4z" />
              <path className="tick" d="M17 12h4v2h-4z" />
            </g>
          }
        >
          {nt('near.legendProbe')}
        </Row>
        <Row
          mark={
            <g>
              <path className="tick" opacity="0.4" d="M2 7h20v4H2z" />
              <path className="disc" d="M2 7h8v4H2z" />
              <path className="request" d="M13 4h1.5v10H13zM20.5 3H23v12h-2.500z" />
            </g>
          }
        >
          {nt('near.legendUsage')}
        </Row>
        <Row
          mark={
            <g>
              <rect className="quiet" x="9" y="8" width="14" height="8" rx="2" />
              <path className="talk" d="M3 16V3h13v3" />
              <path className="answer" d="M13 4.500h6L16 8z" />
            </g>
          }
        >
          {nt('near.legendPort')}
        </Row>
      </ul>
    </details>
  );
}

function Row({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li>
      <svg width="24" height="18" viewBox="0 0 24 18" aria-hidden="true">
        {mark}
      </svg>
      <span>{children}</span>
    </li>
  );
}
