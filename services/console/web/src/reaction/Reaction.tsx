import { Alert, Button, Spinner } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import type { Me } from '../api/types';
import { Ask } from '../app/Ask';
import { moment } from '../app/time';
import { dayText } from '../counter/words';
import { Assessment } from './Assessment';
import * as api from './reactionApi';
import { ReportForm } from './ReportForm';
import { saveAs } from './saveAs';
import type { ReactionView } from './wire';

/** One suspicion: what was told, how likely it is, and what the authority was told. */
export function Reaction({ id, me, onClose }: { id: string; me: Me; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const judges = me.roles.includes('pharmacist');
  const read = useQuery({ queryKey: ['reaction', id], queryFn: () => api.one(id) });
  const changed = (now: ReactionView) => {
    queries.setQueryData(['reaction', id], now);
    void queries.invalidateQueries({ queryKey: ['reactions'] });
  };
  const withdraw = useMutation({
    mutationFn: () => api.withdraw(id),
    onSuccess: (now) => {
      setWithdrawing(false);
      changed(now);
    },
  });
  const save = useMutation({ mutationFn: async () => saveAs(`reaction-${id}.json`, await api.exported(id)) });
  const now = read.data;
  if (now === undefined) {
    return (
      <section className="ac-card">
        {read.isError ? <Alert component="p" variant="danger" isInline title={t('reaction.listFailed')}>{read.error.message}</Alert> : <Spinner aria-label={t('app.loading')} />}
      </section>
    );
  }
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const facts: [string, string][] = [
    [t('reaction.what'), now.events.length === 0 ? t('reaction.inWords') : now.events.map((event) => t(`reaction.event.${event}`, event)).join(', ')],
    [t('reaction.medicine'), now.suspects.map(({ name, code, atc }) => [name ?? code, ...(atc ? [atc] : [])].join(' · ')).join(', ')],
    [t('reaction.who'), t(`reaction.reporter.${now.reporter}`)],
    ...(now.onset === undefined ? [] : [[t('reaction.onset'), dayText(now.onset, i18n.language)] as [string, string]]),
    [t('reaction.now'), t(`reaction.result.${now.result}`)],
    [t('reaction.heard'), moment(now.recordedAt, i18n.language, words)],
    [t('reaction.due'), moment(now.dueAt, i18n.language, words)],
    ...(now.reference === undefined ? [] : [[t('reaction.reference'), now.reference] as [string, string]]),
  ];
  return (
    <section className="ac-card ac-reaction-one" aria-labelledby="reaction-one" data-reaction-open={now.state}>
      <div className="ac-reaction-head">
        <h2 id="reaction-one">{t(`reaction.state.${now.state}`)}</h2>
        <div className="ac-row">
          <Button variant="secondary" size="sm" icon={<DownloadIcon />} isLoading={save.isPending} onClick={() => save.mutate()} data-export>
            {t('reaction.export')}
          </Button>
          <Button variant="secondary" size="sm" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </div>
      {save.error !== null && (
        <Alert component="p" variant="warning" isInline title={t('app.failed')} role="alert">
          {save.error instanceof Unreachable ? t('idle.offline') : save.error.message}
        </Alert>
      )}
      <dl className="ac-reaction-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {judges && now.noteId !== undefined && <Words customer={now.customerId} note={now.noteId} />}
      {(now.state === 'open' || now.state === 'assessed' || now.answers !== undefined) && (
        <Assessment key={now.state} reaction={now} me={me.id} judges={judges && (now.state === 'open' || now.state === 'assessed')} onChanged={changed} />
      )}
      {now.state === 'assessed' && <ReportForm id={id} onChanged={changed} />}
      {judges && (now.state === 'open' || now.state === 'assessed') && (
        <Button variant="link" isDanger onClick={() => setWithdrawing(true)}>
          {t('reaction.withdraw')}
        </Button>
      )}
      {withdrawing && (
        <Ask
          title={t('reaction.withdrawTitle')}
          text={t('reaction.withdrawText')}
          yes={t('reaction.withdraw')}
          danger
          busy={withdraw.isPending}
          failure={withdraw.error?.message}
          onYes={() => withdraw.mutate()}
          onNo={() => {
            withdraw.reset();
            setWithdrawing(false);
          }}
        />
      )}
    </section>
  );
}

/** The description is opened on demand: who reads it is recorded. */
function Words({ customer, note }: { customer: string; note: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const notes = useQuery({ queryKey: ['notes', customer], queryFn: () => api.notes(customer), enabled: asked });
  const text = notes.data?.find(({ id }) => id === note)?.text;
  if (text !== undefined) return <blockquote className="ac-reaction-words">{text}</blockquote>;
  return (
    <div>
      <Button variant="link" isInline isLoading={notes.isFetching} onClick={() => setAsked(true)}>
        {t('reaction.readWords')}
      </Button>
      {(notes.isError || notes.isSuccess) && <p role="alert">{t('reaction.noWords')}</p>}
    </div>
  );
}
