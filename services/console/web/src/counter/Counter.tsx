import { Alert, Bullseye, Button, EmptyState, EmptyStateBody, EmptyStateFooter, Spinner } from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { useConnection } from '../app/connection';
import './counter.css';
import './steps.css';
import './customer.css';
import './basket.css';
import './counsel.css';
import './finish.css';
import './done.css';
import * as api from './counterApi';
import { Scene } from './Scene';
import type { Store } from './wire';

const keyOf = (store: string) => `aftercare.counter.store.${store}`;

/** The store's own particulars change seldom, and without them nothing can be sold; so they are kept. */
function keptStore(id: string): Store | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Store | null) ?? undefined;
  } catch (unreadable) {
    console.warn('store dropped', unreadable);
    return undefined;
  }
}

async function freshStore(id: string): Promise<Store> {
  const { name, zone, country, currency, phone, languages } = await api.store(id);
  const store = { id, name, zone, country, currency, ...(phone ? { phone } : {}), ...(languages ? { languages } : {}) };
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(store));
  } catch (full) {
    console.warn('store not kept', full);
  }
  return store;
}

/** The dispenser's place. */
export function Counter({ me, store: id, shown }: { me: Me; store: string; shown: 'counter' | 'day' | 'none' }) {
  const { t } = useTranslation();
  const { silent } = useConnection();
  const store = useQuery({
    queryKey: ['own-store', id],
    queryFn: () => freshStore(id),
    staleTime: 600_000,
    placeholderData: () => keptStore(id),
    // Someone must notice that sales answers again.
    refetchInterval: silent === 'sales' ? 5_000 : false,
  });
  const known = store.data ?? keptStore(id);
  if (known !== undefined) return <Scene me={me} store={known} shown={shown} />;
  if (store.isPending) {
    return (
      <Bullseye className="ac-alone">
        <Spinner aria-label={t('app.loading')} />
      </Bullseye>
    );
  }
  return (
    <EmptyState titleText={t('counter.noStore')} headingLevel="h1" icon={DisconnectedIcon}>
      <EmptyStateBody>
        <Alert component="p" variant="warning" isInline isPlain title={store.error?.message ?? ''} />
      </EmptyStateBody>
      <EmptyStateFooter>
        <Button onClick={() => void store.refetch()}>{t('app.tryAgain')}</Button>
      </EmptyStateFooter>
    </EmptyState>
  );
}
