import { Button, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../customers/rights';
import type { CustomerFile, Roles } from '../customers/wire';
import { Fault } from '../parts/Fault';
import { Text } from '../parts/Field';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import { dayText, momentText, shortId } from '../parts/say';
import * as api from './api';
import { deliveries, type Delivery, type Offer } from './wire';
import './words';

/** The part of a file that says what is special in the care for this customer: adviser, delivery, offers. */
export function CareOf({ roles, file, onSaved }: { roles: Roles; file: CustomerFile; onSaved: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [subject, setSubject] = useState<string>();
  const [chosen, setChosen] = useState<Delivery>();
  const care = useQuery({ queryKey: ['customer', file.id, 'care'], queryFn: () => api.care(file.id) });
  const editable = may(roles, 'plan') && file.status === 'active';
  const saved = async () => {
    await queries.invalidateQueries({ queryKey: ['customer', file.id, 'care'] });
    setSubject(undefined);
    onSaved();
  };
  const name = useMutation({ mutationFn: (who: string) => api.nameAdviser(file.id, who), onSuccess: saved });
  const dismiss = useMutation({ mutationFn: () => api.dismissAdviser(file.id), onSuccess: saved });
  const deliver = useMutation({
    mutationFn: (delivery: Delivery) => api.noteDelivery(file.id, delivery),
    onSuccess: async () => {
      await saved();
      setChosen(undefined);
    },
  });
  const answer = useMutation({ mutationFn: ({ offer, said }: { offer: Offer; said: 'accept' | 'decline' | 'attend' }) => api.answerOffer(offer.id, said), onSuccess: saved });
  const failure = dismiss.error ?? deliver.error ?? answer.error;
  const { adviser, delivery, offers = [] } = care.data ?? {};
  return (
    <Section name="care" title={t('care.special')}>
      {care.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {care.isError && <Fault title={t('parts.loadFailed')} failure={care.error} onAgain={() => void care.refetch()} />}
      {care.data !== undefined && (
        <dl className="ac-file-facts">
          <div data-fact="adviser">
            <dt>{t('care.adviser')}</dt>
            <dd className="ac-row">
              <span title={adviser}>{adviser === undefined ? t('care.noAdviser') : shortId(adviser)}</span>
              {editable && subject === undefined && (
                <Button variant="link" isInline onClick={() => setSubject('')}>
                  {t(adviser === undefined ? 'care.nameAdviser' : 'care.changeAdviser')}
                </Button>
              )}
              {editable && adviser !== undefined && subject === undefined && (
                <Button variant="link" isInline isLoading={dismiss.isPending} onClick={() => dismiss.mutate()}>
                  {t('care.dismiss')}
                </Button>
              )}
            </dd>
          </div>
          <div data-fact="delivery">
            <dt>{t('care.delivery')}</dt>
            <dd className="ac-row">
              {editable ? (
                <>
                  <select
                    className="ac-form-input ac-file-period"
                    aria-label={t('care.delivery')}
                    value={chosen ?? delivery ?? ''}
                    disabled={deliver.isPending}
                    onChange={(event) => setChosen(deliveries.find((each) => each === event.target.value))}
                  >
                    {delivery === undefined && <option value="">{t('parts.optional')}</option>}
                    {deliveries.map((each) => (
                      <option key={each} value={each}>
                        {t(`care.deliveries.${each}`)}
                      </option>
                    ))}
                  </select>
                  {chosen !== undefined && chosen !== delivery && (
                    <Button variant="secondary" size="sm" isLoading={deliver.isPending} isDisabled={deliver.isPending} onClick={() => deliver.mutate(chosen)}>
                      {t('parts.save')}
                    </Button>
                  )}
                </>
              ) : delivery === undefined ? (
                t('parts.optional')
              ) : (
                t(`care.deliveries.${delivery}`)
              )}
            </dd>
          </div>
        </dl>
      )}
      {subject !== undefined && (
        <Form name="adviser" save={t('parts.save')} failed={t('parts.saveFailed')} failure={name.error} busy={name.isPending} ready={subject.trim() !== ''} onSave={() => name.mutate(subject.trim())} onCancel={() => setSubject(undefined)}>
          <Text label={t('care.subject')} path="subject" value={subject} maxLength={100} hint={t('care.subjectHint')} onChange={setSubject} />
        </Form>
      )}
      {failure !== null && <Fault title={t('parts.saveFailed')} failure={failure} />}
      {offers.length > 0 && <Offers offers={offers} editable={editable} busy={answer.isPending} onAnswer={(offer, said) => answer.mutate({ offer, said })} />}
    </Section>
  );
}

function Offers({ offers, editable, busy, onAnswer }: { offers: Offer[]; editable: boolean; busy: boolean; onAnswer: (offer: Offer, said: 'accept' | 'decline' | 'attend') => void }) {
  const { t, i18n } = useTranslation();
  const open = { offered: ['accept', 'decline'], accepted: ['attend', 'decline'] } as const;
  return (
    <div>
      <h3>{t('care.offers')}</h3>
      <ul className="ac-file-rows">
        {offers.map((offer) => (
          <li key={offer.id} data-offer={offer.id} data-state={offer.state}>
            <strong>{t(`care.kinds.${offer.kind}`, offer.kind)}</strong>
            {offer.messageKey !== undefined && <code>{offer.messageKey}</code>}
            <span className={`ac-file-mark${offer.state === 'accepted' || offer.state === 'attended' ? '' : ' ac-file-mark-plain'}`}>{t(`care.offerStates.${offer.state}`)}</span>
            <span className="ac-hint">
              {offer.startsAt !== undefined ? momentText(offer.startsAt, i18n.language) : offer.onDate !== undefined ? dayText(offer.onDate, i18n.language) : ''}
            </span>
            {editable && (offer.state === 'offered' || offer.state === 'accepted') && (
              <span className="ac-row ac-file-end">
                {open[offer.state]
                  // Only a gathering is attended.
                  .filter((said) => said !== 'attend' || offer.gatheringId !== undefined)
                  .map((said) => (
                    <Button key={said} variant="link" isInline isDisabled={busy} onClick={() => onAnswer(offer, said)}>
                      {t(`care.answers.${said}`)}
                    </Button>
                  ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
