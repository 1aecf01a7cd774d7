import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetched } from '../api/client';
import type { ScriptView } from '../api/types';
import { card } from '../counter/counterApi';
import { Before } from '../difficult/Before';
import { answered } from './heard';
import type { TransferView } from './wire';

/** Whom a pharmacist has taken over, and what was said before: nobody likes to tell it twice. */
export function Heard({ transfer }: { transfer: TransferView }) {
  const { t, i18n } = useTranslation();
  const who = useQuery({ queryKey: ['card', transfer.customerId], queryFn: () => card(transfer.customerId), staleTime: 60_000 });
  const script = useQuery({
    queryKey: ['heard', transfer.callId, i18n.language],
    queryFn: () => fetched<ScriptView>('GET', `/api/follow-up/calls/${transfer.callId}/answers?language=${i18n.language}`),
    refetchInterval: 5_000,
  });
  const allergies = who.data?.allergies ?? [];
  const lines = script.data === undefined ? [] : answered(script.data);
  return (
    <div className="ac-heard">
      {who.data !== undefined && (
        <p>
          <strong>{who.data.preferredName}</strong>
          {allergies.length > 0 && <span> · {t('counter.greet.allergies', { names: allergies.map(({ name, atc }) => name ?? atc ?? '').join(', ') })}</span>}
          {who.data.takeCare?.note !== undefined && <span> · {t('counter.greet.takeCare', { note: who.data.takeCare.note })}</span>}
        </p>
      )}
      {who.data?.takeCare?.difficult !== undefined && <Before difficult={who.data.takeCare.difficult} />}
      {lines.length > 0 && (
        <dl className="ac-heard-answers" aria-label={t('transfer.heard')}>
          {lines.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
