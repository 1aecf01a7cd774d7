import { Bullseye, Button, Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { usePlace } from '../app/view';
import { Fault } from '../parts/Fault';
import '../parts/parts.css';
import * as api from './api';
import './customers.css';
import { File } from './File';
import { Find } from './Find';
import './words';

/** Files of customers: found by a number, and all that is known on one page. */
export function Customers({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [id, setId] = usePlace('customer');
  const file = useQuery({ queryKey: ['customer', id, 'file'], queryFn: () => api.file(id ?? ''), enabled: id !== undefined });
  return (
    <div className="ac-file-page" data-scene="customers">
      <Find compact={id !== undefined} onFound={setId} />
      {id !== undefined && file.isPending && (
        <Bullseye>
          <Spinner aria-label={t('app.loading')} />
        </Bullseye>
      )}
      {id !== undefined && file.isError && file.data === undefined && (
        <>
          <Fault title={t('file.unread')} failure={file.error} onAgain={() => void file.refetch()} />
          <Button variant="link" className="ac-file-back" onClick={() => setId(undefined)}>
            {t('file.back')}
          </Button>
        </>
      )}
      {id !== undefined && file.data !== undefined && <File key={id} me={me} file={file.data} onOther={setId} />}
    </div>
  );
}
