import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { businessNow } from '../app/time';
import { withOffset } from '../desk/zone';
import { Choose } from './Chips';
import type { Form } from './draft';
import type { Store } from './wire';
import { baseOf, languageName } from './words';

const common = ['en', 'zh', 'th', 'es', 'fr', 'pt', 'vi', 'ja', 'ko', 'ms', 'my', 'ar', 'hi'];

interface Props {
  form: Form;
  store: Store;
  busy: boolean;
  save: string;
  onChange: (form: Form) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** As little as the chain needs to know a person again and to ask how they are. */
export function Register({ form, store, busy, save, onChange, onSave, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  useEffect(() => name.current?.focus(), []);
  const languages = [...new Set([...(store.languages ?? []).map(baseOf), ...common, ...(form.language ? [form.language] : [])])];
  const nameless = form.name.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (nameless) name.current?.focus();
    else if (!busy) onSave();
  }

  return (
    <form className="ac-register" noValidate onSubmit={submit} data-form="register">
      <div className="ac-field">
        <label htmlFor={`${id}-name`} className="ac-label">
          {t('counter.register.name')}
        </label>
        <TextInput
          ref={name}
          id={`${id}-name`}
          value={form.name}
          maxLength={200}
          autoComplete="off"
          isRequired
          validated={tried && nameless ? 'error' : 'default'}
          aria-describedby={tried && nameless ? `${id}-fault` : undefined}
          onChange={(_event, value) => onChange({ ...form, name: value })}
        />
        {tried && nameless && (
          <p className="ac-fault" role="alert" id={`${id}-fault`}>
            {t('counter.register.nameless')}
          </p>
        )}
      </div>
      <div className="ac-register-row">
        <div className="ac-field">
          <label htmlFor={`${id}-phone`} className="ac-label">
            {t('counter.customer.phone')}
          </label>
          <TextInput
            id={`${id}-phone`}
            type="tel"
            inputMode="tel"
            value={form.phone}
            maxLength={40}
            autoComplete="off"
            onChange={(_event, value) => onChange({ ...form, phone: value })}
          />
        </div>
        <div className="ac-field">
          <label htmlFor={`${id}-birth`} className="ac-label">
            {t('counter.register.birthDate')} <span className="ac-hint">{t('field.noteOptional')}</span>
          </label>
          <TextInput
            id={`${id}-birth`}
            type="date"
            value={form.birthDate}
            onChange={(_event, value) => onChange({ ...form, birthDate: value })}
          />
        </div>
        <div className="ac-field">
          <label htmlFor={`${id}-language`} className="ac-label">
            {t('counter.register.language')}
          </label>
          <FormSelect id={`${id}-language`} value={form.language} onChange={(_event, value) => onChange({ ...form, language: value })}>
            <FormSelectOption value="" label={t('counter.register.notAsked')} />
            {languages.map((tag) => (
              <FormSelectOption key={tag} value={tag} label={languageName(tag, i18n.language)} />
            ))}
          </FormSelect>
        </div>
      </div>
      <Choose
        label={t('counter.register.consent')}
        options={[
          { value: 'given', text: t('counter.register.yes') },
          { value: 'declined', text: t('counter.register.no') },
          { value: '', text: t('counter.register.notAsked') },
        ]}
        value={form.consent}
        onChoose={(consent) => onChange({ ...form, consent, consentAt: consent === '' ? '' : withOffset(businessNow(), store.zone) })}
      />
      <div className="ac-row">
        <Button type="submit" isLoading={busy} aria-disabled={busy}>
          {save}
        </Button>
        <Button variant="link" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
