import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';

/** What to say, in order, readable from an arm's length. */
export function Script({ call }: { call: CallView }) {
  const { t } = useTranslation();
  const lines = call.script?.lines ?? [];
  return (
    <section className="ac-card ac-script" aria-labelledby="script">
      <h2 id="script">
        <span className="ac-eyebrow">{t('script.title')}</span>
        {call.script?.title ?? call.programmeName}
      </h2>
      {lines.length === 0 ? (
        <p>{t('script.none')}</p>
      ) : (
        <ol>
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
