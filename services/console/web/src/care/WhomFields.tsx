import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channels } from '../customers/wire';
import { Pick, Text } from '../parts/Field';
import * as api from './api';
import type { WhomDraft } from './wire';

export const useStores = () => useQuery({ queryKey: ['stores'], queryFn: api.stores, staleTime: 600_000 }).data ?? [];

/** Whom it concerns: everybody, or all of a store, an age, a segment; by a channel they agreed to. */
export function WhomFields({ whom, onChange }: { whom: WhomDraft; onChange: (part: Partial<WhomDraft>) => void }) {
  const { t } = useTranslation();
  const stores = useStores();
  const segments = useQuery({ queryKey: ['segment-names'], queryFn: api.segmentNames, staleTime: 60_000 }).data ?? [];
  return (
    <>
      <Pick label={t('care.store')} path="storeId" value={whom.storeId} none={t('care.anyStore')} options={stores.map(({ id, name }) => [id, name] as const)} onChange={(storeId) => onChange({ storeId })} />
      <Pick label={t('care.segment')} path="segment" value={whom.segment} none={t('care.anySegment')} options={segments.map((name) => [name, name] as const)} onChange={(segment) => onChange({ segment })} />
      <Text label={t('care.ageFrom')} path="ageFrom" type="number" inputMode="numeric" min={0} value={whom.ageFrom} onChange={(ageFrom) => onChange({ ageFrom })} />
      <Text label={t('care.ageBelow')} path="ageBelow" type="number" inputMode="numeric" min={1} value={whom.ageBelow} onChange={(ageBelow) => onChange({ ageBelow })} />
      <Pick label={t('care.channel')} path="channel" value={whom.channel} none={t('care.anyChannel')} options={channels.map((each) => [each, t(`file.channels.${each}`)] as const)} onChange={(channel) => onChange({ channel })} />
    </>
  );
}
