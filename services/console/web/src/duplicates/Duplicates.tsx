import { Alert, Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessNow } from '../app/time';
import { usePlace } from '../app/view';
import '../customers/customers.css';
import { Fault } from '../parts/Fault';
import '../parts/parts.css';
import { endOf, momentText } from '../parts/say';
import { useTitle } from '../parts/useTitle';
import * as api from './api';
import { Compare } from './Compare';
import './duplicates.css';
import { Pairs } from './Pairs';
import { recent, remember } from './recent';
import type { Merge } from './wire';
import './words';

/** People known twice: looked for through the chain, compared, made one, and two again. */
export function Duplicates() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [pair, setPair] = usePlace('pair');
  const [merges, setMerges] = useState(() => recent(localStorage, businessNow()));
  const [said, setSaid] = useState<{ what: 'merged' | 'denied' | 'undone'; merge?: Merge }>();
  useTitle(t('app.duplicates'));
  const [id, other] = pair?.split('~') ?? [];

  function settled(what: 'merged' | 'denied', merge?: Merge) {
    if (merge !== undefined) setMerges(remember(localStorage, merge, businessNow()));
    setSaid({ what, ...(merge ? { merge } : {}) });
    void queries.invalidateQueries({ queryKey: ['customer'] });
    setPair(undefined);
  }

  const undo = useMutation({
    mutationFn: (merge: Merge) => api.undo(merge.id),
    onSuccess: (merge) => {
      setMerges(remember(localStorage, merge, businessNow()));
      setSaid({ what: 'undone' });
      void queries.invalidateQueries({ queryKey: ['customer'] });
      void queries.invalidateQueries({ queryKey: ['duplicates'] });
    },
  });

  return (
    <div className="ac-file-page" data-scene="duplicates">
      <div className="ac-file-head">
        <h1>{t('dup.title')}</h1>
        {pair !== undefined && (
          <Button variant="link" isInline onClick={() => setPair(undefined)}>
            {t('dup.back')}
          </Button>
        )}
      </div>
      {said !== undefined && pair === undefined && (
        <Alert
          component="p"
          variant="success"
          isInline
          role="status"
          data-said={said.what}
          title={t(`dup.${said.what}`)}
          actionLinks={
            said.merge !== undefined && (
              <Button variant="link" isInline isLoading={undo.isPending} onClick={() => undo.mutate(said.merge as Merge)}>
                {t('dup.undo')}
              </Button>
            )
          }
        />
      )}
      {undo.isError && <Fault title={t('dup.undoFailed')} failure={undo.error} />}
      {id !== undefined && other !== undefined ? (
        <Compare key={pair} id={id} other={other} onSettled={settled} />
      ) : (
        <>
          <Pairs settled={merges.length} onCompare={(one, another) => setPair(`${one}~${another}`)} />
          <Recent merges={merges} busy={undo.isPending} onUndo={(merge) => undo.mutate(merge)} />
        </>
      )}
    </div>
  );
}

function Recent({ merges, busy, onUndo }: { merges: Merge[]; busy: boolean; onUndo: (merge: Merge) => void }) {
  const { t, i18n } = useTranslation();
  if (merges.length === 0) return null;
  return (
    <section className="ac-card ac-file-part" aria-labelledby="recent-merges" data-part="merges">
      <h2 id="recent-merges">{t('dup.recent')}</h2>
      <ol className="ac-file-rows">
        {merges.map((merge) => (
          <li key={merge.id} data-merge={merge.id}>
            <span>{t('dup.went', { merged: endOf(merge.merged), survivor: endOf(merge.survivor) })}</span>
            <span className="ac-hint">{t('dup.undoUntil', { when: momentText(merge.undoUntil, i18n.language) })}</span>
            <Button variant="secondary" size="sm" className="ac-file-end" isDisabled={busy} onClick={() => onUndo(merge)}>
              {t('dup.undo')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
