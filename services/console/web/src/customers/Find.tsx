import { Button } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import { useShortcuts } from '../app/shortcuts';
import { Fault } from '../parts/Fault';
import { languageText } from '../parts/say';
import * as api from './api';
import { soughtIn } from './sought';

const lastCountry = 'aftercare.files.country';

/** One field for a phone number, an e-mail address or a customer's id. Families share numbers: there may be several. */
export function Find({ compact, onFound }: { compact: boolean; onFound: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState('');
  const stores = useQuery({ queryKey: ['countries'], queryFn: api.countries, staleTime: 600_000 });
  const [country, setCountry] = useState(() => localStorage.getItem(lastCountry) ?? '');
  const countries = stores.data ?? [];
  const chosen = country || countries[0] || 'US';
  const [unclear, setUnclear] = useState(false);
  const search = useMutation({ mutationFn: api.find });
  useShortcuts({ '/': () => field.current?.focus() });
  useEffect(() => {
    if (!compact) field.current?.focus();
  }, [compact]);
  useEffect(() => first.current?.focus(), [search.data]);

  function leave(customer: string) {
    search.reset();
    setTyped('');
    onFound(customer);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (search.isPending) return;
    const sought = soughtIn(typed, chosen);
    setUnclear(sought === undefined);
    if (sought === undefined) field.current?.focus();
    else if ('id' in sought) leave(sought.id);
    else {
      // Said with the question, so that an answer to one that was dropped meanwhile opens nobody.
      search.mutate(sought, {
        onSuccess: ([only, ...more]) => {
          if (only !== undefined && more.length === 0) leave(only.id);
        },
      });
    }
  }

  const regions = new Intl.DisplayNames([i18n.language], { type: 'region' });
  const found = search.data ?? [];
  return (
    <section className={compact ? 'ac-finder' : 'ac-card ac-finder ac-finder-alone'} aria-label={t('file.find.title')}>
      {!compact && <h1>{t('file.find.title')}</h1>}
      <form role="search" noValidate onSubmit={submit}>
        <label htmlFor={id} className={compact ? 'pf-v6-screen-reader' : undefined}>
          {t('file.find.label')}
        </label>
        <input
          ref={field}
          id={id}
          className="ac-form-input"
          type="search"
          autoComplete="off"
          placeholder={compact ? t('file.find.label') : undefined}
          maxLength={254}
          value={typed}
          aria-invalid={unclear || undefined}
          aria-describedby={`${id}-said`}
          data-find=""
          onChange={(event) => {
            search.reset();
            setUnclear(false);
            setTyped(event.target.value);
          }}
        />
        <select
          className="ac-form-input"
          aria-label={t('file.find.country')}
          value={chosen}
          onChange={(event) => {
            search.reset();
            localStorage.setItem(lastCountry, event.target.value);
            setCountry(event.target.value);
          }}
        >
          {[...new Set([...countries, chosen])].map((code) => (
            <option key={code} value={code}>
              {regions.of(code) ?? code}
            </option>
          ))}
        </select>
        <Button type="submit" icon={<SearchIcon />} isLoading={search.isPending} aria-disabled={search.isPending}>
          {t('file.find.do')} {compact && <Key>/</Key>}
        </Button>
      </form>
      <p id={`${id}-said`} className={unclear ? 'ac-form-fault' : 'ac-hint'} hidden={compact && !unclear}>
        {t(unclear ? 'file.find.unclear' : 'file.find.hint')}
      </p>
      <div aria-live="polite">
        {search.isSuccess && found.length === 0 && <p className="ac-finder-nobody">{t('file.find.nobody')}</p>}
        {found.length > 1 && (
          <>
            <p className="ac-hint">{t('file.find.several', { count: found.length })}</p>
            <ul className="ac-finder-people">
              {found.map((person, place) => (
                <li key={person.id}>
                  <button ref={place === 0 ? first : undefined} type="button" onClick={() => leave(person.id)} data-found={person.id}>
                    <strong>{person.preferredName}</strong>
                    <span className="ac-hint">
                      {[
                        ...person.languages.slice(0, 2).map((tag) => languageText(tag, i18n.language)),
                        ...(person.heldBy ? [t('file.find.heldBy', { name: person.heldBy.name })] : []),
                        ...(person.status === 'active' ? [] : [t(`file.status.${person.status}`)]),
                      ].join(' · ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {search.isError && <Fault title={t('file.find.failed')} failure={search.error} />}
    </section>
  );
}
