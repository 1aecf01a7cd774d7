import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

/** Over everything, until the session is back. Loading the page anew leads through the log-in and back here. */
export function LoggedOut() {
  const { t } = useTranslation();
  return (
    <Modal isOpen variant="small" aria-labelledby="logged-out" aria-describedby="logged-out-why" data-scene="logged-out">
      <ModalHeader title={t('session.endedTitle')} labelId="logged-out" titleIconVariant="info" />
      <ModalBody id="logged-out-why">{t('session.endedText')}</ModalBody>
      <ModalFooter>
        <Button autoFocus onClick={() => location.reload()}>
          {t('session.logInAgain')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
