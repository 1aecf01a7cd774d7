import { Spinner } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../app/connection';
import { moment } from '../app/time';
import * as api from './counterApi';
import { Fault, Problem } from './Fault';
import { money } from './money';
import { Requests } from './Requests';
import { SoldList } from './SoldList';
import { UnsentList } from './UnsentList';
import { NumberRequests } from './waiting/NumberRequests';
import type { Unsent } from './useQueue';
import type { DayReport, NewSale, Store } from './wire';
import { dayText } from './words';

interface Props {
  store: Store;
  /** By the store's clock. */
  today: string;
  unsent: Unsent;
  /** Who stands at the counter. */
  customer?: { id: string; name: string };
  busy: boolean;
  onMend: (sale: NewSale) => void;
}

/** The store's day: how much, how well, what is promised, and what has not arrived. */
export function Day({ store, today, unsent, customer, busy, onMend }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const report = useQuery({ queryKey: ['day', today], queryFn: () => api.day(today), refetchInterval: 30_000 });
  const { lost, silent } = useConnection();
  const queries = useQueryClient();
  // What was sent meanwhile counts at once, and so does a network that has come back.
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['day'] });
    void queries.invalidateQueries({ queryKey: ['service-requests'] });
    void queries.invalidateQueries({ queryKey: ['sold'] });
  }, [queries, lost, silent, unsent.entries.length]);
  const own = new Set(unsent.entries.map((entry) => (entry.kind === 'sale' ? entry.body.clientSaleId : '')));
  const refused = (report.data?.refused ?? []).filter(({ clientSaleId }) => clientSaleId === undefined || !own.has(clientSaleId));
  return (
    <div className="ac-day" data-scene="day">
      <div className="ac-page-head">
        <h1>{t('counter.day.title', { store: store.name })}</h1>
        <span className="ac-hint">{dayText(today, i18n.language)}</span>
      </div>
      {report.isPending && <Spinner aria-label={t('app.loading')} />}
      {report.isError && <Fault title={t('counter.day.failed')} failure={report.error} offline={t('counter.day.offline')} />}
      <dl className="ac-tiles" aria-live="polite">
        {report.data !== undefined &&
          tiles(report.data).map(({ name, value, of, rate }) => (
            <div key={name} className={`ac-card ac-tile${name === 'unacknowledged' ? ' ac-tile-attention' : ''}`} data-tile={name}>
              <dt>
                {t(`counter.day.tile.${name}`)}
                {of !== undefined && <span className="ac-tile-of">{t('counter.day.of', { some: of[0], all: of[1] })}</span>}
              </dt>
              <dd>{rate === undefined ? value.toLocaleString(i18n.language) : rate.toLocaleString(i18n.language, { style: 'percent', maximumFractionDigits: 0 })}</dd>
            </div>
          ))}
        {(report.data?.totals ?? []).map(({ currency, total }) => (
          <div key={currency} className="ac-card ac-tile" data-tile="total">
            <dt>{t('counter.day.tile.total')}</dt>
            <dd>{money(total, currency, i18n.language)}</dd>
          </div>
        ))}
        <div className={`ac-card ac-tile${unsent.waiting > 0 ? ' ac-tile-pending' : ''}`} data-tile="unsent">
          <dt>{t('counter.day.tile.unsent')}</dt>
          <dd>{unsent.waiting}</dd>
        </div>
        <div className={`ac-card ac-tile${unsent.refused + refused.length > 0 ? ' ac-tile-attention' : ''}`} data-tile="refused">
          <dt>{t('counter.day.tile.refused')}</dt>
          <dd>{unsent.refused + refused.length}</dd>
        </div>
      </dl>
      <div className="ac-day-columns">
        <section className="ac-card ac-part" aria-labelledby="day-requests">
          <h2 id="day-requests">{t('counter.day.requests')}</h2>
          <Requests store={store} />
          <h3 id="day-numbers">{t('waitingWords.numbers')}</h3>
          <NumberRequests store={store} />
        </section>
        <section className="ac-card ac-part" aria-labelledby="day-sold" data-part="sold">
          <h2 id="day-sold" tabIndex={-1}>
            {t('counter.sold.title')}
          </h2>
          <SoldList store={store} {...(customer === undefined ? {} : { customer })} />
        </section>
        <section className="ac-card ac-part" aria-labelledby="day-unsent" data-part="unsent">
          <h2 id="day-unsent" tabIndex={-1}>
            {t('counter.unsent.title')}
          </h2>
          <UnsentList unsent={unsent} store={store} busy={busy} onMend={onMend} />
          {refused.length > 0 && (
            <>
              <h3>{t('counter.day.refused')}</h3>
              <ul className="ac-unsent">
                {refused.map((one) => (
                  <li key={`${one.clientSaleId ?? one.line} ${one.at}`}>
                    <Problem
                      title={`${one.clientSaleId ?? t('counter.day.line', { line: one.line })} · ${moment(one.at, i18n.language, words, store.zone)}`}
                      problem={one.problem}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </div>
  );
}

interface Tile {
  name: 'sales' | 'recognised' | 'counselling' | 'declined' | 'returned' | 'voided' | 'unacknowledged';
  value: number;
  of?: [number, number];
  rate?: number;
}

function tiles(day: DayReport): Tile[] {
  const share = (some: number) => (day.sales > 0 ? some / day.sales : 0);
  return [
    { name: 'sales', value: day.sales },
    { name: 'recognised', value: day.recognised, of: [day.recognised, day.sales], rate: share(day.recognised) },
    { name: 'counselling', value: day.counselled, of: [day.counselled, day.sales], rate: day.counsellingRate ?? share(day.counselled) },
    ...(day.counsellingDeclined ? [{ name: 'declined' as const, value: day.counsellingDeclined }] : []),
    ...(day.returned ? [{ name: 'returned' as const, value: day.returned }] : []),
    ...(day.voided ? [{ name: 'voided' as const, value: day.voided }] : []),
    ...(day.unacknowledged?.length ? [{ name: 'unacknowledged' as const, value: day.unacknowledged.length }] : []),
  ];
}
