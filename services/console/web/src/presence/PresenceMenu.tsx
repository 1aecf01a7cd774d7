import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import { useShortcuts } from '../app/shortcuts';
import { Since } from '../transfer/Since';
import { breaks, type Presence } from './presence';
import './presence.css';
import { usePresence } from './usePresence';

/** Available, wrapping up or on a break: always in sight, switched with two keys. */
export function PresenceMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { presence, say } = usePresence();
  useShortcuts({ s: () => setOpen(true) });
  if (presence === undefined) return null;

  function choose(said: Presence) {
    setOpen(false);
    say.mutate(said);
  }

  const label = presence.reason === undefined ? t(`presence.state.${presence.state}`) : t(`presence.reason.${presence.reason}`);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          isDisabled={say.isPending}
          onClick={() => setOpen(!open)}
          className={`ac-presence ac-presence-${presence.state}`}
          data-presence={presence.state}
          aria-label={t('presence.label', { state: label })}
        >
          <span className="ac-presence-dot" aria-hidden />
          {say.isError ? t('presence.notSaid') : label}
          {presence.state !== 'available' && presence.since !== undefined && <Since at={presence.since} />}
          <Key>S</Key>
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem data-say="available" isSelected={presence.state === 'available'} description={t('presence.hint.available')} onClick={() => choose({ state: 'available' })}>
          {t('presence.state.available')}
        </DropdownItem>
        <DropdownItem data-say="wrap-up" isSelected={presence.state === 'wrap-up'} description={t('presence.hint.wrap-up')} onClick={() => choose({ state: 'wrap-up' })}>
          {t('presence.state.wrap-up')}
        </DropdownItem>
      </DropdownList>
      <DropdownGroup label={t('presence.state.break')}>
        <DropdownList>
          {breaks.map((reason) => (
            <DropdownItem key={reason} data-say={reason} isSelected={presence.reason === reason} onClick={() => choose({ state: 'break', reason })}>
              {t(`presence.reason.${reason}`)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}
