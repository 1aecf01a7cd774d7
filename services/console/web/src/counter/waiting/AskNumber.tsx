import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fault } from '../Fault';
import * as api from './waiting';
import './waiting.css';

/** No number reaches this customer: here they can be asked. */
export function AskNumber({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['number-requests'], queryFn: api.numberRequests, staleTime: 60_000 });
  const close = useMutation({
    mutationFn: () => api.closeNumberRequest(customer),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['number-requests'] }),
  });
  if (close.isSuccess) return <p role="status" data-number="closed">{t('waitingWords.numberClosed')}</p>;
  if (!list.data?.some(({ customerId }) => customerId === customer)) return null;
  return (
    <div className="ac-greet-number" data-number="asked">
      <div>
        <strong>{t('waitingWords.askNumber')}</strong>
        <p>{t('waitingWords.askNumberText')}</p>
      </div>
      <Button variant="secondary" isLoading={close.isPending} onClick={() => close.mutate()}>
        {t('waitingWords.asked')}
      </Button>
      {close.error !== null && <Fault title={t('app.failed')} failure={close.error} />}
    </div>
  );
}
