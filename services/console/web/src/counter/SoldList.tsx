import { Button, Spinner } from '@patternfly/react-core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from './Chips';
import * as api from './counterApi';
import { Fault } from './Fault';
import { SoldRow } from './SoldRow';
import type { Store } from './wire';

/** What the store sold, newest first; what comes back or was never meant is put right here. */
export function SoldList({ store, customer }: { store: Store; customer?: { id: string; name: string } }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // Whose sales are looked at is recorded, so none are looked at unasked.
  const [asked, setAsked] = useState(false);
  const [narrowed, setNarrowed] = useState(false);
  const of = narrowed ? customer?.id : undefined;
  const list = useInfiniteQuery({
    queryKey: ['sold', of ?? ''],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.sold(of, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: asked,
  });
  const found = (list.data?.pages ?? []).flatMap(({ items }) => items);
  if (!asked) {
    return (
      <Button
        variant="secondary"
        onClick={() => {
          setAsked(true);
          document.getElementById('day-sold')?.focus();
        }}
      >
        {t('counter.sold.show')}
      </Button>
    );
  }
  return (
    <>
      {customer !== undefined && <Tick name="sold-to" label={t('counter.sold.onlyTo', { name: customer.name })} checked={narrowed} onTick={setNarrowed} />}
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('counter.sold.failed')} failure={list.error} offline={t('counter.day.offline')} />}
      {list.isSuccess && found.length === 0 && <p className="ac-empty">{t('counter.sold.none')}</p>}
      <ul className="ac-requests ac-sold">
        {found.map((sale) => (
          <SoldRow
            key={sale.id}
            sale={sale}
            store={store}
            onChanged={() => {
              void queries.invalidateQueries({ queryKey: ['sold'] });
              void queries.invalidateQueries({ queryKey: ['day'] });
            }}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="link" isLoading={list.isFetchingNextPage} isDisabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('counter.sold.more')}
        </Button>
      )}
    </>
  );
}
