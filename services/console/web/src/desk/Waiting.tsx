import { Button } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { useShortcuts } from '../app/shortcuts';
import { Rings } from './Idle';

interface Props {
  nextDue: string | undefined;
  looking: boolean;
  lost: boolean;
  onLook: () => void;
  onRings: () => void;
  onStop: () => void;
}

const every = 15_000;
/** No call shall wait for an empty chair: without a sign of life for this long, looking stops. */
const asleepAfter = 15 * 60_000;

export function Waiting({ nextDue, looking, lost, onLook, onRings, onStop }: Props) {
  const { t, i18n } = useTranslation();
  const [nextLook, setNextLook] = useState(() => Date.now() + every);
  const [now, setNow] = useState(Date.now);
  const [asleep, setAsleep] = useState(false);
  const alive = useRef(Date.now());
  const look = useRef(onLook);
  look.current = onLook;

  useEffect(() => {
    const sign = () => {
      alive.current = Date.now();
    };
    const signs = ['pointerdown', 'pointermove', 'keydown'] as const;
    signs.forEach((name) => window.addEventListener(name, sign));
    return () => signs.forEach((name) => window.removeEventListener(name, sign));
  }, []);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    if (asleep || looking || now < nextLook) return;
    if (now - alive.current > asleepAfter) return setAsleep(true);
    setNextLook(now + every);
    look.current();
  }, [now, nextLook, looking, asleep]);

  useShortcuts({ Escape: onStop });

  if (asleep) {
    return (
      <section className="ac-hero" data-scene="asleep" aria-labelledby="waiting">
        <h1 id="waiting">{t('waiting.asleepTitle')}</h1>
        <p className="ac-hero-text">{t('waiting.asleepText')}</p>
        <Button
          className="ac-take"
          autoFocus
          onClick={() => {
            setAsleep(false);
            setNextLook(Date.now());
          }}
        >
          {t('waiting.goOn')}
        </Button>
      </section>
    );
  }

  return (
    <section className="ac-hero" data-scene="waiting" aria-labelledby="waiting">
      <span className={`ac-pulse${lost ? ' ac-pulse-lost' : ''}`} aria-hidden>
        <img src="/favicon.svg" alt="" width="56" height="56" />
      </span>
      <div role="status">
        <h1 id="waiting">{t('waiting.title')}</h1>
      </div>
      <p className="ac-hero-text">{lost ? t('idle.offline') : t('waiting.text')}</p>
      {nextDue !== undefined && (
        <p className="ac-hero-due">
          {t('waiting.nextDue', { when: moment(nextDue, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') }) })}
        </p>
      )}
      <div className="ac-row">
        <Button variant="secondary" isLoading={looking} onClick={onLook}>
          {t('waiting.now')}
        </Button>
        <Rings onRings={onRings} />
        <Button variant="link" onClick={onStop}>
          {t('waiting.stop')}
        </Button>
      </div>
      <p className="ac-hint" aria-hidden>
        {looking ? t('waiting.looking') : t('waiting.next', { seconds: Math.max(0, Math.ceil((nextLook - now) / 1000)) })}
      </p>
    </section>
  );
}
