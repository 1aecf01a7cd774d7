import { Alert, Button } from '@patternfly/react-core';
import { PhoneIcon } from '@patternfly/react-icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import type { Tally } from './tally';

interface Props {
  name: string;
  tally: Tally;
  taking: boolean;
  failure: string | undefined;
  notice: string | undefined;
  onTake: () => void;
}

const partOfDay = () => {
  const hour = new Date().getHours();
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
};

export function Idle({ name, tally, taking, failure, notice, onTake }: Props) {
  const { t } = useTranslation();
  return (
    <section className="ac-hero" data-scene="idle" aria-labelledby="idle">
      <h1 id="idle">{t(`idle.${partOfDay()}`, { name: name.split(' ')[0] })}</h1>
      <p className="ac-hero-text">{t('idle.text')}</p>
      {notice !== undefined && <Alert component="p" variant="success" isInline isPlain title={notice} role="status" />}
      <TakeNext taking={taking} onTake={onTake} />
      {failure !== undefined && (
        <Alert component="p" variant="danger" isInline title={t('idle.failedTitle')} role="alert" className="ac-hero-alert">
          {failure}
        </Alert>
      )}
      <Counts tally={tally} />
    </section>
  );
}

/** The one button of the day. It takes the focus, so that Enter is enough. */
export function TakeNext({ taking, onTake }: { taking: boolean; onTake: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      className="ac-take"
      icon={<PhoneIcon />}
      isLoading={taking}
      aria-disabled={taking}
      onClick={taking ? undefined : onTake}
    >
      {t(taking ? 'idle.taking' : 'idle.take')} {!taking && <Key>N</Key>}
    </Button>
  );
}

export function Counts({ tally }: { tally: Tally }) {
  const { t } = useTranslation();
  if (tally.finished === 0) return null;
  return (
    <dl className="ac-counts">
      <div>
        <dd>{tally.finished}</dd>
        <dt>{t('idle.finished', { count: tally.finished })}</dt>
      </div>
      <div>
        <dd>{tally.reached}</dd>
        <dt>{t('idle.reached')}</dt>
      </div>
    </dl>
  );
}
