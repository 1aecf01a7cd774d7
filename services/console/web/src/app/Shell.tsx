import { Button, Tooltip } from '@patternfly/react-core';
import { KeyboardIcon, SignOutAltIcon } from '@patternfly/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { dropAll } from '../desk/drafts';
import { PresenceMenu } from '../presence/PresenceMenu';
import { WaitingBadge } from '../transfer/WaitingBadge';
import { Ask } from './Ask';
import { useConnection } from './connection';
import { useHeld, usePending } from './held';
import { Keyboard } from './Keyboard';
import { useShortcuts } from './shortcuts';
import { pathOf, show, type View } from './view';

interface Props {
  me: Me;
  /** Those to choose from; none where there is no choice. */
  views: View[];
  shown: View | 'none';
  children: ReactNode;
}

/** What stands around every view: who is here, how the connection is, and the way out. */
export function Shell({ me, views, shown, children }: Props) {
  const { t } = useTranslation();
  const [keys, setKeys] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const held = useHeld();
  const pending = usePending();
  const nav = useRef<HTMLElement>(null);
  useShortcuts({ '?': () => setKeys(true) });
  // On a phone not all of them fit; the one that is shown is in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);

  function leave() {
    dropAll(sessionStorage);
    location.assign('/logout');
  }

  const atDesk = me.roles.includes('agent') || me.roles.includes('pharmacist');
  const roles = me.roles.filter((role) => role !== 'integrator').map((role) => t(`role.${role}`));
  return (
    <>
      <a className="ac-skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="ac-head">
        <span className="ac-brand">
          <img src="/favicon.svg" alt="" width="32" height="32" />
          <span className="ac-brand-name">{t('app.name')}</span>
        </span>
        {views.length > 0 && (
          <nav ref={nav} className="ac-views" aria-label={t('app.views')}>
            {views.map((view) => (
              <a
                key={view}
                href={pathOf(view)}
                aria-current={view === shown ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  show(view);
                }}
              >
                {t(`app.${view}`)}
                {view === 'transfers' && <WaitingBadge />}
              </a>
            ))}
          </nav>
        )}
        <span className="ac-head-gap" />
        {atDesk && <PresenceMenu />}
        <State />
        <span className="ac-person">
          <strong>{me.name}</strong>
          <span>{[...roles, ...(me.store ? [me.store] : [])].join(' · ')}</span>
        </span>
        <Tooltip content={t('app.keyboard')}>
          <Button
            variant="plain"
            className="ac-keys-button"
            icon={<KeyboardIcon />}
            aria-label={t('app.keyboard')}
            onClick={() => setKeys(true)}
          />
        </Tooltip>
        <Button variant="link" icon={<SignOutAltIcon />} aria-label={t('app.logOut')} onClick={() => (held || pending > 0 ? setLeaving(true) : leave())}>
          <span className="ac-logout">{t('app.logOut')}</span>
        </Button>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {keys && <Keyboard of={keysOf(me, shown)} onClose={() => setKeys(false)} />}
      {leaving && (
        <Ask
          title={held ? t('session.leaveTitle') : t('session.unsentTitle', { count: pending })}
          text={t(held ? 'session.leaveText' : 'session.unsentText')}
          yes={t('session.leave')}
          no={t(held ? 'session.stay' : 'app.cancel')}
          danger
          onYes={leave}
          onNo={() => setLeaving(false)}
        />
      )}
    </>
  );
}

const supervision: readonly (View | 'none')[] = ['queue', 'programmes', 'staffing', 'team', 'messages'];

/** The keys of what is shown. */
function keysOf(me: Me, shown: View | 'none') {
  if (me.store !== undefined) return 'counter';
  return supervision.includes(shown) ? 'supervision' : 'desk';
}

function State() {
  const { t } = useTranslation();
  const { lost, silent } = useConnection();
  const kind = lost ? 'lost' : silent !== undefined ? 'silent' : 'ok';
  const service = silent === undefined ? '' : t(`connection.service.${silent}`, silent);
  return (
    <span className={`ac-state ac-state-${kind}`} role="status" data-connection={kind}>
      <span className="ac-state-dot" aria-hidden />
      <span className="ac-state-text">{t(`connection.${kind}`, { service })}</span>
    </span>
  );
}
