import { Button, Spinner } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import { momentText } from '../parts/say';
import * as api from './api';
import { kinds, type CustomerFile, type Entry, type Kind } from './wire';

/** Sales, contacts, outcomes, complaints, answers and consents in one list, newest first. */
export function Timeline({ file }: { file: CustomerFile }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>();
  const list = useInfiniteQuery({
    queryKey: ['customer', file.id, 'timeline', kind],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.timeline(file.id, kind, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      name="timeline"
      title={t('file.timeline.title')}
      aside={
        <select className="ac-form-input ac-file-period" aria-label={t('file.timeline.kind')} value={kind ?? ''} onChange={(event) => setKind(kinds.find((each) => each === event.target.value))}>
          <option value="">{t('file.timeline.all')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`file.kinds.${each}`)}
            </option>
          ))}
        </select>
      }
    >
      {list.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && entries.length === 0 && <p className="ac-hint">{t('file.timeline.none')}</p>}
      <ol className="ac-timeline">
        {entries.map((entry) => (
          <Line key={`${entry.kind} ${entry.sourceId}`} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="link" isInline isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('parts.more')}
        </Button>
      )}
    </Section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { programme, category, score, lines, atc, cancelReason, purpose, channel } = entry.detail ?? {};
  // The words of its owner where this page has none of its own.
  const state = t(`file.states.${entry.state}`, t(`outcome.name.${entry.state}`, entry.state));
  return (
    <li data-kind={entry.kind}>
      <span className={`ac-timeline-dot ac-timeline-${entry.kind}`} aria-hidden />
      <span>
        <strong>{t(`file.kinds.${entry.kind}`)}</strong> {state}
        <span className="ac-hint ac-file-line">
          {[
            momentText(entry.at, i18n.language),
            programme,
            lines && t('file.timeline.lines', { count: Number(lines) }),
            atc,
            category && t(`file.categories.${category}`, category),
            score && t('file.timeline.score', { score }),
            cancelReason,
            purpose && t(`file.purposes.${purpose}`, purpose),
            channel && t(`file.channels.${channel}`, channel),
            entry.storeId,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
