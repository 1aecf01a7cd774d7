import { useTranslation } from 'react-i18next';
import { Pick, Text } from '../parts/Field';
import { Form } from '../parts/Form';
import * as api from './api';
import { Clash } from './Clash';
import { particularsOf, toWire, type Particulars } from './particulars';
import { Rows } from './Rows';
import { useEdit } from './useEdit';
import { channels, disclosures, phoneTypes, sexes, uses, type Address, type Caregiver, type CustomerFile, type Phone } from './wire';

const noPhone: Phone = { number: '', type: 'mobile', validFrom: '', validTo: '' };
const noCaregiver: Caregiver = { name: '', relation: '', phone: '', disclose: 'care-calls', validFrom: '', validTo: '' };

/** The particulars of a customer, as they are corrected: all of them are sent, with the version they were read in. */
export function IdentityForm({ user, file, onSaved, onClosed }: { user: string; file: CustomerFile; onSaved: () => void; onClosed: () => void }) {
  const { t } = useTranslation();
  const edit = useEdit<Particulars>({
    user,
    part: 'identity',
    file,
    of: particularsOf,
    send: (draft, seen) => api.correct(file.id, toWire(draft), seen),
    onSaved,
    onClosed,
  });
  const { draft, set } = edit;
  const noAddress: Address = { use: 'home', lines: [''], city: '', region: '', postalCode: '', country: draft.country };
  const say = (value: unknown) => (typeof value === 'string' ? value : (value as object[]).map((row) => Object.values(row).flat().filter(Boolean).join(' ')).join('; '));
  const text = (name: keyof Particulars & string, more: { required?: boolean; type?: string; hint?: string; path?: string } = {}) => (
    <Text label={t(`file.field.${name}`)} path={name} value={draft[name] as string} maxLength={254} {...more} onChange={(value) => set({ [name]: value })} />
  );
  const pick = (name: keyof Particulars & string, among: string, options: readonly string[]) => (
    <Pick
      label={t(`file.field.${name}`)}
      path={name}
      value={draft[name] as string}
      none={t('parts.optional')}
      options={options.map((each) => [each, t(`file.${among}.${each}`)] as const)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <Form name="identity" save={t('parts.save')} failed={t('parts.saveFailed')} failure={edit.failure} busy={edit.busy} ready={edit.ready} touched={edit.touched} onSave={edit.save} onCancel={edit.giveUp}>
      <Clash edit={edit} name={(field) => t(`file.field.${field}`)} say={say} />
      <div className="ac-form-grid">
        {text('givenName', { required: true })}
        {text('familyName')}
        {text('preferredName', { hint: t('file.hint.preferredName') })}
        {text('pronunciation', { hint: t('file.hint.pronunciation') })}
        {text('birthDate', { type: 'date' })}
        {pick('sex', 'sexes', sexes)}
        {text('languages', { hint: t('file.hint.languages') })}
        {pick('preferredChannel', 'channels', channels)}
        {text('windowFrom', { type: 'time', path: 'window.from' })}
        {text('windowTo', { type: 'time', path: 'window.to' })}
        {text('zone', { hint: t('file.hint.zone') })}
        {text('country', { hint: t('file.hint.country') })}
        {text('email', { type: 'email' })}
        {text('wechat')}
        {text('loyaltyTier')}
      </div>
      <Rows name="phones" title={t('file.phones.ranked')} add={t('file.phones.add')} rows={draft.phones} empty={noPhone} most={10} ranked onChange={(phones) => set({ phones })}>
        {(phone, change, at) => (
          <>
            <Text label={t('file.field.number')} path={`phones[${at}].number`} type="tel" value={phone.number} maxLength={40} onChange={(number) => change({ number })} />
            <Pick label={t('file.field.type')} path={`phones[${at}].type`} value={phone.type ?? 'other'} options={phoneTypes.map((each) => [each, t(`file.phoneTypes.${each}`)] as const)} onChange={(type) => change({ type: type as Phone['type'] & string })} />
            <Validity of={phone} path={`phones[${at}]`} change={change} />
          </>
        )}
      </Rows>
      <Rows name="caregivers" title={t('file.caregivers.title')} add={t('file.caregivers.add')} rows={draft.caregivers} empty={noCaregiver} most={10} ranked onChange={(caregivers) => set({ caregivers })}>
        {(carer, change, at) => (
          <>
            <Text label={t('file.field.name')} path={`caregivers[${at}].name`} value={carer.name} maxLength={200} onChange={(name) => change({ name })} />
            <Text label={t('file.field.relation')} path={`caregivers[${at}].relation`} value={carer.relation} maxLength={60} onChange={(relation) => change({ relation })} />
            <Text label={t('file.field.number')} path={`caregivers[${at}].phone`} type="tel" value={carer.phone} maxLength={40} onChange={(phone) => change({ phone })} />
            <Pick label={t('file.field.disclose')} path={`caregivers[${at}].disclose`} value={carer.disclose} options={disclosures.map((each) => [each, t(`file.disclosures.${each}`)] as const)} onChange={(disclose) => change({ disclose: disclose as Caregiver['disclose'] })} />
            <Validity of={carer} path={`caregivers[${at}]`} change={change} />
          </>
        )}
      </Rows>
      <Rows name="addresses" title={t('file.addresses.title')} add={t('file.addresses.add')} rows={draft.addresses} empty={noAddress} most={10} onChange={(addresses) => set({ addresses })}>
        {(address, change, at) => (
          <>
            <Text wide label={t('file.field.lines')} path={`addresses[${at}].lines`} value={address.lines.join(', ')} hint={t('file.hint.lines')} onChange={(lines) => change({ lines: lines.split(/,\s?/) })} />
            <Text label={t('file.field.city')} path={`addresses[${at}].city`} value={address.city} maxLength={100} onChange={(city) => change({ city })} />
            <Text label={t('file.field.region')} path={`addresses[${at}].region`} value={address.region ?? ''} maxLength={100} onChange={(region) => change({ region })} />
            <Text label={t('file.field.postalCode')} path={`addresses[${at}].postalCode`} value={address.postalCode ?? ''} maxLength={20} onChange={(postalCode) => change({ postalCode })} />
            <Text label={t('file.field.country')} path={`addresses[${at}].country`} value={address.country} maxLength={2} onChange={(country) => change({ country: country.toUpperCase() })} />
            <Pick label={t('file.field.use')} path={`addresses[${at}].use`} value={address.use} options={uses.map((each) => [each, t(`file.uses.${each}`)] as const)} onChange={(use) => change({ use: use as Address['use'] })} />
          </>
        )}
      </Rows>
    </Form>
  );
}

function Validity({ of, path, change }: { of: { validFrom?: string; validTo?: string }; path: string; change: (part: { validFrom?: string; validTo?: string }) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text label={t('file.field.validFrom')} path={`${path}.validFrom`} type="date" value={of.validFrom ?? ''} onChange={(validFrom) => change({ validFrom })} />
      <Text label={t('file.field.validTo')} path={`${path}.validTo`} type="date" value={of.validTo ?? ''} onChange={(validTo) => change({ validTo })} />
    </>
  );
}
