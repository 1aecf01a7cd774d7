import { Button, Spinner } from '@patternfly/react-core';
import { PlusIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { businessNow } from '../app/time';
import { Fault } from '../parts/Fault';
import { Pick, Text } from '../parts/Field';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import { dayText } from '../parts/say';
import * as api from './api';
import { campaignKinds, everybody, whomOf, type Campaign, type WhomDraft } from './wire';
import { WhomFields } from './WhomFields';

/** Offers that come by themselves to all whom they concern, from a first to a last day. */
export function Campaigns() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [opening, setOpening] = useState(false);
  const [asked, setAsked] = useState<Campaign>();
  const list = useQuery({ queryKey: ['campaigns'], queryFn: api.campaigns });
  const stop = useMutation({
    mutationFn: (campaign: Campaign) => api.stopCampaign(campaign.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      setAsked(undefined);
    },
  });
  const today = new Date(businessNow()).toISOString().slice(0, 10);
  const stateOf = ({ stoppedAt, startsOn, endsOn }: Campaign) => (stoppedAt !== undefined ? 'stopped' : endsOn < today ? 'over' : startsOn > today ? 'ahead' : 'running');
  return (
    <Section
      name="campaigns"
      title={t('care.campaigns')}
      aside={
        !opening && (
          <Button variant="secondary" icon={<PlusIcon />} onClick={() => setOpening(true)}>
            {t('care.openCampaign')}
          </Button>
        )
      }
    >
      {opening && <NewCampaign today={today} onDone={() => setOpening(false)} />}
      {list.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className="ac-hint">{t('care.noCampaign')}</p>}
      <ul className="ac-file-rows">
        {list.data?.map((campaign) => {
          const state = stateOf(campaign);
          return (
            <li key={campaign.id} data-campaign={campaign.id} data-state={state}>
              <strong>{t(`care.kinds.${campaign.kind}`)}</strong>
              <code>{campaign.messageKey}</code>
              <span className={`ac-file-mark${state === 'running' ? '' : ' ac-file-mark-plain'}`}>{t(`care.states.${state}`)}</span>
              {(state === 'running' || state === 'ahead') && (
                <Button variant="link" isInline className="ac-file-end" onClick={() => setAsked(campaign)}>
                  {t('care.stop')}
                </Button>
              )}
              <span className="ac-hint ac-file-line">
                {[
                  `${dayText(campaign.startsOn, i18n.language)} – ${dayText(campaign.endsOn, i18n.language)}`,
                  campaign.segment,
                  campaign.storeId,
                  campaign.ageFrom !== undefined && t('care.from', { age: campaign.ageFrom }),
                  campaign.ageBelow !== undefined && t('care.below', { age: campaign.ageBelow }),
                  campaign.channel && t(`file.channels.${campaign.channel}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {asked !== undefined && (
        <Ask
          title={t('care.stopTitle')}
          text={t('care.stopText')}
          yes={t('care.stop')}
          danger
          busy={stop.isPending}
          failure={stop.error?.message}
          onYes={() => stop.mutate(asked)}
          onNo={() => {
            stop.reset();
            setAsked(undefined);
          }}
        />
      )}
    </Section>
  );
}

function NewCampaign({ today, onDone }: { today: string; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<string>('seasonal');
  const [messageKey, setMessageKey] = useState('');
  const [startsOn, setStartsOn] = useState(today);
  const [endsOn, setEndsOn] = useState('');
  const [whom, setWhom] = useState<WhomDraft>(everybody);
  const open = useMutation({
    mutationFn: () => api.openCampaign({ kind, messageKey: messageKey.trim(), startsOn, ...(endsOn === '' ? {} : { endsOn }), ...whomOf(whom) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      onDone();
    },
  });
  return (
    <Form name="campaign" save={t('care.openCampaign')} failed={t('parts.saveFailed')} failure={open.error} busy={open.isPending} onSave={() => open.mutate()} onCancel={onDone}>
      <div className="ac-form-grid">
        <Pick label={t('care.kind')} path="kind" value={kind} options={campaignKinds.map((each) => [each, t(`care.kinds.${each}`)] as const)} onChange={setKind} />
        <Text label={t('care.messageKey')} path="messageKey" value={messageKey} hint={t('care.messageKeyHint', { example: 'season.influenza' })} onChange={setMessageKey} />
        <Text label={t('care.startsOn')} path="startsOn" type="date" value={startsOn} onChange={setStartsOn} />
        <Text label={t('care.endsOn')} path="endsOn" type="date" value={endsOn} onChange={setEndsOn} />
        <WhomFields whom={whom} onChange={(part) => setWhom({ ...whom, ...part })} />
      </div>
      <p className="ac-hint">{t('care.onlyWilling')}</p>
    </Form>
  );
}
