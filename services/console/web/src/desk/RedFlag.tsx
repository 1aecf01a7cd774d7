import { Button } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { CallView } from '../api/types';
import { Key } from '../app/Key';
import { useWallClock } from '../app/ticks';
import { clockText } from './lease';

/** Always in reach while a call is on the page. */
export function RedStrip({ onRaise }: { onRaise: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className="ac-strip" aria-label={t('red.strip')}>
      <ExclamationTriangleIcon aria-hidden />
      <p>
        <strong>{t('red.strip')}</strong> <span>{t('red.signs')}</span>
      </p>
      <Button variant="danger" className="ac-raise" onClick={onRaise}>
        {t('red.raise')} <Key>!</Key>
      </Button>
    </aside>
  );
}

interface Props {
  call: CallView;
  since: number;
  onHanded: () => void;
  onAllClear: () => void;
}

/** Three things to do, in order, with a clock. The number and the rest of the call stay where they are. */
export function RedFlag({ call, since, onHanded, onAllClear }: Props) {
  const { t } = useTranslation();
  const [placeConfirmed, setPlaceConfirmed] = useState(false);
  // Asked again it is the same transfer, as it stands by now: so this is also how the page hears of who took over.
  const transfer = useQuery({
    queryKey: ['transfer', call.id, call.epoch, placeConfirmed],
    queryFn: () => calls.handOver(call, ['other'], placeConfirmed),
    enabled: call.permitted,
    refetchInterval: 3_000,
    placeholderData: keepPreviousData,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);
  useWallClock();
  return (
    <section className="ac-red" aria-labelledby="red" data-red-flag>
      <div className="ac-red-head">
        <h2 id="red" ref={heading} tabIndex={-1}>
          <ExclamationTriangleIcon aria-hidden /> {t('red.title')}
        </h2>
        <span className="ac-red-clock" role="timer" aria-label={t('red.since', { time: clockText(Date.now() - since) })}>
          {clockText(Date.now() - since)}
        </span>
      </div>
      <ol>
        {(['one', 'two', 'three'] as const).map((step) => (
          <li key={step}>
            <strong>{t(`red.${step}`)}</strong>
            <span>{t(`red.${step}Text`)}</span>
          </li>
        ))}
      </ol>
      {transfer.data !== undefined && (
        <p className="ac-red-state" role="status" data-transfer={transfer.data.state}>
          {t(`red.transfer.${transfer.data.state}`)}
        </p>
      )}
      {transfer.isError && <p role="alert">{t('red.transfer.failed')}</p>}
      <div className="ac-row">
        {!placeConfirmed && (
          <Button variant="link" className="ac-red-clear" onClick={() => setPlaceConfirmed(true)}>
            {t('red.placeKnown')}
          </Button>
        )}
        <Button className="ac-red-handed" onClick={onHanded}>
          {t('red.handed')}
        </Button>
        <Button variant="link" className="ac-red-clear" onClick={onAllClear}>
          {t('red.allClear')}
        </Button>
      </div>
    </section>
  );
}
