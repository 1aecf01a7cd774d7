import { Alert } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import type { Me } from '../api/types';
import { useShortcuts } from '../app/shortcuts';
import * as api from './transferApi';
import { TransferCard } from './TransferCard';
import './transfers.css';
import { useOpenTransfers } from './useOpenTransfers';
import { isWaiting } from './way';
import type { Ending } from './wire';

/** Who waits for somebody who may advise: longest first, with one button to take over; then what came of it. */
export function TransferList({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reread = () => void queries.invalidateQueries({ queryKey: ['transfers'] });
  const list = useOpenTransfers();
  // Refused or not, what is shown may be old.
  const take = useMutation({ mutationFn: api.take, onSettled: reread });
  const end = useMutation({ mutationFn: ({ id, ending }: { id: string; ending: Ending }) => api.end(id, ending), onSettled: reread });

  const all = list.data ?? [];
  const mine = all.filter(({ state, takenBy }) => state === 'taken' && takenBy === me.id);
  const waiting = all.filter(isWaiting);
  const others = all.filter((one) => !isWaiting(one) && !mine.includes(one));
  const [first] = waiting;
  useShortcuts({ t: () => first !== undefined && !take.isPending && take.mutate(first.id) });

  const failure = take.error ?? end.error;
  const shared = { me: me.id, busy: take.isPending || end.isPending, canLook: me.roles.includes('pharmacist') };
  return (
    <>
      {failure !== null && (
        <Alert component="p" variant="warning" isInline title={t('app.failed')} role="alert">
          {failure instanceof Unreachable ? t('idle.offline') : failure.message}
        </Alert>
      )}
      {list.isError && (
        <Alert component="p" variant="danger" isInline title={t('transfer.failed')} role="alert">
          {list.error.message}
        </Alert>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="transfers-waiting" className="ac-transfers-part">
          <h2 id="transfers-waiting">{t('transfer.waiting', { count: waiting.length })}</h2>
          {waiting.map((one, place) => (
            <TransferCard key={one.id} transfer={one} first={place === 0} {...shared} onTake={() => take.mutate(one.id)} />
          ))}
        </section>
      )}
      {mine.length > 0 && (
        <section aria-labelledby="transfers-mine" className="ac-transfers-part">
          <h2 id="transfers-mine">{t('transfer.mine')}</h2>
          {mine.map((one) => (
            <TransferCard key={one.id} transfer={one} {...shared} onEnd={(ending) => end.mutate({ id: one.id, ending })} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="transfers-others" className="ac-transfers-part">
          <h2 id="transfers-others">{t('transfer.others')}</h2>
          {others.map((one) => (
            <TransferCard key={one.id} transfer={one} {...shared} />
          ))}
        </section>
      )}
    </>
  );
}
