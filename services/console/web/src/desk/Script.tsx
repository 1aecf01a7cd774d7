import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';

/** What to say, in order, readable from an arm's length. */
export function Script({ call, children }: { call: CallView; children?: ReactNode }) {
  const { t } = useTranslation();
  const lines = call.script?.lines ?? [];
  // The service puts the red flag last.
  const flag = lines.length > 1 ? lines.at(-1) : undefined;
  const said = flag === undefined ? lines : lines.slice(0, -1);
  return (
    <section className="ac-card ac-script" aria-labelledby="script">
      <h2 id="script">
        <span className="ac-eyebrow">{t('script.title')}</span>
        {call.script?.title || call.programmeName}
      </h2>
      {said.length === 0 ? (
        <p>{t('script.none')}</p>
      ) : (
        <ol>
          {said.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      )}
      {flag !== undefined && (
        <p className="ac-script-flag">
          <ExclamationTriangleIcon aria-hidden /> {flag}
        </p>
      )}
      {children}
    </section>
  );
}
