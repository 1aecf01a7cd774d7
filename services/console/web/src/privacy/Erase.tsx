import { Alert, Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFile } from '../customers/wire';
import { Fault } from '../parts/Fault';
import { Text } from '../parts/Field';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import { shortId } from '../parts/say';
import * as api from './api';
import type { Erasure } from './wire';

/** Forgets a person for good. The confirmation says what goes and what the law keeps, and wants the name typed. */
export function Erase({ file, onErased }: { file: CustomerFile; onErased: (erasure: Erasure) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>();
  const name = file.givenName.trim();
  const erase = useMutation({
    mutationFn: () => api.erase(file.id),
    onSuccess: (erasure) => {
      queries.removeQueries({ queryKey: ['customer', file.id] });
      onErased(erasure);
    },
  });
  const matches = typed?.trim().toLocaleLowerCase() === name.toLocaleLowerCase();
  return (
    <Section name="erasure" title={t('privacy.erase.title')}>
      {typed === undefined ? (
        <>
          <p className="ac-hint">{t('privacy.erase.text')}</p>
          <Button variant="danger" className="ac-rights-do" onClick={() => setTyped('')}>
            {t('privacy.erase.begin')}
          </Button>
        </>
      ) : (
        <Form
          name="erase"
          save={t('privacy.erase.do')}
          failed={t('privacy.erase.failed')}
          failure={erase.error}
          danger
          busy={erase.isPending}
          ready={matches}
          onSave={() => erase.mutate()}
          onCancel={() => setTyped(undefined)}
        >
          <div className="ac-erase-what">
            <strong>{t('privacy.erase.goes')}</strong>
            <ul>
              <li>{t('privacy.erase.goesFile')}</li>
              <li>{t('privacy.erase.goesHistory')}</li>
              <li>{t('privacy.erase.goesEverywhere')}</li>
            </ul>
            <strong>{t('privacy.erase.stays')}</strong>
            <ul>
              <li>{t('privacy.erase.staysHold')}</li>
              <li>{t('privacy.erase.staysLog')}</li>
            </ul>
          </div>
          <Text label={t('privacy.erase.type', { name })} path="name" value={typed} hint={t('privacy.erase.noWayBack')} onChange={setTyped} />
        </Form>
      )}
    </Section>
  );
}

/** What was erased, and what a suspected adverse reaction keeps until it is let go. */
export function Erased({ customer, erasure }: { customer: string; erasure: Erasure }) {
  const { t } = useTranslation();
  const [released, setReleased] = useState<string[]>([]);
  const release = useMutation({
    mutationFn: (reaction: string) => api.release(customer, reaction),
    onSuccess: (_answer, reaction) => setReleased((before) => [...before, reaction]),
  });
  return (
    <div className="ac-card ac-file-part" data-erased={customer}>
      <Alert component="p" variant="success" isInline role="status" title={t('privacy.erase.done', { count: erasure.customers.length })} />
      {erasure.heldFor.length === 0 ? (
        <p>{t('privacy.erase.nothingKept')}</p>
      ) : (
        <>
          <p>{t('privacy.erase.kept', { what: erasure.held.map((table) => t(`privacy.tables.${table}`, table)).join(', ') })}</p>
          <ul className="ac-file-rows">
            {erasure.heldFor.map((reaction) => (
              <li key={reaction} data-hold={reaction}>
                <span>{t('privacy.erase.heldFor', { id: shortId(reaction) })}</span>
                {released.includes(reaction) ? (
                  <span className="ac-file-mark ac-file-end">{t('privacy.erase.released')}</span>
                ) : (
                  <Button variant="secondary" size="sm" className="ac-file-end" isDisabled={release.isPending} onClick={() => release.mutate(reaction)}>
                    {t('privacy.erase.release')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {release.isError && <Fault title={t('privacy.erase.releaseFailed')} failure={release.error} />}
        </>
      )}
    </div>
  );
}
