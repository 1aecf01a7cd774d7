import { Button, Spinner } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { dayText } from '../parts/say';
import * as api from './api';
import type { Brief } from './wire';

const scores = [60, 75, 90] as const;

/** After so many pages without a pair the search rests until it is asked to go on. */
const patience = 20;

/** Pairs that may be one person, the page going through the chain until some are found. */
export function Pairs({ settled, onCompare }: { settled: number; onCompare: (one: string, other: string) => void }) {
  const { t } = useTranslation();
  const [minScore, setMinScore] = useState<number>(75);
  const list = useInfiniteQuery({
    queryKey: ['duplicates', minScore, settled],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.pairs(minScore, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const pages = list.data?.pages ?? [];
  const found = pages.flatMap(({ items }) => items);
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const goesOn = hasNextPage && !isFetching && !isError && found.length < 10 && pages.length % patience !== 0;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, pages.length, fetchNextPage]);
  return (
    <section className="ac-card ac-file-part" aria-labelledby="pairs" data-part="pairs">
      <div className="ac-file-part-head">
        <h2 id="pairs">{t('dup.pairs')}</h2>
        <select className="ac-form-input ac-file-period" aria-label={t('dup.minScore')} value={minScore} onChange={(event) => setMinScore(Number(event.target.value))}>
          {scores.map((score) => (
            <option key={score} value={score}>
              {t('dup.atLeast', { score })}
            </option>
          ))}
        </select>
      </div>
      {isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      <ul className="ac-pairs">
        {found.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`}>
            <button type="button" className="ac-pair" data-pair={`${pair.one.id}~${pair.other.id}`} onClick={() => onCompare(pair.one.id, pair.other.id)}>
              <Person of={pair.one} />
              <Person of={pair.other} />
              <span className="ac-pair-score">{t('dup.score', { score: pair.score })}</span>
              <Reasons reasons={pair.reasons} />
            </button>
          </li>
        ))}
      </ul>
      {isFetching && (
        <p className="ac-hint ac-row" role="status">
          <Spinner size="md" aria-label={t('app.loading')} /> {t('dup.looking')}
        </p>
      )}
      {!isFetching && !isError && found.length === 0 && !hasNextPage && <p className="ac-hint">{t('dup.none')}</p>}
      {!isFetching && hasNextPage && !goesOn && (
        <Button variant="link" isInline onClick={() => void fetchNextPage()}>
          {t('dup.lookOn')}
        </Button>
      )}
    </section>
  );
}

function Person({ of }: { of: Brief }) {
  const { i18n } = useTranslation();
  return (
    <span className="ac-pair-person">
      <strong>{[of.givenName, of.familyName].filter(Boolean).join(' ')}</strong>
      <span className="ac-hint">{[of.birthDate && dayText(of.birthDate, i18n.language), of.storeId].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

const against = new Set(['other-birth-date', 'other-name', 'other-sex']);

/** What speaks for it, and what against. */
export function Reasons({ reasons }: { reasons: string[] }) {
  const { t } = useTranslation();
  return (
    <span className="ac-file-marks ac-pair-reasons">
      {reasons.map((reason) => (
        <span key={reason} className={`ac-file-mark${against.has(reason) ? ' ac-file-mark-warn' : ''}`}>
          {t(`dup.reasons.${reason}`, reason)}
        </span>
      ))}
    </span>
  );
}
