import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownZone } from '../app/time';
import { instantOf, withOffset } from '../desk/zone';
import { Pick, Text } from '../parts/Field';
import { Form } from '../parts/Form';
import * as api from './api';
import { gatheringKinds } from './wire';
import { useStores } from './WhomFields';

/** A talk or a meeting of a group; its hour is told on the store's clock. */
export function NewGathering({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const stores = useStores();
  const [kind, setKind] = useState<string>('talk');
  const [messageKey, setMessageKey] = useState('');
  const [storeId, setStoreId] = useState('');
  const [place, setPlace] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [capacity, setCapacity] = useState('20');
  const zone = stores.find(({ id }) => id === storeId)?.zone ?? ownZone();
  const announce = useMutation({
    mutationFn: () =>
      api.announce({
        kind,
        messageKey: messageKey.trim(),
        place: place.trim(),
        ...(storeId === '' ? {} : { storeId }),
        ...(startsAt === '' ? {} : { startsAt: withOffset(instantOf(startsAt, zone), zone) }),
        ...(capacity === '' ? {} : { capacity: Number(capacity) }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['gatherings'] });
      onDone();
    },
  });
  return (
    <Form name="gathering" save={t('care.announce')} failed={t('parts.saveFailed')} failure={announce.error} busy={announce.isPending} onSave={() => announce.mutate()} onCancel={onDone}>
      <div className="ac-form-grid">
        <Pick label={t('care.kind')} path="kind" value={kind} options={gatheringKinds.map((each) => [each, t(`care.kinds.${each}`)] as const)} onChange={setKind} />
        <Text label={t('care.messageKey')} path="messageKey" value={messageKey} hint={t('care.messageKeyHint', { example: 'talk.living-with-diabetes' })} onChange={setMessageKey} />
        <Pick label={t('care.store')} path="storeId" value={storeId} none={t('care.chooseStore')} options={stores.map(({ id, name }) => [id, name] as const)} onChange={setStoreId} />
        <Text label={t('care.place')} path="place" value={place} maxLength={200} onChange={setPlace} />
        <Text label={t('care.startsAt')} path="startsAt" type="datetime-local" value={startsAt} hint={t('care.onClockOf', { zone })} onChange={setStartsAt} />
        <Text label={t('care.seats')} path="capacity" type="number" inputMode="numeric" min={1} value={capacity} onChange={setCapacity} />
      </div>
    </Form>
  );
}
