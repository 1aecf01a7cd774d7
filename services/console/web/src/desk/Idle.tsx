import { Alert, Button } from '@patternfly/react-core';
import { PhoneIcon, PhoneVolumeIcon } from '@patternfly/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import type { Tally } from './tally';

interface Props {
  name: string;
  tally: Tally;
  taking: boolean;
  failure: ReactNode;
  notice: string | undefined;
  onTake: () => void;
  onRings: () => void;
}

const partOfDay = () => {
  const hour = new Date().getHours();
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
};

export function Idle({ name, tally, taking, failure, notice, onTake, onRings }: Props) {
  const { t } = useTranslation();
  return (
    <section className="ac-hero" data-scene="idle" aria-labelledby="idle">
      <h1 id="idle">{t(`idle.${partOfDay()}`, { name: name.split(' ')[0] })}</h1>
      <p className="ac-hero-text">{t('idle.text')}</p>
      {notice !== undefined && <Alert component="p" variant="success" isInline isPlain title={notice} role="status" />}
      <TakeNext taking={taking} onTake={onTake} />
      {failure}
      <Rings onRings={onRings} />
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

/** The other way round: somebody rings us. */
export function Rings({ onRings }: { onRings: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="secondary" icon={<PhoneVolumeIcon />} onClick={onRings} data-rings>
      {t('incoming.do')} <Key>I</Key>
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
