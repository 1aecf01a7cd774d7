import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Section } from '../parts/Section';
import { dayText, languageText } from '../parts/say';
import { IdentityForm } from './IdentityForm';
import { kept } from './kept';
import { may } from './rights';
import type { Address, Caregiver, CustomerFile, Phone } from './wire';

/** Who it is, how to reach them, and who cares for them. */
export function Identity({ me, file, onSaved }: { me: Me; file: CustomerFile; onSaved: () => void }) {
  const { t } = useTranslation();
  const editable = may(me.roles, 'correct') && file.status === 'active';
  const [editing, setEditing] = useState(() => editable && kept(me.id, file.id, 'identity') !== undefined);
  return (
    <Section
      name="identity"
      title={t('file.identity.title')}
      edit={editable && !editing ? { label: t('parts.edit'), start: () => setEditing(true) } : undefined}
    >
      {editing ? (
        <IdentityForm
          user={me.id}
          file={file}
          onSaved={() => {
            setEditing(false);
            onSaved();
          }}
          onClosed={() => setEditing(false)}
        />
      ) : (
        <Facts file={file} />
      )}
    </Section>
  );
}

function Facts({ file }: { file: CustomerFile }) {
  const { t, i18n } = useTranslation();
  const facts: [string, string | undefined][] = [
    ['givenName', file.givenName],
    ['familyName', file.familyName],
    ['birthDate', file.birthDate && dayText(file.birthDate, i18n.language)],
    ['sex', file.sex && t(`file.sexes.${file.sex}`)],
    ['languages', file.languages.map((tag) => languageText(tag, i18n.language)).join(', ')],
    ['window', file.window && `${file.window.from.slice(0, 5)} – ${file.window.to.slice(0, 5)} (${file.zone})`],
    ['zone', file.window ? undefined : file.zone],
    ['preferredChannel', file.preferredChannel && t(`file.channels.${file.preferredChannel}`)],
    ['email', file.email],
    ['wechat', file.wechat],
    ['country', file.country],
  ];
  return (
    <>
      <dl className="ac-file-facts">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} data-fact={name}>
              <dt>{t(`file.field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Phones phones={file.phones} />
      <Addresses addresses={file.addresses} />
      <Caregivers caregivers={file.caregivers} />
    </>
  );
}

function Days({ of }: { of: { validFrom?: string; validTo?: string } }) {
  const { t, i18n } = useTranslation();
  if (of.validFrom === undefined && of.validTo === undefined) return null;
  const when = of.validTo === undefined ? 'from' : of.validFrom === undefined ? 'to' : 'fromTo';
  return <span className="ac-hint">{t(`file.valid.${when}`, { from: dayText(of.validFrom, i18n.language), to: dayText(of.validTo, i18n.language) })}</span>;
}

function Phones({ phones }: { phones: Phone[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('file.phones.title')}</h3>
      {phones.length === 0 && <p className="ac-hint">{t('file.phones.none')}</p>}
      <ol className="ac-file-rows">
        {phones.map((phone, place) => (
          <li key={phone.number}>
            <span className="ac-file-rank" aria-label={t('file.phones.rank', { rank: place + 1 })}>
              {place + 1}
            </span>
            <span className="ac-file-number">{phone.number}</span>
            {phone.type !== undefined && <span className="ac-hint">{t(`file.phoneTypes.${phone.type}`)}</span>}
            <Days of={phone} />
            {phone.wrong && <span className="ac-file-mark ac-file-mark-warn">{t('file.phones.wrong')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Addresses({ addresses }: { addresses: Address[] }) {
  const { t } = useTranslation();
  if (addresses.length === 0) return null;
  return (
    <div>
      <h3>{t('file.addresses.title')}</h3>
      <ul className="ac-file-rows">
        {addresses.map((address, place) => (
          <li key={place}>
            <span>{[...address.lines, [address.postalCode, address.city].filter(Boolean).join(' '), address.region, address.country].filter(Boolean).join(', ')}</span>
            <span className="ac-hint">{t(`file.uses.${address.use}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Caregivers({ caregivers }: { caregivers: Caregiver[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('file.caregivers.title')}</h3>
      {caregivers.length === 0 && <p className="ac-hint">{t('file.caregivers.none')}</p>}
      <ul className="ac-file-rows">
        {caregivers.map((carer, place) => (
          <li key={place}>
            <strong>{carer.name}</strong>
            <span>{carer.relation}</span>
            <span className="ac-file-number">{carer.phone}</span>
            <Days of={carer} />
            {carer.wrong && <span className="ac-file-mark ac-file-mark-warn">{t('file.phones.wrong')}</span>}
            <span className={`ac-file-mark ac-file-end ${carer.disclose === 'nothing' ? 'ac-file-mark-warn' : ''}`}>{t(`file.disclosures.${carer.disclose}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
