import { Alert, Button, Spinner } from '@patternfly/react-core';
import { PlusIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { Find } from '../customers/Find';
import { Fault } from '../parts/Fault';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import { momentText } from '../parts/say';
import * as api from './api';
import { NewGathering } from './NewGathering';
import { everybody, whomOf, type Gathering, type WhomDraft } from './wire';
import { WhomFields } from './WhomFields';

/** Talks and groups that lie ahead, with their seats. */
export function Gatherings() {
  const { t } = useTranslation();
  const [announcing, setAnnouncing] = useState(false);
  const list = useQuery({ queryKey: ['gatherings'], queryFn: api.gatherings });
  return (
    <Section
      name="gatherings"
      title={t('care.gatherings')}
      aside={
        !announcing && (
          <Button variant="secondary" icon={<PlusIcon />} onClick={() => setAnnouncing(true)}>
            {t('care.announce')}
          </Button>
        )
      }
    >
      {announcing && <NewGathering onDone={() => setAnnouncing(false)} />}
      {list.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className="ac-hint">{t('care.noGathering')}</p>}
      <ul className="ac-gatherings">
        {list.data?.map((gathering) => (
          <One key={gathering.id} gathering={gathering} />
        ))}
      </ul>
    </Section>
  );
}

function One({ gathering }: { gathering: Gathering }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'invite' | 'signUp' | 'cancel'>();
  const [said, setSaid] = useState<string>();
  const done = async (what: typeof doing, text: string | undefined) => {
    await queries.invalidateQueries({ queryKey: ['gatherings'] });
    // What was begun meanwhile stays.
    setDoing((now) => (now === what ? undefined : now));
    setSaid(text);
  };
  const signUp = useMutation({ mutationFn: (customer: string) => api.signUp(gathering.id, customer), onSuccess: () => done('signUp', t('care.signedUp')) });
  const cancel = useMutation({ mutationFn: () => api.cancelGathering(gathering.id), onSuccess: () => done('cancel', undefined) });
  const off = gathering.cancelledAt !== undefined;
  const left = gathering.capacity - gathering.taken;
  return (
    <li data-gathering={gathering.id} data-left={left}>
      <div className="ac-row">
        <strong>{t(`care.kinds.${gathering.kind}`)}</strong>
        <code>{gathering.messageKey}</code>
        {off && <span className="ac-file-mark ac-file-mark-bad">{t('care.calledOff')}</span>}
      </div>
      <p>
        {momentText(gathering.startsAt, i18n.language)} · {gathering.place} · {gathering.storeId}
      </p>
      <p className="ac-seats">
        <progress max={gathering.capacity} value={gathering.taken} aria-label={t('care.seats')} />
        <span className="ac-file-number">{t('care.taken', { taken: gathering.taken, capacity: gathering.capacity })}</span>
        {left === 0 && <span className="ac-file-mark ac-file-mark-warn">{t('care.full')}</span>}
      </p>
      {said !== undefined && <Alert component="p" variant="success" isInline isPlain role="status" title={said} data-said="" />}
      {!off && doing !== 'invite' && doing !== 'signUp' && (
        <div className="ac-row">
          <Button variant="secondary" size="sm" onClick={() => setDoing('invite')}>
            {t('care.invite')}
          </Button>
          <Button variant="secondary" size="sm" isDisabled={left === 0} onClick={() => setDoing('signUp')}>
            {t('care.signUp')}
          </Button>
          <Button variant="link" size="sm" onClick={() => setDoing('cancel')}>
            {t('care.callOff')}
          </Button>
        </div>
      )}
      {doing === 'invite' && <Invite gathering={gathering} onDone={(asked) => void done('invite', asked === undefined ? undefined : t('care.asked', { count: asked, customers: asked.toLocaleString(i18n.language) }))} />}
      {doing === 'signUp' && (
        <div className="ac-signup" data-form="sign-up">
          <Find compact onFound={(customer) => !signUp.isPending && signUp.mutate(customer)} />
          <Button variant="link" isInline onClick={() => setDoing(undefined)}>
            {t('app.cancel')}
          </Button>
        </div>
      )}
      {signUp.isError && <Fault title={t('care.notSignedUp')} failure={signUp.error} />}
      {doing === 'cancel' && (
        <Ask title={t('care.callOffTitle')} text={t('care.callOffText', { count: gathering.taken })} yes={t('care.callOff')} danger busy={cancel.isPending} failure={cancel.error?.message} onYes={() => cancel.mutate()} onNo={() => setDoing(undefined)} />
      )}
    </li>
  );
}

function Invite({ gathering, onDone }: { gathering: Gathering; onDone: (asked?: number) => void }) {
  const { t } = useTranslation();
  const [whom, setWhom] = useState<WhomDraft>({ ...everybody, storeId: gathering.storeId });
  const invite = useMutation({ mutationFn: () => api.invite(gathering.id, whomOf(whom)), onSuccess: onDone });
  return (
    <Form name="invite" save={t('care.inviteDo')} failed={t('care.notAsked')} failure={invite.error} busy={invite.isPending} onSave={() => invite.mutate()} onCancel={() => onDone()}>
      <div className="ac-form-grid">
        <WhomFields whom={whom} onChange={(part) => setWhom({ ...whom, ...part })} />
      </div>
      <p className="ac-hint">{t('care.onlyWilling')}</p>
    </Form>
  );
}
