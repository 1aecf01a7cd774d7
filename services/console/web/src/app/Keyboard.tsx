import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Switch } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { turnShortcuts, useShortcutsOn } from './shortcuts';

const desk: readonly (readonly [string, readonly string[]])[] = [
  ['take', ['N']],
  ['rings', ['I']],
  ['state', ['S']],
  ['permit', ['P']],
  ['dial', ['D']],
  ['outcomes', ['1 – 9', '0', 'H', 'A', 'C']],
  ['save', ['Ctrl', 'Enter']],
  ['back', ['Esc']],
  ['reaction', ['E']],
  ['difficult', ['G']],
  ['red', ['!']],
  ['takeOver', ['T']],
  ['help', ['?']],
];

const counter: readonly (readonly [string, readonly string[]])[] = [
  ['customer', ['C']],
  ['basket', ['B']],
  ['counsel', ['K']],
  ['finish', ['Ctrl', 'Enter']],
  ['next', ['N']],
  ['help', ['?']],
];

const supervision: readonly (readonly [string, readonly string[]])[] = [
  ['sections', ['1', '2', '3']],
  ['edit', ['E']],
  ['saveDraft', ['Ctrl', 'Enter']],
  ['takeOver', ['T']],
  ['help', ['?']],
];

const lists = { desk, counter, supervision };

/** The keys, and the switch that turns them off for those whom they get in the way of. */
export function Keyboard({ of, onClose }: { of: keyof typeof lists; onClose: () => void }) {
  const { t } = useTranslation();
  const on = useShortcutsOn();
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="keys">
      <ModalHeader title={t('keys.title')} labelId="keys" />
      <ModalBody>
        <dl className="ac-keys">
          {lists[of].map(([what, keys]) => (
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
