import { Button } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';
import { Key } from '../app/Key';
import { useWallClock } from '../app/ticks';
import '../transfer/transfer.css';
import * as api from '../transfer/transferApi';
import { flagsOf, isOver, isWaiting } from '../transfer/way';
import { Way } from '../transfer/Way';
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
  me: string;
  call: CallView;
  since: number;
  /** What was ticked. */
  flags: readonly string[];
  onHanded: () => void;
  onAllClear: () => void;
}

/** Three things to do, in order, with a clock, and who was asked by now. The number and the rest of the call stay where they are. */
export function RedFlag({ me, call, since, flags, onHanded, onAllClear }: Props) {
  const { t } = useTranslation();
  const [placeConfirmed, setPlaceConfirmed] = useState(false);
  const [clearing, setClearing] = useState(false);
  const asked = flagsOf(flags);
  // Asked again it is the same transfer, as it stands by now: so this is also how the page hears of who took over.
  const transfer = useQuery({
    queryKey: ['transfer', call.id, call.epoch, placeConfirmed, asked.join()],
    queryFn: () => api.ask(call, asked, placeConfirmed),
    enabled: call.permitted && !clearing,
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 3_000),
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdraw(id),
    onSuccess: onAllClear,
    // Taken meanwhile, or not heard: then it is looked at again.
    onSettled: () => setClearing(false),
  });
  const now = transfer.data;
  const { mutate, isIdle } = withdraw;
  // Not before the last question has been answered: it would ask anew.
  useEffect(() => {
    if (!clearing || transfer.isFetching || !isIdle) return;
    if (now !== undefined && isWaiting(now)) mutate(now.id);
    else onAllClear();
  }, [clearing, transfer.isFetching, isIdle, now, mutate, onAllClear]);

  // Once it has come to an end the same transfer is not asked for again.
  const [over, setOver] = useState<boolean>();
  const first = now === undefined || transfer.isPlaceholderData ? undefined : isOver(now);
  if (over === undefined && first !== undefined) setOver(first);

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);
  useWallClock();
  const known = placeConfirmed || now?.placeConfirmed === true;
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
      <ol className="ac-red-steps">
        {(['one', 'two', 'three'] as const).map((step) => (
          <li key={step}>
            <strong>{t(`red.${step}`)}</strong>
            <span>{t(`red.${step}Text`)}</span>
          </li>
        ))}
      </ol>
      {now !== undefined && <Way transfer={now} me={me} />}
      {over === true && now?.state === 'ended' && <p role="alert">{t('red.transfer.over')}</p>}
      {!call.permitted && <p role="alert">{t('red.numberFirst')}</p>}
      {(transfer.isError || withdraw.isError) && <p role="alert">{t(withdraw.isError ? 'red.transfer.notWithdrawn' : 'red.transfer.failed')}</p>}
      <div className="ac-row">
        {!known && (
          <Button variant="link" className="ac-red-clear" onClick={() => setPlaceConfirmed(true)}>
            {t('red.placeKnown')}
          </Button>
        )}
        <Button className="ac-red-handed" onClick={onHanded}>
          {t('red.handed')}
        </Button>
        <Button
          variant="link"
          className="ac-red-clear"
          isDisabled={clearing}
          onClick={() => {
            withdraw.reset();
            setClearing(true);
          }}
        >
          {t(now !== undefined && isWaiting(now) ? 'red.withdraw' : 'red.allClear')}
        </Button>
      </div>
    </section>
  );
}
