import { useTranslation } from 'react-i18next';
import { facts, rowsOf, type Row, type Rule } from './rule';

/** A rule in plain words, as a list of what must hold. */
export function Said({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const rows = rowsOf(rule);
  if (rows === undefined) return <pre className="ac-rule-json">{JSON.stringify(rule, null, 2)}</pre>;

  function said({ fact, denied, fields }: Row) {
    const words = (facts[fact] ?? []).flatMap((name) => {
      const value = fields[name];
      if (value === undefined) return [];
      const shown = name === 'purpose' ? t(`file.purposes.${value}`, value) : name === 'channel' ? t(`file.channels.${value}`, value) : name === 'state' ? t(`file.answers.${value}`, value) : value;
      return [t(`segment.says.${name}`, { value: shown })];
    });
    return `${denied ? `${t('segment.not')} ` : ''}${t(`segment.facts.${fact}`)}: ${words.join(', ')}`;
  }

  return (
    <ul className="ac-rule">
      {rows.map((row, place) => (
        <li key={place}>{said(row)}</li>
      ))}
    </ul>
  );
}
