import { Button } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
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

/** Three things to do, in order, with a clock. The number and the rest of the call stay where they are. */
export function RedFlag({ since, onHanded, onAllClear }: { since: number; onHanded: () => void; onAllClear: () => void }) {
  const { t } = useTranslation();
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
      <div className="ac-row">
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
