import { Button, Label, TextArea } from '@patternfly/react-core';
import { AngleDownIcon, AngleUpIcon, MinusIcon, PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from './Chips';
import type { Line, Missing } from './draft';
import { money, totalOf } from './money';
import { dayText } from './words';

interface Props {
  line: Line;
  currency: string;
  /** By the store's clock, "2026-11-24". */
  today: string;
  /** What of this line still hinders the sale, once it was tried. */
  faults: Missing['what'][];
  refused: string[];
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
  /** Enter in a field of the line: on to whatever is next. */
  onNext: () => void;
}

/** One medicine of the basket: how many, for how much, and how to take it. */
export function LineCard({ line, currency, today, faults, refused, onChange, onRemove, onNext }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const expired = line.expiry !== '' && line.expiry < today;
  const nameless = faults.includes('name');
  const priceless = faults.includes('price');
  const shown = open || faults.includes('days');

  function onEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onNext();
  }

  const summary = [
    line.directions.trim(),
    line.daysSupply.trim() === '' ? '' : t('counter.line.forDays', { count: Number(line.daysSupply) || 0 }),
    line.brandSwitch ? t('counter.line.brandSwitch') : '',
  ].filter(Boolean);
  return (
    <li className={`ac-line${refused.length > 0 ? ' ac-line-refused' : ''}`} data-line={line.key}>
      <div className="ac-line-head">
        <div className="ac-line-title">
          {line.uncatalogued ? (
            <div className="ac-field">
              <label htmlFor={`${id}-name`} className="ac-label">
                {t('counter.line.name')}
              </label>
              <input
                id={`${id}-name`}
                className="ac-input"
                data-field="name"
                value={line.name}
                maxLength={300}
                autoComplete="off"
                aria-invalid={nameless}
                onChange={(event) => onChange({ name: event.target.value })}
                onKeyDown={onEnter}
              />
            </div>
          ) : (
            <h3>
              {line.name} <span>{line.strength}</span>
            </h3>
          )}
          <span className="ac-line-tags">
            {line.form !== '' && <span className="ac-hint">{line.form}</span>}
            {line.prescription && (
              <Label isCompact color="blue">
                {t('counter.line.prescription')}
              </Label>
            )}
            {line.uncatalogued && (
              <Label isCompact color="grey">
                {t('counter.line.uncatalogued')} {line.code}
              </Label>
            )}
            {line.batch !== '' && <span className="ac-hint">{t('counter.line.batchIs', { batch: line.batch })}</span>}
            {line.expiry !== '' && !expired && <span className="ac-hint">{t('counter.line.expiryIs', { date: dayText(line.expiry, i18n.language) })}</span>}
          </span>
        </div>
        <Button
          variant="plain"
          className="ac-icon-button"
          icon={<TrashIcon />}
          aria-label={t('counter.line.remove', { name: line.name || line.code })}
          onClick={onRemove}
        />
      </div>
      {expired && (
        <p className="ac-fault" role="alert">
          {t('counter.line.expired', { date: dayText(line.expiry, i18n.language) })}
        </p>
      )}
      <div className="ac-line-row">
        <div className="ac-stepper" role="group" aria-label={t('counter.line.quantity')}>
          <Button
            variant="control"
            icon={<MinusIcon />}
            aria-label={t('counter.line.fewer')}
            isDisabled={line.quantity <= 1}
            onClick={() => onChange({ quantity: Math.max(1, line.quantity - 1) })}
          />
          <input
            className="ac-input"
            inputMode="numeric"
            aria-label={t('counter.line.quantity')}
            data-field="quantity"
            value={line.quantity}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              const typed = Number(event.target.value.replace(/\D/g, ''));
              onChange({ quantity: Math.min(10_000, Math.max(1, typed || 1)) });
            }}
            onKeyDown={onEnter}
          />
          <Button variant="control" icon={<PlusIcon />} aria-label={t('counter.line.more')} onClick={() => onChange({ quantity: Math.min(10_000, line.quantity + 1) })} />
        </div>
        <span aria-hidden className="ac-times">
          ×
        </span>
        <input
          id={`${id}-price`}
          className="ac-input ac-price"
          inputMode="decimal"
          aria-label={t('counter.line.price', { currency })}
          data-field="price"
          placeholder={t('counter.line.pricePlaceholder', { currency })}
          value={line.price}
          maxLength={20}
          autoComplete="off"
          enterKeyHint="next"
          aria-invalid={priceless}
          aria-describedby={priceless ? `${id}-fault` : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange({ price: event.target.value })}
          onKeyDown={onEnter}
        />
        <output className="ac-line-total" aria-label={t('counter.line.total')}>
          {money(totalOf([line]), currency, i18n.language)}
        </output>
      </div>
      {(nameless || priceless || faults.includes('days')) && (
        <p className="ac-fault" id={`${id}-fault`} role="alert">
          {faults.map((what) => t(`counter.missing.${what}`)).join(' ')}
        </p>
      )}
      {refused.map((text) => (
        <p key={text} className="ac-fault">
          {text}
        </p>
      ))}
      <button type="button" className="ac-more" aria-expanded={shown} aria-controls={`${id}-more`} onClick={() => setOpen(!shown)}>
        <span>{summary.length > 0 ? summary.join(' · ') : t('counter.line.details')}</span>
        {shown ? <AngleUpIcon aria-hidden /> : <AngleDownIcon aria-hidden />}
      </button>
      {shown && (
        <div className="ac-line-more" id={`${id}-more`}>
          <div className="ac-field ac-wide">
            <label htmlFor={`${id}-directions`} className="ac-label">
              {t('counter.field.directions')}
            </label>
            <TextArea
              id={`${id}-directions`}
              value={line.directions}
              rows={2}
              maxLength={500}
              resizeOrientation="vertical"
              placeholder={t('counter.line.directionsPlaceholder')}
              onChange={(_event, directions) => onChange({ directions })}
            />
          </div>
          <div className="ac-field">
            <label htmlFor={`${id}-days`} className="ac-label">
              {t('counter.field.days')}
            </label>
            <input
              id={`${id}-days`}
              className="ac-input"
              inputMode="numeric"
              data-field="days"
              value={line.daysSupply}
              maxLength={4}
              aria-invalid={faults.includes('days')}
              onChange={(event) => onChange({ daysSupply: event.target.value })}
            />
          </div>
          <div className="ac-field">
            <label htmlFor={`${id}-batch`} className="ac-label">
              {t('counter.field.batch')}
            </label>
            <input id={`${id}-batch`} className="ac-input" value={line.batch} maxLength={20} autoComplete="off" onChange={(event) => onChange({ batch: event.target.value })} />
          </div>
          <div className="ac-field">
            <label htmlFor={`${id}-expiry`} className="ac-label">
              {t('counter.field.expiry')}
            </label>
            <input id={`${id}-expiry`} className="ac-input" type="date" value={line.expiry} onChange={(event) => onChange({ expiry: event.target.value })} />
          </div>
          <div className="ac-wide ac-ticks">
            <Tick label={t('counter.line.onPrescription')} name="prescription" checked={line.prescription} onTick={(prescription) => onChange({ prescription })} />
            <Tick label={t('counter.line.isBrandSwitch')} name="brand-switch" checked={line.brandSwitch} onTick={(brandSwitch) => onChange({ brandSwitch })} />
          </div>
        </div>
      )}
    </li>
  );
}
