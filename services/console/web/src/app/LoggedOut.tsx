import { Alert, Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/**
 * Above everything, in the way of nothing: who is on the phone goes on talking and typing. Loading the page anew leads through the
 * log-in and back here.
 */
export function LoggedOut() {
  const { t } = useTranslation();
  return (
    <Alert
      component="p"
      variant="warning"
      isInline
      title={t('session.endedTitle')}
      role="alert"
      className="ac-banner"
      data-scene="logged-out"
      actionLinks={
        <Button variant="primary" onClick={() => location.reload()}>
          {t('session.logInAgain')}
        </Button>
      }
    >
      {t('session.endedText')}
    </Alert>
  );
}
