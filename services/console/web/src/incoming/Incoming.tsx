import { Alert, Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import type { CallView } from '../api/types';
import { Key } from '../app/Key';
import { useShortcuts } from '../app/shortcuts';
import { languageName } from '../counter/words';
import * as api from './incoming';
import './incoming.css';

interface Props {
  shown: boolean;
  onTaken: (call: CallView, rang: api.Rang) => void;
  onBack: () => void;
}

/** Somebody rings: who is it? Their open call is taken there and then, else a new one is recorded. */
export function Incoming({ shown, onTaken, onBack }: Props) {
  const { t, i18n } = useTranslation();
  const [phone, setPhone] = useState('');
  const [store, setStore] = useState('');
  const [country, setCountry] = useState(() => api.countryOf(localStorage, navigator.language));
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useMutation({ mutationFn: () => api.find(phone.trim(), country) });
  const take = useMutation({
    mutationFn: ({ person, at }: { person: api.Found; at?: string }) => api.take(person.id, at),
    onSuccess: (call, { person }) => onTaken(call, api.rangBy(person)),
  });
  useEffect(() => field.current?.focus(), []);
  useEffect(() => first.current?.focus(), [search.data]);
  const found = search.data ?? [];
  useShortcuts({
    Escape: () => shown && onBack(),
    ...Object.fromEntries(found.slice(0, 9).map((person, place) => [String(place + 1), () => shown && !take.isPending && take.mutate({ person })])),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    take.reset();
    if (phone.trim() !== '' && !search.isPending) search.mutate();
  }

  const why = take.error === null ? undefined : api.whyNot(take.error);
  const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
  return (
    <section className="ac-incoming" data-scene="incoming" aria-labelledby="incoming" onKeyDown={(event) => event.key === 'Escape' && onBack()}>
      <h1 id="incoming">{t('incoming.title')}</h1>
      <p className="ac-hint">{t('incoming.text')}</p>
      <form className="ac-incoming-find" noValidate onSubmit={submit} role="search">
        <FormSelect
          aria-label={t('incoming.country')}
          value={country}
          onChange={(_event, chosen) => {
            api.keepCountry(localStorage, chosen);
            setCountry(chosen);
          }}
        >
          {[...new Set([country, ...api.countries])].map((code) => (
            <FormSelectOption key={code} value={code} label={names.of(code) ?? code} />
          ))}
        </FormSelect>
        <TextInput
          ref={field}
          id="incoming-phone"
          type="tel"
          inputMode="tel"
          aria-label={t('incoming.phone')}
          placeholder={t('incoming.phone')}
          value={phone}
          maxLength={40}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(_event, value) => {
            search.reset();
            take.reset();
            setPhone(value);
          }}
        />
        <Button type="submit" icon={<SearchIcon />} isLoading={search.isPending} aria-disabled={search.isPending || phone.trim() === ''}>
          {t('incoming.find')}
        </Button>
      </form>
      <div aria-live="polite">
        {found.length > 0 && <p className="ac-hint">{t('incoming.found', { count: found.length })}</p>}
        <ul className="ac-incoming-people">
          {found.map((person, place) => (
            <li key={person.id}>
              <button ref={place === 0 ? first : undefined} type="button" className="ac-choice" data-found={person.id} disabled={take.isPending} onClick={() => take.mutate({ person })}>
                <span className="ac-choice-name">{person.preferredName}</span>
                <span className="ac-choice-then">
                  {[
                    ...(person.languages ?? []).slice(0, 2).map((tag) => languageName(tag, i18n.language)),
                    ...(person.heldBy ? [t('counter.greet.heldBy', { name: person.heldBy.name })] : []),
                    t('incoming.takes'),
                  ].join(' · ')}
                </span>
                {place < 9 && <Key>{String(place + 1)}</Key>}
              </button>
            </li>
          ))}
        </ul>
        {search.data?.length === 0 && (
          <Alert component="p" variant="info" isInline title={t('incoming.nobody')} data-nobody>
            {t('incoming.nobodyText')}
          </Alert>
        )}
      </div>
      {search.isError && (
        <Alert component="p" variant="warning" isInline title={t('incoming.failed')} role="alert">
          {search.error instanceof Unreachable ? t('idle.offline') : (search.error as Error & { problem?: { violations?: { message?: string }[] } }).problem?.violations?.[0]?.message ?? search.error.message}
        </Alert>
      )}
      {take.error !== null && (
        <Alert component="p" variant="warning" isInline title={t(why === undefined ? 'incoming.notTaken' : `incoming.why.${why}`)} role="alert" data-why={why}>
          {take.error instanceof Unreachable ? t('idle.offline') : why === undefined ? take.error.message : t(`incoming.then.${why}`)}
        </Alert>
      )}
      {why === 'no-sale' && take.variables !== undefined && (
        <form
          className="ac-incoming-find"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (store.trim() !== '' && take.variables !== undefined) take.mutate({ person: take.variables.person, at: store.trim() });
          }}
        >
          <TextInput
            id="incoming-store"
            aria-label={t('incoming.store')}
            placeholder={t('incoming.store')}
            value={store}
            maxLength={64}
            autoComplete="off"
            onChange={(_event, value) => setStore(value)}
          />
          <Button type="submit" isLoading={take.isPending} aria-disabled={take.isPending || store.trim() === ''}>
            {t('incoming.record')}
          </Button>
        </form>
      )}
      <Button variant="link" onClick={onBack}>
        {t('incoming.back')} <Key>Esc</Key>
      </Button>
    </section>
  );
}
