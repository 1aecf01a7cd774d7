import { Alert, Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';
import { show } from '../app/view';
import { usePresence } from '../presence/usePresence';

/** Why no call was given; where one's own word stands in the way, with the button that takes it back. */
export function ClaimRefused({ failure, onTake }: { failure: Error; onTake: () => void }) {
  const { t } = useTranslation();
  const { say } = usePresence();
  const name = failure instanceof Refused ? failure.name : '';
  if (name === 'on-break' || name === 'wrapping-up') {
    return (
      <Alert
        component="p"
        variant="info"
        isInline
        title={t(`presence.refused.${name}`)}
        role="status"
        className="ac-hero-alert"
        data-claim={name}
        actionLinks={
          <Button isLoading={say.isPending} onClick={() => say.mutate({ state: 'available' }, { onSuccess: onTake })}>
            {t('presence.backAndTake')}
          </Button>
        }
      >
        {t('presence.refusedText')}
      </Alert>
    );
  }
  if (name === 'transfer-waiting') {
    return (
      <Alert
        component="p"
        variant="danger"
        isInline
        title={t('transfer.first')}
        role="alert"
        className="ac-hero-alert"
        data-claim={name}
        actionLinks={
          <Button variant="danger" onClick={() => show('transfers')}>
            {t('transfer.goThere')}
          </Button>
        }
      >
        {t('transfer.firstText')}
      </Alert>
    );
  }
  return (
    <Alert component="p" variant="danger" isInline title={t('idle.failedTitle')} role="alert" className="ac-hero-alert">
      {failure instanceof Unreachable ? t('idle.offline') : t('idle.failedText', { detail: failure.message })}
    </Alert>
  );
}
