import { Button, Spinner } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';
import { moment } from '../app/time';
import { useShortcuts } from '../app/shortcuts';
import { shortId } from '../parts/say';
import { Choice } from '../supervision/Choice';
import { Notice } from '../supervision/Notice';
import { Editor } from './Editor';
import { kept } from './kept';
import { life } from './programmesApi';
import { Reading } from './Reading';
import { textOf } from './text';
import { Turns } from './Turns';
import { Trial } from './Trial';
import type { Life } from './wire';

interface Props {
  user: string;
  programme: string;
  /** This user may write. */
  writes: boolean;
  onBack: () => void;
}

/** One programme: what it says, how it stands, what was done to it, and its draft. */
export function One({ user, programme: key, writes, onBack }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(() => writes && kept(localStorage, user, key) !== undefined);
  const found = useQuery({ queryKey: ['programme', key], queryFn: () => life(key) });
  const missing = found.error instanceof Refused && found.error.status === 404;
  const none = missing && writes;
  const changed = () => {
    void queries.invalidateQueries({ queryKey: ['programme', key] });
    void queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  useShortcuts({ e: () => (writes && (found.data !== undefined || none) && !editing ? setEditing(true) : false) });
  const draft = found.data?.versions.find(({ state }) => state === 'draft');
  const inForce = found.data?.versions.filter(({ state }) => state === 'published').at(-1);
  const from = draft ?? inForce ?? found.data?.versions.at(-1);
  return (
    <div className="ac-page" data-scene="programme" data-programme={key}>
      <div className="ac-programme-head">
        <span>
          <Button variant="link" isInline onClick={onBack}>
            ← {t('programmes.all')}
          </Button>
        </span>
        <div className="ac-page-head">
          <h1>
            {from?.programme.name ?? key} <span className="ac-hint">{key}</span>
          </h1>
          {found.data !== undefined && <Turns life={found.data} inForce={inForce !== undefined} writes={writes} onDone={changed} />}
        </div>
        {found.data !== undefined && <Standing life={found.data} />}
      </div>
      {found.isPending && <Spinner aria-label={t('app.loading')} />}
      {found.isError && !none && <Notice title={t('programmes.failed')} failure={found.error} onAgain={() => void found.refetch()} />}
      {none && !editing && (
        <div className="ac-card ac-stack">
          <p>{t('programmes.none', { key })}</p>
          <span>
            <Button onClick={() => setEditing(true)}>{t('editor.begin')}</Button>
          </span>
        </div>
      )}
      {editing && (found.data !== undefined || none) && (
        <Editor
          user={user}
          programme={key}
          start={from === undefined ? undefined : textOf(from.programme)}
          revision={draft?.revision}
          onChanged={changed}
          onClose={() => setEditing(false)}
        />
      )}
      {draft !== undefined && <Trial programme={key} draft={draft} writes={writes} onDone={changed} />}
      {found.data !== undefined && !editing && <Whole life={found.data} writes={writes} onEdit={() => setEditing(true)} />}
    </div>
  );
}

function Standing({ life: { versions, pausedSince } }: { life: Life }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const inForce = versions.filter(({ state }) => state === 'published').at(-1);
  const draft = versions.find(({ state }) => state === 'draft');
  return (
    <p className="ac-row" data-part="standing">
      {inForce !== undefined && <span className="ac-chip ac-chip-good">{t('programmes.inForce', { version: inForce.programme.version })}</span>}
      {inForce === undefined && versions.some(({ state }) => state === 'retired') && <span className="ac-chip">{t('programmes.state.retired')}</span>}
      {pausedSince !== undefined && <span className="ac-chip ac-chip-wait">{t('programmes.pausedSince', { when: moment(pausedSince, i18n.language, words) })}</span>}
      {draft !== undefined && <span className="ac-chip">{t('programmes.draft', { version: draft.programme.version, revision: draft.revision })}</span>}
    </p>
  );
}

/** A version in words, and what was done to the programme. */
function Whole({ life: { versions, actions }, writes, onEdit }: { life: Life; writes: boolean; onEdit: () => void }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const newest = [...versions].reverse();
  const first = newest.find(({ state }) => state === 'published') ?? newest[0];
  const [chosen, setChosen] = useState<string>();
  const shown = newest.find(({ programme }) => String(programme.version) === chosen) ?? first;
  if (shown === undefined) return null;
  return (
    <div className="ac-programme">
      <section className="ac-card ac-stack" aria-labelledby="reading">
        <div className="ac-page-head">
          <h2 id="reading">{t('programmes.reading')}</h2>
          <span className="ac-choices">
            <Choice
              label={t('programmes.column.version')}
              value={String(shown.programme.version)}
              options={newest.map(({ programme, state }) => [String(programme.version), `${programme.version} · ${t(`programmes.state.${state}`)}`])}
              onChange={setChosen}
            />
            {writes && (
              <Button variant="secondary" onClick={onEdit}>
                {t('editor.edit')}
              </Button>
            )}
          </span>
        </div>
        <Reading written={shown.programme} />
      </section>
      <section className="ac-card ac-stack" aria-labelledby="history">
        <h2 id="history">{t('programmes.history')}</h2>
        <ol className="ac-plain ac-history">
          {actions.map(({ version, action, who, at }) => (
            <li key={`${at} ${action}`}>
              <strong>{t(`programmes.action.${action}`, { version: version ?? '', defaultValue: action })}</strong>
              <span className="ac-cell-why">
                {moment(at, i18n.language, words)} · {shortId(who)}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
