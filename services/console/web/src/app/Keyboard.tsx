import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Switch } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { turnShortcuts, useShortcutsOn } from './shortcuts';

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['take', ['N']],
  ['permit', ['P']],
  ['dial', ['D']],
  ['outcomes', ['1 – 9', '0', 'H', 'A', 'C']],
  ['save', ['Ctrl', 'Enter']],
  ['back', ['Esc']],
  ['red', ['!']],
  ['help', ['?']],
];

/** The keys, and the switch that turns them off for those whom they get in the way of. */
export function Keyboard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const on = useShortcutsOn();
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="keys">
      <ModalHeader title={t('keys.title')} labelId="keys" />
      <ModalBody>
        <dl className="ac-keys">
          {rows.map(([what, keys]) => (
            <div key={what}>
              <dt>{t(`keys.${what}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('keys.on')}
          isChecked={on}
          onChange={(_event, checked) => turnShortcuts(checked)}
          aria-describedby="keys-hint"
        />
        <p id="keys-hint" className="ac-hint">
          {t('keys.onHint')}
        </p>
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>{t('app.close')}</Button>
      </ModalFooter>
    </Modal>
  );
}
