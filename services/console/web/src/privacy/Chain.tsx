import { Alert, Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import * as api from './api';

/** Whether the records of who looked are still as they were written. It reads all of them, so it waits to be asked. */
export function Chain() {
  const { t, i18n } = useTranslation();
  const check = useMutation({ mutationFn: api.verification });
  const found = check.data;
  return (
    <Section
      name="chain"
      title={t('privacy.chain.title')}
      aside={
        <Button variant="secondary" isLoading={check.isPending} onClick={() => check.mutate()}>
          {t('privacy.chain.check')}
        </Button>
      }
    >
      <p className="ac-hint">{t('privacy.chain.text')}</p>
      {check.isError && <Fault title={t('privacy.chain.failed')} failure={check.error} />}
      {found !== undefined && (
        <Alert
          component="p"
          variant={found.intact ? 'success' : 'danger'}
          isInline
          role="status"
          data-intact={found.intact}
          title={
            found.intact
              ? t('privacy.chain.intact', { count: found.records, records: found.records.toLocaleString(i18n.language) })
              : t(`privacy.chain.${found.broken?.wrong ?? 'changed'}`, { place: (found.broken?.place ?? 0).toLocaleString(i18n.language) })
          }
        />
      )}
    </Section>
  );
}
