import { Alert, Button, TextInput } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { businessNow, moment } from '../app/time';
import { instantOf, isLocal, quickPicks, withOffset } from '../desk/zone';
import { Choose } from './Chips';
import * as api from './counterApi';
import { Fault } from './Fault';
import { uuid } from './ids';
import { requestKinds, type RequestKind, type Store } from './wire';

/** What else the store does for this customer, with a promised time on the store's clock. */
export function NewRequest({ store, saleId }: { store: Store; saleId: string }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [kind, setKind] = useState<RequestKind>();
  const [local, setLocal] = useState('');
  const [tried, setTried] = useState(false);
  /** One for each wish: pressed again after silence, it is not promised twice. */
  const [wish, setWish] = useState(uuid);
  const ask = useMutation({
    mutationFn: (wanted: RequestKind) =>
      api.ask({ clientRequestId: wish, kind: wanted, saleId, promisedAt: withOffset(instantOf(local, store.zone), store.zone) }),
    onSuccess: () => {
      setKind(undefined);
      setLocal('');
      setTried(false);
      setWish(uuid());
    },
  });
  const fault = !isLocal(local) ? 'not-a-time' : instantOf(local, store.zone) <= businessNow() ? 'past' : undefined;

  function choose(time: string) {
    setLocal(time);
    setWish(uuid());
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (kind !== undefined && fault === undefined && !ask.isPending) ask.mutate(kind);
  }

  return (
    <form className="ac-request" noValidate onSubmit={submit} data-form="request">
      {ask.data !== undefined && kind === undefined && (
        <Alert
          component="p"
          variant="success"
          isInline
          role="status"
          title={t('counter.request.made', {
            kind: t(`counter.request.kinds.${ask.data.kind}`),
            when: moment(ask.data.promisedAt, i18n.language, words, store.zone),
          })}
        >
          {t('counter.request.told')}
        </Alert>
      )}
      <Choose
        label={t('counter.request.kind')}
        options={requestKinds.map((value) => ({ value, text: t(`counter.request.kinds.${value}`) }))}
        value={kind}
        onChoose={(value) => {
          ask.reset();
          setKind(value);
          setWish(uuid());
        }}
      />
      {kind !== undefined && (
        <>
          <div className="ac-field">
            <label htmlFor="promised" className="ac-label">
              {t('counter.request.promised')}
            </label>
            <div className="ac-row">
              {quickPicks(businessNow(), store.zone).map((quick) => (
                <button key={quick.pick} type="button" className="ac-quick" aria-pressed={local === quick.local} onClick={() => choose(quick.local)}>
                  {t(`field.pick.${quick.pick}`)}
                </button>
              ))}
            </div>
            <TextInput id="promised" type="datetime-local" value={local} onChange={(_event, value) => choose(value.slice(0, 16))} />
            {tried && fault !== undefined && (
              <p className="ac-fault" role="alert">
                {t(`field.fault.${fault}`)}
              </p>
            )}
          </div>
          {ask.error !== null && <Fault title={t('counter.request.failed')} failure={ask.error} />}
          <Button type="submit" variant="secondary" isLoading={ask.isPending} aria-disabled={ask.isPending}>
            {t('counter.request.do')}
          </Button>
        </>
      )}
    </form>
  );
}
