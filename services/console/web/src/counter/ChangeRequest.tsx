import { Button, TextInput } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessNow } from '../app/time';
import { instantOf, isLocal, localOf, withOffset } from '../desk/zone';
import * as api from './counterApi';
import { Fault } from './Fault';
import type { ServiceRequest, Store } from './wire';

type Tried = 'later' | 'cancel';

/** A promise that does not hold: another time, or none at all; both with a reason that stays in its history. */
export function ChangeRequest({ request, store, onChanged }: { request: ServiceRequest; store: Store; onChanged: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [local, setLocal] = useState(() => localOf(Date.parse(request.promisedAt), store.zone));
  const [tried, setTried] = useState<Tried>();
  const why = reason.trim();
  const fault = !isLocal(local) ? 'not-a-time' : instantOf(local, store.zone) <= businessNow() ? 'past' : undefined;
  const change = useMutation({
    mutationFn: (what: Tried) =>
      what === 'cancel' ? api.cancel(request.id, why) : api.promiseAnew(request.id, withOffset(instantOf(local, store.zone), store.zone), why),
    onSuccess: onChanged,
  });

  function attempt(what: Tried) {
    setTried(what);
    if (why !== '' && (what === 'cancel' || fault === undefined) && !change.isPending) change.mutate(what);
  }

  return (
    <div className="ac-request-change" data-form="change-request">
      <div className="ac-field">
        <label htmlFor={`why-${request.id}`} className="ac-label">
          {t('counter.day.why')}
        </label>
        <TextInput id={`why-${request.id}`} data-field="why" maxLength={200} value={reason} onChange={(_event, value) => setReason(value)} />
        {tried !== undefined && why === '' && (
          <p className="ac-fault" role="alert">
            {t('counter.day.whyMissing')}
          </p>
        )}
      </div>
      <div className="ac-field">
        <label htmlFor={`when-${request.id}`} className="ac-label">
          {t('counter.day.newTime')}
        </label>
        <TextInput id={`when-${request.id}`} data-field="when" type="datetime-local" value={local} onChange={(_event, value) => setLocal(value.slice(0, 16))} />
        {tried === 'later' && fault !== undefined && (
          <p className="ac-fault" role="alert">
            {t(`field.fault.${fault}`)}
          </p>
        )}
      </div>
      {change.error !== null && <Fault title={t('app.failed')} failure={change.error} />}
      <div className="ac-row">
        <Button variant="secondary" isDisabled={change.isPending} onClick={() => attempt('later')}>
          {t('counter.day.promiseAnew')}
        </Button>
        <Button variant="danger" isDisabled={change.isPending} onClick={() => attempt('cancel')}>
          {t('counter.day.cancelRequest')}
        </Button>
      </div>
    </div>
  );
}
