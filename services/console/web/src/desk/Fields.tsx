import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { complaintCategories } from '../api/types';
import { businessNow, moment, ownZone } from '../app/time';
import { longestNote, type Change, type Draft, type Field } from './outcome';
import { instantOf, isLocal, quickPicks } from './zone';

interface Shared {
  draft: Draft;
  onChange: (part: Change) => void;
  fault: string | undefined;
}

function Frame({ field, fault, children }: { field: Field; fault: string | undefined; children: ReactNode }) {
  return (
    <div className="ac-field" data-field={field}>
      {children}
      {fault !== undefined && (
        <p className="ac-fault" role="alert" id={`fault-${field}`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** Several small buttons of which one is chosen; arrows move, as in any group of radio buttons. */
export function Pick<T extends string | number>(props: {
  label: string;
  name: string;
  options: readonly { value: T; text: string }[];
  value: T | undefined;
  first?: boolean;
  onPick: (value: T) => void;
  onKey?: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { label, name, options, value, first = false, onPick, onKey } = props;
  const group = useId();
  return (
    <fieldset className="ac-pick" onKeyDown={onKey}>
      <legend>{label}</legend>
      <div className="ac-pick-row">
        {options.map((option, index) => (
          <label key={option.value} className="ac-pick-one">
            <input
              type="radio"
              name={`${name}-${group}`}
              value={option.value}
              checked={value === option.value}
              data-first={first && (value === option.value || (value === undefined && index === 0)) ? '' : undefined}
              onChange={() => onPick(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Satisfaction({ draft, onChange, fault }: Shared) {
  const { t } = useTranslation();
  const options = [
    ...[1, 2, 3, 4, 5].map((value) => ({ value, text: String(value) })),
    { value: 0, text: t('field.satisfactionClear') },
  ];
  const pick = (value: number) => onChange({ satisfaction: value === 0 ? undefined : value });
  return (
    <Frame field="satisfaction" fault={fault}>
      <Pick
        label={t('field.satisfaction')}
        name="satisfaction"
        options={options}
        value={draft.satisfaction ?? 0}
        first={draft.disposition !== 'complaint'}
        onPick={pick}
        onKey={(event) => {
          if (!/^[0-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          pick(Number(event.key));
          event.currentTarget.querySelector<HTMLElement>(`input[value="${event.key}"]`)?.focus();
        }}
      />
      <p className="ac-hint">{t('field.satisfactionHint')}</p>
    </Frame>
  );
}

export function Category({ draft, onChange, fault }: Shared) {
  const { t } = useTranslation();
  return (
    <Frame field="category" fault={fault}>
      <Pick
        label={t('field.category')}
        name="category"
        options={complaintCategories.map((value) => ({ value, text: t(`field.categories.${value}`) }))}
        value={draft.category}
        first
        onPick={(category) => onChange({ category })}
      />
    </Frame>
  );
}

export function CallBack({ draft, storeZone, onChange, fault }: Shared & { storeZone: string | undefined }) {
  const { t, i18n } = useTranslation();
  const zone = draft.callBackZone;
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const near = [...new Set([storeZone, ownZone()].filter((known) => known !== undefined))];
  const others = Intl.supportedValuesOf('timeZone').filter((known) => !near.includes(known));
  const nameOf = (known: string) =>
    known === storeZone
      ? t('field.callBackStore', { zone: known })
      : known === ownZone()
        ? t('field.callBackOwn', { zone: known })
        : known;
  const other = zone !== ownZone() && isLocal(draft.callBackLocal);
  return (
    <Frame field="callBack" fault={fault}>
      <label htmlFor="call-back" className="ac-label">
        {t('field.callBack')}
      </label>
      <div className="ac-row">
        {quickPicks(businessNow(), zone).map(({ pick, local }) => (
          <button key={pick} type="button" className="ac-quick" aria-pressed={draft.callBackLocal === local} onClick={() => onChange({ callBackLocal: local })}>
            {t(`field.pick.${pick}`)}
          </button>
        ))}
      </div>
      <div className="ac-when">
        <TextInput
          id="call-back"
          type="datetime-local"
          value={draft.callBackLocal}
          validated={fault === undefined ? 'default' : 'error'}
          aria-describedby={fault === undefined ? undefined : 'fault-callBack'}
          data-first=""
          onChange={(_event, callBackLocal) => onChange({ callBackLocal: callBackLocal.slice(0, 16) })}
        />
        <FormSelect
          aria-label={t('field.callBackZone')}
          value={zone}
          onChange={(_event, callBackZone) => onChange({ callBackZone })}
        >
          {[...near, ...others].map((known) => (
            <FormSelectOption key={known} value={known} label={nameOf(known)} />
          ))}
        </FormSelect>
      </div>
      {other && (
        <p className="ac-hint" role="status">
          {t('field.callBackMeans', { when: moment(instantOf(draft.callBackLocal, zone), i18n.language, words) })}
        </p>
      )}
    </Frame>
  );
}

export function Note({ draft, required, onChange, fault }: Shared & { required: boolean }) {
  const { t } = useTranslation();
  return (
    <Frame field="note" fault={fault}>
      <label htmlFor="note" className="ac-label">
        {t(required ? 'field.noteRequired' : 'field.note')} {!required && <span className="ac-hint">{t('field.noteOptional')}</span>}
      </label>
      <TextArea
        id="note"
        value={draft.note}
        rows={required ? 4 : 2}
        resizeOrientation="vertical"
        maxLength={longestNote}
        autoComplete="off"
        validated={fault === undefined ? 'default' : 'error'}
        aria-describedby={fault === undefined ? 'note-hint' : 'fault-note'}
        data-first={draft.disposition === 'suspected-adverse-reaction' ? '' : undefined}
        onChange={(_event, note) => onChange({ note })}
      />
      <p className="ac-hint" id="note-hint">
        {t(required ? 'field.noteHintRequired' : 'field.noteHint')}
      </p>
    </Frame>
  );
}
