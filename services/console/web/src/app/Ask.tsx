import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  text: string;
  yes: string;
  no?: string;
  danger?: boolean;
  busy?: boolean;
  failure?: string | undefined;
  onYes: () => void;
  onNo: () => void;
}

/** One question before something that is not easily undone. The harmless answer has the focus. */
export function Ask({ title, text, yes, no, danger = false, busy = false, failure, onYes, onNo }: Props) {
  const { t } = useTranslation();
  return (
    <Modal isOpen variant="small" onClose={onNo} aria-labelledby="ask" aria-describedby="ask-text">
      <ModalHeader title={title} labelId="ask" {...(danger ? { titleIconVariant: 'warning' as const } : {})} />
      <ModalBody id="ask-text">
        {text}
        {failure !== undefined && (
          <Alert component="p" className="ac-above" variant="danger" isInline title={t('app.failed')} role="alert">
            {failure}
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant={danger ? 'danger' : 'primary'} isLoading={busy} isDisabled={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button variant="secondary" autoFocus onClick={onNo}>
          {no ?? t('app.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
