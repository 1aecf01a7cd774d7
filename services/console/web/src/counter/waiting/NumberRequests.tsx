import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../app/time';
import { card } from '../counterApi';
import { Fault } from '../Fault';
import type { Store } from '../wire';
import * as api from './waiting';
import './waiting.css';

/** The store's customers whom no number reaches, oldest first; they are asked when they come. */
export function NumberRequests({ store }: { store: Store }) {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ['number-requests'], queryFn: api.numberRequests, refetchInterval: 60_000 });
  if (list.isError) return <Fault title={t('waitingWords.numbersFailed')} failure={list.error} />;
  if (list.data === undefined) return null;
  return list.data.length === 0 ? (
    <p className="ac-empty">{t('waitingWords.noNumbers')}</p>
  ) : (
    <ul className="ac-requests">
      {list.data.map((one) => (
        <Row key={one.customerId} request={one} store={store} />
      ))}
    </ul>
  );
}

function Row({ request, store }: { request: api.NumberRequest; store: Store }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  // Who looks at a customer is recorded, so nobody is looked at unasked.
  const who = useQuery({ queryKey: ['card', request.customerId], queryFn: () => card(request.customerId), enabled: asked, staleTime: 60_000 });
  const close = useMutation({
    mutationFn: () => api.closeNumberRequest(request.customerId),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['number-requests'] }),
  });
  const when = moment(request.askedAt, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') }, store.zone);
  return (
    <li data-number-request={request.customerId}>
      <span className="ac-request-what">
        {who.data === undefined ? (
          <Button variant="link" isInline isLoading={who.isFetching} onClick={() => setAsked(true)}>
            {t('counter.day.whom')}
          </Button>
        ) : (
          <strong>{who.data.preferredName}</strong>
        )}
        <span className="ac-hint">{t('waitingWords.since', { when })}</span>
      </span>
      <span className="ac-request-doing">
        <Button variant="secondary" isDisabled={close.isPending} onClick={() => close.mutate()}>
          {t('waitingWords.asked')}
        </Button>
      </span>
      {who.isError && <Fault title={t('counter.day.whomFailed')} failure={who.error} />}
      {close.error !== null && <Fault title={t('app.failed')} failure={close.error} />}
    </li>
  );
}
