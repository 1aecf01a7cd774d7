import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fault } from '../Fault';
import * as api from './waiting';
import './waiting.css';

/** What waits to be said to this customer face to face. Without an answer the sale goes on. */
export function InPerson({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['in-person', customer], queryFn: () => api.inPerson(customer), staleTime: 60_000 });
  const said = useMutation({
    mutationFn: api.said,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['in-person', customer] }),
  });
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <section className="ac-greet-waiting" aria-label={t('waitingWords.title')} data-in-person={list.data.length}>
      <h3>{t('waitingWords.title')}</h3>
      {said.error !== null && <Fault title={t('app.failed')} failure={said.error} />}
      <ul>
        {list.data.map((contact) => (
          <li key={contact.id}>
            <div>
              <strong>{contact.title}</strong>
              {contact.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <Button variant="secondary" isDisabled={said.isPending} onClick={() => said.mutate(contact.id)} data-said={contact.id}>
              {t('waitingWords.said')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
