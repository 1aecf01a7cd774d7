import { Alert, Label, Spinner } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import { Tick } from './Chips';
import { isAcknowledged, type Acknowledged, type Draft } from './draft';
import type { Looked } from './usePreview';
import { marks } from './wire';

interface Props {
  draft: Draft;
  looked: Looked;
  by: string;
  onAcknowledge: (acknowledged: Acknowledged[]) => void;
}

/** What the house noticed about this sale. A warning stops nobody; it must have been read. */
export function Checks({ draft, looked, by, onAcknowledge }: Props) {
  const { t } = useTranslation();
  const { check, preview, warnings, detail } = looked;
  if (check === 'idle') return null;
  const seen = marks.filter((mark) => preview.marks?.[mark] === true);
  return (
    <section className="ac-checks" aria-label={t('counter.check.title')} data-check={check}>
      <div aria-live="assertive" className="ac-warnings">
        {warnings.map((warning) => {
          const key = draft.lines[warning.line - 1]?.key ?? '';
          const others = draft.acknowledged.filter((known) => known.key !== key || known.allergy !== warning.allergy);
          return (
            <div key={`${key} ${warning.allergy}`} className="ac-warning" data-warning={warning.allergy}>
              <p className="ac-warning-title">
                <ExclamationTriangleIcon aria-hidden /> {t('counter.check.warning', { product: warning.product ?? draft.lines[warning.line - 1]?.name })}
              </p>
              <p>{warning.text}</p>
              <Tick
                name="acknowledge"
                label={t('counter.check.acknowledge', { name: by })}
                checked={isAcknowledged(draft, key, warning.allergy)}
                onTick={(on) => onAcknowledge(on ? [...others, { key, allergy: warning.allergy }] : others)}
              />
            </div>
          );
        })}
      </div>
      <div className="ac-marks" role="status">
        {seen.map((mark) => (
          <Label key={mark} color={mark === 'missedDoseRisk' ? 'orange' : 'blue'}>
            {t(`counter.check.marks.${mark}`)}
          </Label>
        ))}
        {check === 'checking' && (
          <span className="ac-hint">
            <Spinner size="md" aria-hidden /> {t('counter.check.checking')}
          </span>
        )}
        {check === 'checked' && warnings.length === 0 && <span className="ac-hint">{t('counter.check.checked')}</span>}
      </div>
      {(check === 'offline' || check === 'failed') && (
        <Alert component="p" variant="warning" isInline title={t(check === 'offline' ? 'counter.check.offline' : 'counter.check.failed')}>
          {check === 'offline' ? t('counter.check.offlineText') : detail}
        </Alert>
      )}
    </section>
  );
}
