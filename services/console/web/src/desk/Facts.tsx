import { Button } from '@patternfly/react-core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, StoreView } from '../api/types';
import { useWallClock } from '../app/ticks';
import { moment } from '../app/time';
import { clockText, holdOf, remaining } from './lease';

interface Props {
  call: CallView;
  store: StoreView | undefined;
  lost: boolean;
  onHandBack: () => void;
}

/** The call in one line: when, how often, from where; and how long it is still held. */
export function Facts({ call, store, lost, onHandBack }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const facts = [
    [t('call.due'), moment(call.dueAt, i18n.language, words)],
    [t('call.closes'), moment(call.closesAt, i18n.language, words)],
    [t('call.tried'), t('call.times', { count: call.attempts })],
    [t('call.store'), store?.name ?? call.storeId],
  ];
  return (
    <div className="ac-card ac-factbar">
      <dl className="ac-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="ac-factbar-side">
        <Hold leaseUntil={call.leaseUntil} lost={lost} />
        <Button variant="secondary" size="sm" onClick={onHandBack}>
          {t('call.handBack')}
        </Button>
      </div>
    </div>
  );
}

const radius = 17;
const round = 2 * Math.PI * radius;

function Hold({ leaseUntil, lost }: { leaseUntil: string | undefined; lost: boolean }) {
  const { t } = useTranslation();
  const left = remaining(leaseUntil, useWallClock());
  // The ring is full at the longest hold seen: how long a lease is, only the service knows.
  const full = useRef(1);
  full.current = Math.max(full.current, left);
  const hold = holdOf(left);
  const label = hold === 'lapsed' ? t('call.heldLapsed') : hold === 'short' && lost ? t('call.heldShort') : t('call.held');
  const alarming = lost || hold === 'lapsed' ? hold : 'steady';
  return (
    <div className={`ac-hold ac-hold-${alarming}`} role="timer" aria-label={t('call.heldLeft', { left: clockText(left) })}>
      <svg viewBox="0 0 40 40" aria-hidden>
        <circle cx="20" cy="20" r={radius} />
        <circle
          cx="20"
          cy="20"
          r={radius}
          strokeDasharray={`${left / full.current * round} ${round}`}
          transform="rotate(-90 20 20)"
        />
      </svg>
      <span className="ac-hold-text">
        <strong>
          {label} <span className="ac-hold-left">{clockText(left)}</span>
        </strong>
        {!lost && hold !== 'lapsed' && <span>{t('call.heldHint')}</span>}
      </span>
    </div>
  );
}
