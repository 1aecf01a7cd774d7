import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Text } from '../parts/Field';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import { dayText } from '../parts/say';
import * as api from './api';
import { Clash } from './Clash';
import { kept } from './kept';
import { filled } from './particulars';
import { may } from './rights';
import { Rows } from './Rows';
import { useEdit } from './useEdit';
import type { Allergy, Condition, CustomerFile, LongTermMedicine } from './wire';

type Part = 'allergies' | 'conditions' | 'medicines';
type Row = Partial<Allergy & Condition & LongTermMedicine>;

const columns: Record<Part, (keyof Row)[]> = {
  allergies: ['atc', 'name'],
  conditions: ['icd10', 'name', 'since'],
  medicines: ['name', 'atc', 'taking', 'since'],
};

interface Props {
  me: Me;
  file: CustomerFile;
  onSaved: () => void;
}

/** What does not agree with the customer, what they live with, and what they always take. */
export function Health(props: Props) {
  return (
    <>
      {(['allergies', 'conditions', 'medicines'] as const).map((part) => (
        <List key={part} part={part} {...props} />
      ))}
    </>
  );
}

function List({ part, me, file, onSaved }: Props & { part: Part }) {
  const { t, i18n } = useTranslation();
  const editable = may(me.roles, 'health') && file.status === 'active';
  const [editing, setEditing] = useState(() => editable && kept(me.id, file.id, part) !== undefined);
  const rows: Row[] = file[part];
  return (
    <Section name={part} title={t(`file.${part}.title`)} edit={editable && !editing ? { label: t('parts.edit'), start: () => setEditing(true) } : undefined}>
      {editing ? (
        <ListForm
          user={me.id}
          part={part}
          file={file}
          onSaved={() => {
            setEditing(false);
            onSaved();
          }}
          onClosed={() => setEditing(false)}
        />
      ) : rows.length === 0 ? (
        <p className="ac-hint">{t(`file.${part}.none`)}</p>
      ) : (
        <ul className={`ac-file-rows${part === 'allergies' ? ' ac-file-harm' : ''}`}>
          {rows.map((row, place) => (
            <li key={place}>
              <strong>{row.name}</strong>
              {row.taking !== undefined && <span>{row.taking}</span>}
              {row.since !== undefined && <span className="ac-hint">{t('file.since', { when: dayText(row.since, i18n.language) })}</span>}
              <span className="ac-file-mark ac-file-mark-plain ac-file-end">{row.atc ?? row.icd10}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ListForm({ user, part, file, onSaved, onClosed }: { user: string; part: Part; file: CustomerFile; onSaved: () => void; onClosed: () => void }) {
  const { t } = useTranslation();
  const edit = useEdit<{ rows: Row[] }>({
    user,
    part,
    file,
    of: (of) => ({ rows: of[part] }),
    send: ({ rows }, seen) => api.replace(file.id, part, { [part]: rows.map(filled) }, seen),
    onSaved,
    onClosed,
  });
  return (
    <Form name={part} save={t('parts.save')} failed={t('parts.saveFailed')} failure={edit.failure} busy={edit.busy} ready={edit.ready} touched={edit.touched} onSave={edit.save} onCancel={edit.giveUp}>
      <Clash edit={edit} name={() => t(`file.${part}.title`)} say={(rows) => rows.map((row) => columns[part].map((column) => row[column]).filter(Boolean).join(' ')).join('; ')} />
      <Rows<Row> name={part} title={t('file.all')} add={t(`file.${part}.add`)} rows={edit.draft.rows} empty={{}} most={part === 'allergies' ? 50 : 100} onChange={(rows) => edit.set({ rows })}>
        {(row, change, at) =>
          columns[part].map((column) => (
            <Text
              key={column}
              label={t(`file.field.${column}`)}
              path={`${part}[${at}].${column}`}
              {...(column === 'since' ? { type: 'date' } : {})}
              {...(column === 'atc' || column === 'icd10' ? { hint: t(`file.hint.${column}`) } : {})}
              maxLength={200}
              value={row[column] ?? ''}
              onChange={(value) => change({ [column]: column === 'atc' || column === 'icd10' ? value.toUpperCase() : value })}
            />
          ))
        }
      </Rows>
    </Form>
  );
}
