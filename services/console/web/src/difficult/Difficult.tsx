import { Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';
import { Key } from '../app/Key';
import { useScript } from '../desk/useScript';
import './difficult.css';
import { IncidentForm } from './IncidentForm';
import { WarnButton } from './WarnButton';

interface Props {
  call: CallView;
  language: string;
  warned: boolean;
  onWarned: () => void;
  /** To the outcome that says so. */
  onEnd: () => void;
  onClose: () => void;
}

/** The talk gets difficult: what helps, a warning, the end after it, and what happened in codes. In this order, none of it a must. */
export function Difficult({ call, language, warned, onWarned, onEnd, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const { difficult } = useScript(call, language, i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="ac-card ac-difficult" aria-labelledby="difficult" data-difficult onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="ac-difficult-head">
        <h2 id="difficult" ref={heading} tabIndex={-1}>
          {t('difficult.title')}
        </h2>
        <Button variant="secondary" size="sm" onClick={onClose}>
          {t('app.close')} <Key>Esc</Key>
        </Button>
      </div>
      <ol className="ac-difficult-lines">
        {difficult.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className="ac-row">
        <WarnButton call={call} warned={warned} onWarned={onWarned} />
        <Button variant="danger" isDisabled={!warned} onClick={onEnd} data-end-for-abuse>
          {t('difficult.end')}
        </Button>
        {!warned && <span className="ac-hint">{t('difficult.endHint')}</span>}
      </div>
      <details className="ac-difficult-record">
        <summary>{t('difficult.record')}</summary>
        <IncidentForm callId={call.id} />
      </details>
    </section>
  );
}
