import { Button } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropReaction, isTouched, restoreReaction } from './reactionDraft';
import { ReactionForm } from './ReactionForm';

/** The call is saved, and a suspicion that was begun in it is not recorded yet: nothing of it is lost. */
export function LateReaction({ me, callId }: { me: string; callId: string }) {
  const { t } = useTranslation();
  const [draft] = useState(() => restoreReaction(sessionStorage, me, callId));
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  // What is recorded needs no draft any more.
  useEffect(() => {
    if (draft?.dueAt !== undefined) dropReaction(sessionStorage, me, callId);
  }, [draft, me, callId]);
  if (draft === undefined || draft.dueAt !== undefined || !isTouched(draft) || gone) return null;
  return open ? (
    <div className="ac-late-reaction">
      <ReactionForm me={me} callId={callId} onRecorded={() => undefined} onClose={() => setOpen(false)} />
    </div>
  ) : (
    <div className="ac-row" data-reaction="late">
      <strong>{t('reaction.late')}</strong>
      <Button onClick={() => setOpen(true)}>{t('reaction.lateDo')}</Button>
      <Button
        variant="link"
        onClick={() => {
          dropReaction(sessionStorage, me, callId);
          setGone(true);
        }}
      >
        {t('reaction.lateDrop')}
      </Button>
    </div>
  );
}
