import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';
import { shortId } from '../parts/say';
import { Notice } from '../supervision/Notice';
import { serves } from '../team/serves';
import { agents, type Agent } from '../team/teamApi';
import * as api from './queueApi';

interface Props {
  call: CallView;
  onGiven: (agent: string) => void;
  onClose: () => void;
}

/** Who shall make this call. Those who are there come first, with what they speak and whom they serve. */
export function GiveCall({ call, onGiven, onClose }: Props) {
  const { t } = useTranslation();
  const known = useQuery({ queryKey: ['agents'], queryFn: agents });
  const [to, setTo] = useState<string>();
  const give = useMutation({ mutationFn: (agent: string) => api.give(call, agent), onSuccess: (_answer, agent) => onGiven(shortId(agent)) });

  function choose(agent: string) {
    give.reset();
    setTo(agent);
  }

  const present = [...(known.data ?? [])].sort((a, b) => rank(a) - rank(b));
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="give">
      <ModalHeader title={t('give.title')} labelId="give" description={`${call.programmeName} · ${call.storeId}`} />
      <ModalBody>
        <div className="ac-stack">
          <p>
            {t('give.text')} {call.state === 'held' && t('give.textHeld')}
          </p>
          {known.isPending && <Spinner aria-label={t('app.loading')} />}
          {known.isError && <Notice title={t('give.unknown')} failure={known.error} onAgain={() => void known.refetch()} />}
          {known.isSuccess && present.length === 0 && <p className="ac-hint">{t('give.nobody')}</p>}
          <fieldset className="ac-give" aria-label={t('give.whom')}>
            {present.map((agent) => (
              <label key={agent.agent} className="ac-give-one">
                <input type="radio" name="give-to" value={agent.agent} checked={to === agent.agent} onChange={() => choose(agent.agent)} />
                <span>
                  <strong>{shortId(agent.agent)}</strong>
                  <span className="ac-cell-why">
                    {t(`agents.presence.${agent.presence.state}`)}
                    {agent.languages.length > 0 && ` · ${agent.languages.join(', ')}`}
                    {serves(agent).length > 0 && ` · ${serves(agent).join(', ')}`}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          {give.isError && <Notice title={t('app.failed')} failure={give.error} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={give.isPending} isDisabled={to === undefined || give.isPending} onClick={() => to !== undefined && give.mutate(to)}>
          {t('give.do')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

const rank = ({ presence }: Agent) => ['available', 'wrap-up', 'break'].indexOf(presence.state);
