import { Alert, Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chime } from '../app/sound';
import { show } from '../app/view';
import { Since } from './Since';
import { useOpenTransfers } from './useOpenTransfers';
import { isWaiting } from './way';

/**
 * On every page of those who may take over: somebody waits, and for how long.
 *
 * @param heardOnly where the page itself shows who waits
 */
export function WaitingNotice({ heardOnly = false }: { heardOnly?: boolean }) {
  const { t } = useTranslation();
  const waiting = useOpenTransfers().data?.filter(isWaiting) ?? [];
  const before = useRef(0);
  useEffect(() => {
    if (waiting.length > before.current) chime();
    before.current = waiting.length;
  }, [waiting.length]);
  const [first] = waiting;
  if (first === undefined || heardOnly) return null;
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      title={t('transfer.waiting', { count: waiting.length })}
      role="alert"
      className="ac-banner"
      data-notice="transfer-waiting"
      actionLinks={
        <Button variant="danger" onClick={() => show('transfers')}>
          {t('transfer.goThere')}
        </Button>
      }
    >
      {t('transfer.longest')} <Since at={first.waitingSince} />
    </Alert>
  );
}
