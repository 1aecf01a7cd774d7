import { Alert, Button } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import type { CustomerFile } from '../customers/wire';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import * as api from './api';

/** What a person may ask for at any time: everything that is known, and to be left in peace. */
export function Rights({ file }: { file: CustomerFile }) {
  const { t } = useTranslation();
  return (
    <>
      <Section name="export" title={t('privacy.export.title')}>
        <p className="ac-hint">{t('privacy.export.text')}</p>
        <Export id={file.id} />
      </Section>
      {file.status === 'active' && (
        <Section name="restriction" title={t('privacy.restriction.title')}>
          <Restriction file={file} />
        </Section>
      )}
    </>
  );
}

function Export({ id }: { id: string }) {
  const { t } = useTranslation();
  const fetched = useMutation({
    mutationFn: () => api.bundle(id),
    onSuccess: (bundle) => {
      const address = URL.createObjectURL(bundle);
      const link = document.createElement('a');
      link.href = address;
      link.download = `customer-${id}.zip`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <Button variant="secondary" className="ac-rights-do" icon={<DownloadIcon />} isLoading={fetched.isPending} onClick={() => fetched.mutate()}>
        {t('privacy.export.do')}
      </Button>
      {fetched.isSuccess && <Alert component="p" variant="success" isInline isPlain role="status" title={t('privacy.export.done')} />}
      {fetched.isError && <Fault title={t('privacy.export.failed')} failure={fetched.error} />}
    </>
  );
}

function Restriction({ file }: { file: CustomerFile }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const to = !file.restricted;
  const change = useMutation({
    mutationFn: () => api.restrict(file.id, to),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['customer', file.id] });
      setAsked(false);
    },
  });
  return (
    <>
      <p data-restricted={file.restricted}>{t(file.restricted ? 'privacy.restriction.is' : 'privacy.restriction.isNot')}</p>
      <Button variant="secondary" className="ac-rights-do" onClick={() => setAsked(true)}>
        {t(to ? 'privacy.restriction.set' : 'privacy.restriction.lift')}
      </Button>
      {asked && (
        <Ask
          title={t(to ? 'privacy.restriction.setTitle' : 'privacy.restriction.liftTitle')}
          text={t(to ? 'privacy.restriction.setText' : 'privacy.restriction.liftText')}
          yes={t(to ? 'privacy.restriction.set' : 'privacy.restriction.lift')}
          busy={change.isPending}
          failure={change.error?.message}
          onYes={() => change.mutate()}
          onNo={() => {
            change.reset();
            setAsked(false);
          }}
        />
      )}
    </>
  );
}
