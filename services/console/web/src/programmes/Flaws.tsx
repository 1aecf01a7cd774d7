import { useTranslation } from 'react-i18next';
import type { Flaw } from './text';

/** What is wrong, each leading to its place in the text. */
export function Flaws({ flaws, onLead }: { flaws: Flaw[]; onLead: (flaw: Flaw) => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="ac-flaws" data-part="flaws">
      <h3>{t('editor.flaws', { count: flaws.length })}</h3>
      <ul className="ac-plain">
        {flaws.map((flaw) => (
          <li key={`${flaw.path} ${flaw.message}`}>
            <button type="button" onClick={() => onLead(flaw)}>
              <span className="ac-chip ac-chip-bad">{t('editor.line', { line: flaw.line })}</span> <strong>{flaw.path}</strong> {flaw.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
