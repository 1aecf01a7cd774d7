import { Alert, Button, Label } from '@patternfly/react-core';
import { EyeIcon, PhoneAltIcon, PhoneSlashIcon } from '@patternfly/react-icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import type { CallView, PermitView } from '../api/types';
import { Key } from '../app/Key';
import { useWallClock } from '../app/ticks';
import { businessNow, moment } from '../app/time';
import { languageName } from '../counter/words';
import { Before } from '../difficult/Before';
import type { Rang } from '../incoming/incoming';
import { spaced } from './number';
import type { Refusal } from './refusal';

interface Props {
  call: CallView;
  permit: PermitView | undefined;
  refusal: Refusal | undefined;
  /** Whether the refusal took the call off the desk; undefined while that is looked up. */
  gone: boolean | undefined;
  asking: boolean;
  failure: Error | undefined;
  /** They rang us: there is nothing to dial. */
  rang: boolean;
  caller: Rang | undefined;
  onAsk: () => void;
  onNext: () => void;
  onHandBack: () => void;
}

/** Whom to call, under which number, and what may be said. */
export function Dial(props: Props) {
  const { t } = useTranslation();
  return (
    <section className="ac-card ac-dial" aria-labelledby="dial" aria-live="polite">
      <h2 id="dial" className="ac-eyebrow">
        {t('dial.title')}
      </h2>
      {props.refusal !== undefined ? (
        <Refused {...props} refusal={props.refusal} />
      ) : props.permit !== undefined ? (
        <Shown permit={props.permit} />
      ) : props.rang ? (
        <OnTheLine caller={props.caller} />
      ) : (
        <Hidden {...props} />
      )}
    </section>
  );
}

function OnTheLine({ caller }: { caller: Rang | undefined }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="ac-callee" data-rang>
      {caller !== undefined && <span className="ac-callee-name">{caller.name}</span>}
      <Label color="teal">{t('incoming.onLine')}</Label>
      {caller?.language !== undefined && <span className="ac-hint">{t('dial.speaks', { language: languageName(caller.language, i18n.language) })}</span>}
      <p className="ac-hint">{t('incoming.onLineHint')}</p>
    </div>
  );
}

function Hidden({ call, asking, failure, onAsk }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        className="ac-ask"
        icon={<EyeIcon />}
        isLoading={asking}
        aria-disabled={asking}
        onClick={asking ? undefined : onAsk}
      >
        {t(asking ? 'dial.asking' : call.permitted ? 'dial.askAgain' : 'dial.ask')} {!asking && <Key>P</Key>}
      </Button>
      <p className="ac-hint">{t(call.permitted ? 'dial.againHint' : 'dial.askHint')}</p>
      {failure !== undefined && (
        <Alert component="p" variant="danger" isInline title={t('dial.failedTitle')} role="alert">
          {failure instanceof Unreachable ? t('idle.offline') : failure.message}
        </Alert>
      )}
    </>
  );
}

function Shown({ permit }: { permit: PermitView }) {
  const { t, i18n } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus({ preventScroll: true }), []);
  useWallClock();
  const { callee } = permit;
  const expired = Date.parse(permit.expiresAt) <= businessNow();
  const relation =
    callee.relation === 'self'
      ? t('dial.self')
      : i18n.exists(`dial.relation.${callee.relation}`)
        ? t(`dial.relation.${callee.relation}`)
        : t('dial.related', { relation: callee.relation });
  return (
    <div className="ac-granted">
      <div className="ac-callee">
        <span className="ac-callee-name">{callee.name}</span>
        <Label color={callee.relation === 'self' ? 'teal' : 'purple'}>{relation}</Label>
        {callee.language !== undefined && (
          <span className="ac-hint">{t('dial.speaks', { language: languageName(callee.language, i18n.language) })}</span>
        )}
      </div>
      {expired ? (
        <span className="ac-number ac-number-past">
          <PhoneSlashIcon aria-hidden />
          <span>{spaced(permit.number)}</span>
        </span>
      ) : (
        <a ref={link} className="ac-number" href={`tel:${permit.number}`}>
          <PhoneAltIcon aria-hidden />
          <span className="pf-v6-screen-reader">{t('dial.call')}</span>
          <span>{spaced(permit.number)}</span>
          <Key>D</Key>
        </a>
      )}
      {callee.takeCare?.difficult !== undefined && <Before difficult={callee.takeCare.difficult} />}
      {callee.takeCare?.note !== undefined && (
        <div className="ac-disclose" data-take-care>
          <strong>{t('dial.takeCare', { note: callee.takeCare.note })}</strong>
          {callee.takeCare.whatHelps !== undefined && <span>{t('dial.helps', { what: callee.takeCare.whatHelps })}</span>}
        </div>
      )}
      <div className={`ac-disclose ac-disclose-${callee.disclose}`}>
        <strong>{t('dial.discloseTitle')}</strong>
        <span>{t(`dial.disclose.${callee.disclose}`, t('dial.disclose.nothing'))}</span>
      </div>
      {(permit.topics ?? []).length > 0 && (
        <div className="ac-disclose" data-topics>
          <strong>{t('dial.topics')}</strong>
          {(permit.topics ?? []).map(({ callId, programmeName, reason }) => (
            <span key={callId}>
              {programmeName}: {reason}
            </span>
          ))}
        </div>
      )}
      <p className="ac-hint">
        {t(expired ? 'dial.expired' : 'dial.validUntil', {
          when: moment(permit.expiresAt, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') }),
        })}
      </p>
    </div>
  );
}

function Refused({ refusal, gone, onNext, onHandBack }: Props & { refusal: Refusal }) {
  const { t } = useTranslation();
  const action = useRef<HTMLButtonElement>(null);
  useEffect(() => action.current?.focus({ preventScroll: true }), [gone]);
  const why = refusal.reason === undefined ? t('refusal.unknown', { detail: refusal.detail }) : t(`refusal.reason.${refusal.reason}`);
  return (
    <Alert component="p" variant="warning" isInline title={t('refusal.title')} role="alert" className="ac-refused" data-refusal={refusal.reason ?? 'unknown'}>
      <p className="ac-refused-why">{why}</p>
      <p>{t(`refusal.after.${refusal.after}`)}</p>
      {gone !== undefined && (
        <Button ref={action} onClick={gone ? onNext : onHandBack}>
          {t(gone ? 'idle.take' : 'call.handBack')} {gone && <Key>N</Key>}
        </Button>
      )}
    </Alert>
  );
}
