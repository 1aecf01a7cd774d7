import { Bullseye, Button, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { Refused } from '../api/client';
import type { CustomerFile } from '../customers/wire';
import { Fault } from '../parts/Fault';
import { dayText, endOf } from '../parts/say';
import * as api from './api';
import { Reasons } from './Pairs';
import { rowsOf } from './rows';
import type { Merge } from './wire';

interface Props {
  id: string;
  other: string;
  onSettled: (what: 'merged' | 'denied', merge?: Merge) => void;
}

/** Two files side by side, what differs first; one is chosen to stay. */
export function Compare({ id, other, onSettled }: Props) {
  const { t, i18n } = useTranslation();
  const [stays, setStays] = useState<'one' | 'other'>('one');
  const [asked, setAsked] = useState(false);
  const files = useQuery({ queryKey: ['duplicates', 'pair', id, other], queryFn: () => api.compare(id, other), staleTime: 0 });
  const merge = useMutation({
    mutationFn: ({ survivor, goes }: { survivor: CustomerFile; goes: CustomerFile }) => api.merge(survivor, goes),
    onSuccess: (merged) => onSettled('merged', merged),
    onError: (failure) => {
      setAsked(false);
      // What was looked at is not what is on file any more.
      if (failure instanceof Refused && failure.name === 'changed-meanwhile') void files.refetch();
    },
  });
  const deny = useMutation({ mutationFn: () => api.deny(id, other), onSuccess: () => onSettled('denied') });
  if (files.isPending) {
    return (
      <Bullseye>
        <Spinner aria-label={t('app.loading')} />
      </Bullseye>
    );
  }
  if (files.isError) return <Fault title={t('parts.loadFailed')} failure={files.error} onAgain={() => void files.refetch()} />;
  const { data } = files;
  const [survivor, goes] = stays === 'one' ? [data.one, data.other] : [data.other, data.one];
  const say = (field: string, text: string) => (field === 'sex' ? t(`file.sexes.${text}`) : field === 'birthDate' ? dayText(text, i18n.language) : text);
  const nameOf = (file: CustomerFile) => [file.givenName, file.familyName].filter(Boolean).join(' ');
  return (
    <section className="ac-card ac-file-part" aria-label={t('dup.compare')} data-part="compare">
      <div className="ac-row">
        <span className="ac-pair-score">{t('dup.score', { score: data.score })}</span>
        <Reasons reasons={data.reasons} />
      </div>
      <table className="ac-compare">
        <caption className="pf-v6-screen-reader">{t('dup.compare')}</caption>
        <thead>
          <tr>
            <td />
            {(['one', 'other'] as const).map((which) => (
              <th key={which} scope="col" data-stays={which === stays}>
                <label className="ac-compare-pick">
                  <input type="radio" name="stays" checked={stays === which} onChange={() => setStays(which)} data-stay={which} />
                  <span>
                    {nameOf(data[which])} <span className="ac-hint">{endOf(data[which].id)}</span>
                    <span className="ac-eyebrow">{t(stays === which ? 'dup.stays' : 'dup.goes')}</span>
                  </span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(data.one, data.other).map((row) => (
            <tr key={row.field} data-differs={row.differs} data-row={row.field}>
              <th scope="row">{t(row.field === 'storeId' ? 'dup.store' : `dup.field.${row.field}`, t(`file.field.${row.field}`))}</th>
              {(['one', 'other'] as const).map((which) => (
                <td key={which}>
                  {row[which].length === 0 && t('parts.none')}
                  {row[which].map((line) => (
                    <span key={line} className="ac-file-line">
                      {say(row.field, line)}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ac-hint">{t('dup.rule')}</p>
      {merge.isError && <Fault title={t('dup.mergeFailed')} failure={merge.error} />}
      {deny.isError && <Fault title={t('parts.saveFailed')} failure={deny.error} />}
      <div className="ac-row">
        <Button onClick={() => setAsked(true)}>{t('dup.merge')}</Button>
        <Button variant="secondary" isLoading={deny.isPending} onClick={() => deny.mutate()}>
          {t('dup.deny')}
        </Button>
      </div>
      {asked && (
        <Ask
          title={t('dup.askTitle')}
          text={t('dup.askText', { survivor: nameOf(survivor), survivorId: endOf(survivor.id), goesId: endOf(goes.id) })}
          yes={t('dup.merge')}
          busy={merge.isPending}
          onYes={() => merge.mutate({ survivor, goes })}
          onNo={() => setAsked(false)}
        />
      )}
    </section>
  );
}
