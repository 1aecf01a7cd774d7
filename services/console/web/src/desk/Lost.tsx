import { Button, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CopyIcon, UserClockIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Someone else has the call now. Says so, and gives the note back to the one who wrote it. */
export function Lost({ why, note, onBack }: { why: string; note: string; onBack: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const known = ['stale-epoch', 'not-your-call', 'outcome-differs'].includes(why) ? why : 'other';
  return (
    <div className="ac-alone" data-scene="lost" role="alert">
      <EmptyState titleText={t('lost.title')} headingLevel="h1" icon={UserClockIcon} status="warning">
        <EmptyStateBody>{t(`lost.${known}`)}</EmptyStateBody>
        <EmptyStateFooter>
          {note.trim() !== '' && (
            <div className="ac-kept">
              <strong>{t('lost.noteTitle')}</strong>
              <blockquote>{note.trim()}</blockquote>
              {/* Browsers have no clipboard where the page came unencrypted from elsewhere. */}
              {'clipboard' in navigator && (
                <Button
                  variant="link"
                  isInline
                  icon={<CopyIcon />}
                  onClick={() => void navigator.clipboard.writeText(note.trim()).then(() => setCopied(true))}
                >
                  {t(copied ? 'lost.copied' : 'lost.copy')}
                </Button>
              )}
            </div>
          )}
          <Button autoFocus onClick={onBack}>
            {t('lost.back')}
          </Button>
        </EmptyStateFooter>
      </EmptyState>
    </div>
  );
}
