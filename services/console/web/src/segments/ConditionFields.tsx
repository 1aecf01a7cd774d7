import { useTranslation } from 'react-i18next';
import { channels, purposes } from '../customers/wire';
import { Pick, Text } from '../parts/Field';
import { facts, numbers, type FieldName, type Row } from './rule';

const states = ['given', 'declined', 'withdrawn', 'not-asked'] as const;

const chosen: Partial<Record<FieldName, { words: string; options: readonly string[] }>> = {
  purpose: { words: 'purposes', options: purposes },
  channel: { words: 'channels', options: channels },
  state: { words: 'answers', options: states },
};

const defaults: Record<string, Row['fields']> = { consent: { purpose: 'marketing', channel: 'sms', state: 'given' } };

/** One condition: whether it holds or does not, of what, and how much. */
export function ConditionFields({ row, path, onChange }: { row: Row; path: string; onChange: (part: Partial<Row>) => void }) {
  const { t } = useTranslation();
  const set = (name: FieldName) => (value: string) => onChange({ fields: { ...row.fields, [name]: value } });
  return (
    <>
      <Pick
        label={t('segment.must')}
        path={`${path}.denied`}
        value={row.denied ? 'not' : 'holds'}
        options={[
          ['holds', t('segment.holds')],
          ['not', t('segment.not')],
        ]}
        onChange={(value) => onChange({ denied: value === 'not' })}
      />
      <Pick
        label={t('segment.fact')}
        path={`${path}.fact`}
        value={row.fact}
        options={Object.keys(facts).map((fact) => [fact, t(`segment.facts.${fact}`)] as const)}
        onChange={(fact) => onChange({ fact, fields: defaults[fact] ?? {} })}
      />
      {(facts[row.fact] ?? []).map((name) => {
        const among = chosen[name];
        return among !== undefined ? (
          <Pick
            key={name}
            label={t(`segment.fields.${name}`)}
            path={`${path}.${name}`}
            value={row.fields[name] ?? ''}
            options={among.options.map((each) => [each, t(`file.${among.words}.${each}`)] as const)}
            onChange={set(name)}
          />
        ) : (
          <Text
            key={name}
            label={t(`segment.fields.${name}`)}
            path={`${path}.${name}`}
            value={row.fields[name] ?? ''}
            {...(numbers.has(name) ? { type: 'number', inputMode: 'numeric' as const, min: 0 } : {})}
            {...(name === 'anyOf' ? { hint: t('segment.anyOfHint') } : {})}
            onChange={set(name)}
          />
        );
      })}
    </>
  );
}
