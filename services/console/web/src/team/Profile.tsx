import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortId } from '../parts/say';
import { Notice } from '../supervision/Notice';
import { listOf } from './listOf';
import { type Agent, serve } from './teamApi';

/** Which calls somebody is given: by language, store and region; nothing written means any. */
export function Profile({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const [languages, setLanguages] = useState(agent.languages.join(', '));
  const [stores, setStores] = useState(agent.stores.join(', '));
  const [regions, setRegions] = useState(agent.regions.join(', '));
  const save = useMutation({
    mutationFn: () => serve(agent.agent, { languages: listOf(languages), stores: listOf(stores), regions: listOf(regions) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['agents'] });
      onClose();
    },
  });
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="profile">
      <ModalHeader title={t('agents.editOf', { agent: shortId(agent.agent) })} labelId="profile" />
      <ModalBody>
        <form
          id="profile-form"
          className="ac-stack"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <span className="ac-select">
            <label htmlFor={`${id}-languages`}>{t('agents.column.languages')}</label>
            <input id={`${id}-languages`} className="ac-entry" value={languages} autoFocus onChange={(event) => setLanguages(event.target.value)} placeholder="en, zh, th" aria-describedby={`${id}-hint`} />
          </span>
          <span className="ac-select">
            <label htmlFor={`${id}-stores`}>{t('agents.stores')}</label>
            <input id={`${id}-stores`} className="ac-entry" value={stores} onChange={(event) => setStores(event.target.value)} placeholder="boston-1, bangkok-1" aria-describedby={`${id}-hint`} />
          </span>
          <span className="ac-select">
            <label htmlFor={`${id}-regions`}>{t('agents.regions')}</label>
            <input id={`${id}-regions`} className="ac-entry" value={regions} onChange={(event) => setRegions(event.target.value)} placeholder="north-east" aria-describedby={`${id}-hint`} />
          </span>
          <p className="ac-hint" id={`${id}-hint`}>
            {t('agents.hint')}
          </p>
          {save.isError && <Notice title={t('agents.notSaved')} failure={save.error} />}
        </form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="profile-form" isLoading={save.isPending} isDisabled={save.isPending}>
          {t('agents.save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
