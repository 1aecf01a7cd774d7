import { Alert, Button, TextInput } from '@patternfly/react-core';
import { SearchIcon, UserPlusIcon } from '@patternfly/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';
import * as api from './counterApi';
import { customerOf, emptyForm, toCustomer, type Change, type Draft } from './draft';
import { Fault } from './Fault';
import { Greet } from './Greet';
import { isPassing } from './queue';
import { Register } from './Register';
import type { Unsent } from './useQueue';
import type { Card, Store } from './wire';
import { languageName } from './words';

interface Props {
  draft: Draft;
  store: Store;
  card: Card | undefined;
  unsent: Unsent;
  onChange: (part: Change) => void;
  /** The customer is settled; the basket is next. */
  onDone: () => void;
}

/** First of all a person: found by phone, new, or without a name. */
export function Customer({ draft, store, card, unsent, onChange, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  const search = useMutation({ mutationFn: () => api.findByPhone(draft.phone.trim(), store.country) });
  const register = useMutation({
    mutationFn: async () => {
      const { form } = draft;
      if (form === undefined) return;
      const body = toCustomer(form, store.country, store.zone);
      try {
        await api.register(body);
      } catch (failure) {
        if (!isPassing(failure)) throw failure;
        unsent.add({ kind: 'customer', body });
      }
      const languages = form.language ? [form.language] : [];
      settle({ who: { kind: 'new', id: form.id, name: form.name.trim(), languages }, form: undefined, phone: '' });
    },
  });

  function settle(part: Change) {
    search.reset();
    onChange(part);
    onDone();
  }

  const found = search.data?.filter(({ status }) => status !== 'erased' && status !== 'merged');
  useEffect(() => first.current?.focus(), [search.data]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (draft.phone.trim() !== '' && !search.isPending) search.mutate();
  }

  function begin() {
    register.reset();
    onChange({ form: emptyForm(draft.phone.trim()) });
  }

  return (
    <section className="ac-card ac-part" aria-labelledby="part-customer" data-step="customer">
      <h2 id="part-customer" tabIndex={-1}>
        {t('counter.step.customer')}
      </h2>
      {draft.who.kind !== 'open' ? (
        <Greet
          who={draft.who}
          card={card}
          unsent={draft.who.kind === 'new' && unsent.find(draft.who.id) !== undefined}
          onChange={() => onChange({ who: { kind: 'open' } })}
        />
      ) : draft.form !== undefined ? (
        <>
          <Register
            form={draft.form}
            store={store}
            busy={register.isPending}
            save={t('counter.register.save')}
            onChange={(form) => onChange({ form })}
            onSave={() => register.mutate()}
            onCancel={() => onChange({ form: undefined })}
          />
          {register.error !== null && <Fault title={t('counter.register.failed')} failure={register.error} />}
        </>
      ) : (
        <>
          <form className="ac-find" noValidate onSubmit={submit} role="search">
            <label htmlFor="counter-phone" className="ac-label">
              {t('counter.customer.phone')}
            </label>
            <TextInput
              id="counter-phone"
              type="tel"
              inputMode="tel"
              value={draft.phone}
              maxLength={40}
              autoComplete="off"
              enterKeyHint="search"
              onChange={(_event, phone) => {
                search.reset();
                onChange({ phone });
              }}
            />
            <Button type="submit" icon={<SearchIcon />} isLoading={search.isPending} aria-disabled={search.isPending || draft.phone.trim() === ''}>
              {t('counter.customer.find')}
            </Button>
          </form>
          <div aria-live="polite">
            {found !== undefined && found.length > 0 && (
              <>
                <p className="ac-hint">{t('counter.customer.found', { count: found.length })}</p>
                <ul className="ac-people">
                  {found.map((person, place) => (
                    <li key={person.id}>
                      <button
                        ref={place === 0 ? first : undefined}
                        type="button"
                        className="ac-choice"
                        data-found={person.id}
                        onClick={() =>
                          settle({ who: customerOf(person), phone: '', buyer: person.heldBy === undefined ? draft.buyer : 'caregiver' })
                        }
                      >
                        <span className="ac-choice-name">{person.preferredName}</span>
                        <span className="ac-choice-then">
                          {[
                            ...(person.languages ?? []).slice(0, 2).map((tag) => languageName(tag, i18n.language)),
                            ...(person.heldBy ? [t('counter.greet.heldBy', { name: person.heldBy.name })] : []),
                          ].join(' · ')}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {found?.length === 0 && <p className="ac-nobody">{t('counter.customer.nobody')}</p>}
          </div>
          {search.error !== null &&
            (search.error instanceof Refused && search.error.status < 500 && search.error.status !== 401 ? (
              <Fault title={t('counter.customer.failed')} failure={search.error} />
            ) : (
              <Alert component="p" variant="warning" isInline title={t('counter.customer.unreachable')} role="alert">
                {t('counter.customer.unreachableText')}
              </Alert>
            ))}
          <div className="ac-row">
            <Button variant={found?.length === 0 ? 'primary' : 'secondary'} icon={<UserPlusIcon />} onClick={begin}>
              {t('counter.customer.new')}
            </Button>
            <Button variant="link" onClick={() => settle({ who: { kind: 'anonymous' } })}>
              {t('counter.customer.anonymous')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
