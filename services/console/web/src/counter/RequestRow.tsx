import { Button, Label } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { ChangeRequest } from './ChangeRequest';
import * as api from './counterApi';
import { Fault } from './Fault';
import type { ServiceRequest, Store } from './wire';

interface Props {
  request: ServiceRequest;
  store: Store;
  late: boolean;
  /** Something is being changed just now. */
  busy: boolean;
  onMove: (step: 'start' | 'finish') => void;
  onChanged: () => void;
}

/** One promise: whose it is, for those who must know, and how it goes on. */
export function RequestRow({ request, store, late, busy, onMove, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [asked, setAsked] = useState(false);
  const [changing, setChanging] = useState(false);
  // Who looks at a customer is recorded, so nobody is looked at unasked.
  const card = useQuery({
    queryKey: ['card', request.customerId],
    queryFn: () => api.card(request.customerId ?? ''),
    enabled: asked && request.customerId !== undefined,
    staleTime: 60_000,
  });
  return (
    <li className={late ? 'ac-late' : undefined} data-request={request.id} data-state={request.state}>
      <span className="ac-request-what">
        <strong>{t(`counter.request.kinds.${request.kind}`)}</strong>
        <span className="ac-hint">{t('counter.day.promised', { when: moment(request.promisedAt, i18n.language, words, store.zone) })}</span>
        {request.customerId === undefined ? (
          <span className="ac-hint">{t('counter.day.nobody')}</span>
        ) : card.data === undefined ? (
          <Button variant="link" isInline isLoading={card.isFetching} onClick={() => setAsked(true)}>
            {t('counter.day.whom')}
          </Button>
        ) : (
          <span data-for={request.customerId}>{t('counter.day.for', { name: card.data.preferredName })}</span>
        )}
      </span>
      <span className="ac-request-labels">
        {late && <Label color="red">{t('counter.day.overdue')}</Label>}
        {request.state === 'under-way' && <Label color="teal">{t('counter.day.underWay')}</Label>}
      </span>
      <span className="ac-request-doing">
        <Button variant="link" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {t('counter.day.change')}
        </Button>
        <Button variant={request.state === 'open' ? 'secondary' : 'primary'} isDisabled={busy} onClick={() => onMove(request.state === 'open' ? 'start' : 'finish')}>
          {t(request.state === 'open' ? 'counter.day.start' : 'counter.day.finish')}
        </Button>
      </span>
      {card.isError && <Fault title={t('counter.day.whomFailed')} failure={card.error} />}
      {changing && (
        <ChangeRequest
          request={request}
          store={store}
          onChanged={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}
