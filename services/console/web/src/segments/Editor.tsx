import { Alert, Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows } from '../customers/Rows';
import { Area, Text } from '../parts/Field';
import { Form } from '../parts/Form';
import * as api from './api';
import { ConditionFields } from './ConditionFields';
import { isName, isWhole, mostConditions, parsed, rowsOf, ruleOf, type Edition, type Row, type Rule, type Segment } from './rule';
import { useCount } from './useCount';

interface Props {
  /** A new one when absent. */
  segment: Segment | undefined;
  taken: string[];
  onDone: (draft?: Edition) => void;
}

const fresh: Row = { fact: 'age', denied: false, fields: {} };

/** Writes a draft of a segment, and says as it is written how many customers it takes in. */
export function Editor({ segment, taken, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const edition = segment?.draft ?? segment?.current;
  const [name, setName] = useState(segment?.name ?? '');
  const [title, setTitle] = useState(edition?.title ?? '');
  const [rows, setRows] = useState<Row[]>(() => (edition ? (rowsOf(edition.rule) ?? []) : [{ ...fresh }]));
  // What rows cannot say is written as JSON from the start.
  const [json, setJson] = useState<string | undefined>(() => (edition !== undefined && rowsOf(edition.rule) === undefined ? JSON.stringify(edition.rule, null, 2) : undefined));
  const read = json === undefined ? ruleOf(rows) : parsed(json);
  const rule: Rule | undefined = typeof read === 'string' ? undefined : read;
  const count = useCount(json === undefined && !isWhole(rows) ? undefined : rule);
  const save = useMutation({
    mutationFn: () => api.draft(name, title.trim(), rule ?? { all: [] }),
    onSuccess: async (draft) => {
      await queries.invalidateQueries({ queryKey: ['segments'] });
      onDone(draft);
    },
  });
  const back = rule && rowsOf(rule);
  const named = segment !== undefined || (isName(name) && !taken.includes(name));
  return (
    <section className="ac-card ac-file-part" aria-label={t(segment === undefined ? 'segment.new' : 'segment.edit')}>
      <Form name="segment" save={t('segment.save')} failed={t('parts.saveFailed')} failure={save.error} busy={save.isPending} ready={rule !== undefined && named} onSave={() => save.mutate()} onCancel={() => onDone()}>
        <div className="ac-form-grid">
          {segment === undefined && (
            <Text label={t('segment.name')} path="name" value={name} maxLength={60} hint={t(taken.includes(name) ? 'segment.nameTaken' : 'segment.nameHint')} onChange={(value) => setName(value.toLowerCase().replace(/\s+/g, '-'))} />
          )}
          <Text label={t('segment.titleField')} path="title" value={title} maxLength={200} onChange={setTitle} />
        </div>
        {json === undefined ? (
          <Rows<Row> name="conditions" title={t('segment.all')} add={t('segment.add')} rows={rows} empty={{ ...fresh, fields: {} }} most={mostConditions} onChange={setRows}>
            {(row, change, at) => <ConditionFields row={row} path={`rule.all[${at}]${row.denied ? '.that' : ''}`} onChange={change} />}
          </Rows>
        ) : (
          <Area label={t('segment.json')} path="rule" rows={12} value={json} onChange={setJson} />
        )}
        {typeof read === 'string' && <Alert component="p" variant="warning" isInline isPlain title={read === 'all' ? t('segment.needsAll') : t('segment.noJson', { why: read })} />}
        <p className="ac-count" role="status" data-count={count.isOld ? undefined : count.data} aria-busy={count.isOld}>
          {count.isError
            ? t('segment.uncounted', { why: count.error.message })
            : count.data === undefined
              ? t('segment.notYet')
              : t('segment.takesIn', { count: count.data, customers: count.data.toLocaleString(i18n.language) })}
        </p>
        <Button
          variant="link"
          isInline
          className="ac-file-start"
          isDisabled={json !== undefined && back === undefined}
          onClick={() => {
            if (json === undefined) setJson(JSON.stringify(ruleOf(rows), null, 2));
            else if (back !== undefined) {
              setRows(back);
              setJson(undefined);
            }
          }}
        >
          {t(json === undefined ? 'segment.asJson' : 'segment.asForm')}
        </Button>
      </Form>
    </section>
  );
}
