import { Alert, Button, Spinner } from '@patternfly/react-core';
import { PlusIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { usePlace } from '../app/view';
import { Fault } from '../parts/Fault';
import '../parts/parts.css';
import { dayText, shortId } from '../parts/say';
import { useTitle } from '../parts/useTitle';
import * as api from './api';
import { Editor } from './Editor';
import { segmentsOf, type Edition, type Segment } from './rule';
import { Said } from './Said';
import './segments.css';
import './words';

const another = '+';

/** Groups of customers by rules, which come in editions: drafted, tried and published. */
export function Segments() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = usePlace('segment');
  const [asked, setAsked] = useState<Edition>();
  const [said, setSaid] = useState<string>();
  useTitle(t('app.segments'));
  const list = useQuery({ queryKey: ['segments'], queryFn: api.editions });
  const publish = useMutation({
    mutationFn: (draft: Edition) => api.publish(draft.name, draft.version),
    onSuccess: async (edition) => {
      await queries.invalidateQueries({ queryKey: ['segments'] });
      setAsked(undefined);
      setSaid(t('segment.published', { title: edition.title, version: edition.version }));
    },
  });
  const segments = segmentsOf(list.data ?? []);
  const edited = segments.find((each) => each.name === name);
  return (
    <div className="ac-file-page" data-scene="segments">
      <div className="ac-file-head">
        <h1>{t('segment.title')}</h1>
        {name === undefined && (
          <Button variant="secondary" icon={<PlusIcon />} onClick={() => setName(another)}>
            {t('segment.new')}
          </Button>
        )}
      </div>
      {said !== undefined && name === undefined && <Alert component="p" variant="success" isInline role="status" title={said} data-said="" />}
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {name !== undefined && list.data !== undefined && (
        <Editor
          key={name}
          segment={edited}
          taken={segments.map((each) => each.name)}
          onDone={(draft) => {
            if (draft !== undefined) setSaid(t('segment.drafted', { title: draft.title, version: draft.version }));
            setName(undefined);
          }}
        />
      )}
      {name === undefined && (
        <ul className="ac-segments">
          {segments.map((segment) => (
            <One key={segment.name} segment={segment} onEdit={() => setName(segment.name)} onPublish={setAsked} />
          ))}
        </ul>
      )}
      {asked !== undefined && (
        <Ask
          title={t('segment.publishTitle', { title: asked.title })}
          text={t('segment.publishText')}
          yes={t('segment.publish')}
          busy={publish.isPending}
          failure={publish.error?.message}
          onYes={() => publish.mutate(asked)}
          onNo={() => {
            publish.reset();
            setAsked(undefined);
          }}
        />
      )}
    </div>
  );
}

function One({ segment, onEdit, onPublish }: { segment: Segment; onEdit: () => void; onPublish: (draft: Edition) => void }) {
  const { t, i18n } = useTranslation();
  const [old, setOld] = useState(false);
  const { current, draft } = segment;
  const earlier = segment.editions.filter((edition) => edition !== current && edition !== draft);
  return (
    <li className="ac-card ac-file-part" data-segment={segment.name} data-version={current?.version}>
      <div className="ac-file-part-head">
        <h2>{(current ?? draft)?.title}</h2>
        <code className="ac-hint">{segment.name}</code>
      </div>
      {current !== undefined && (
        <>
          <p className="ac-hint">{t('segment.edition', { version: current.version, when: dayText(current.publishedAt, i18n.language), who: shortId(current.publishedBy ?? current.draftedBy) })}</p>
          <Said rule={current.rule} />
        </>
      )}
      {draft !== undefined && (
        <div className="ac-draft" data-draft={draft.version}>
          <p>
            <span className="ac-file-mark ac-file-mark-warn">{t('segment.draft', { version: draft.version })}</span> {draft.title}{' '}
            <span className="ac-hint">{t('segment.draftedBy', { who: shortId(draft.draftedBy), when: dayText(draft.draftedAt, i18n.language) })}</span>
          </p>
          <Said rule={draft.rule} />
          <Button size="sm" onClick={() => onPublish(draft)}>
            {t('segment.publish')}
          </Button>
        </div>
      )}
      <div className="ac-row">
        <Button variant="link" isInline onClick={onEdit} data-edit={segment.name}>
          {t(draft === undefined ? 'segment.edit' : 'segment.editDraft')}
        </Button>
        {earlier.length > 0 && (
          <Button variant="link" isInline aria-expanded={old} onClick={() => setOld(!old)}>
            {t('segment.earlier', { count: earlier.length })}
          </Button>
        )}
      </div>
      {old &&
        earlier.map((edition) => (
          <div key={edition.version} className="ac-earlier">
            <p className="ac-hint">{t('segment.edition', { version: edition.version, when: dayText(edition.publishedAt ?? edition.draftedAt, i18n.language), who: shortId(edition.publishedBy ?? edition.draftedBy) })}</p>
            <Said rule={edition.rule} />
          </div>
        ))}
    </li>
  );
}
