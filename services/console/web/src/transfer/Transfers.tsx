import { EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { TransferList } from './TransferList';
import { useOpenTransfers } from './useOpenTransfers';

/** Who waits for somebody who may advise, and nothing else. */
export function Transfers({ me }: { me: Me }) {
  const { t } = useTranslation();
  const list = useOpenTransfers();
  return (
    <div className="ac-transfers" data-scene="transfers">
      <h1>{t('transfer.title')}</h1>
      <TransferList me={me} />
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.data?.length === 0 && (
        <EmptyState titleText={t('transfer.none')} headingLevel="h2" icon={CheckCircleIcon} variant="sm">
          <EmptyStateBody>{t('transfer.noneText')}</EmptyStateBody>
        </EmptyState>
      )}
    </div>
  );
}
