import { Bullseye, Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';
import * as files from '../customers/api';
import { Fault } from '../parts/Fault';
import { shortId } from '../parts/say';
import { BrokenGlass } from './BrokenGlass';
import { Erase, Erased } from './Erase';
import { Looks } from './Looks';
import { Rights } from './Rights';
import type { Erasure } from './wire';

/** One customer: whom they are, who looked, and what can be done for them. */
export function Person({ id }: { id: string }) {
  const { t } = useTranslation();
  const [erased, setErased] = useState<Erasure>();
  const file = useQuery({ queryKey: ['customer', id, 'file'], queryFn: () => files.file(id), enabled: erased === undefined });
  const gone = file.error instanceof Refused && file.error.status === 404;
  if (erased !== undefined) return <Erased customer={id} erasure={erased} />;
  if (file.isPending) {
    return (
      <Bullseye>
        <Spinner aria-label={t('app.loading')} />
      </Bullseye>
    );
  }
  return (
    <>
      {file.data === undefined && !gone && file.error !== null && <Fault title={t('file.unread')} failure={file.error} onAgain={() => void file.refetch()} />}
      {gone && <p className="ac-hint">{t('privacy.gone', { id: shortId(id) })}</p>}
      {file.data !== undefined && (
        <div className="ac-file-who">
          <h2 data-customer={id}>{[file.data.givenName, file.data.familyName].filter(Boolean).join(' ')}</h2>
          {file.data.status !== 'active' && <span className="ac-file-mark ac-file-mark-bad">{t(`file.status.${file.data.status}`)}</span>}
          {file.data.restricted && <span className="ac-file-mark ac-file-mark-warn">{t('file.restricted')}</span>}
          <a className="ac-file-end" href={`/customers?customer=${id}`}>
            {t('privacy.toFile')}
          </a>
        </div>
      )}
      <div className="ac-file-columns">
        <div className="ac-file-column">
          <Looks id={id} />
          <BrokenGlass customer={id} />
        </div>
        <div className="ac-file-column">
          {file.data !== undefined && <Rights file={file.data} />}
          {file.data !== undefined && <Erase file={file.data} onErased={setErased} />}
        </div>
      </div>
    </>
  );
}
