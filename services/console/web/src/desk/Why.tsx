import { Label } from '@patternfly/react-core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';

/** Why this call is made, in plain words, before anything else. */
export function Why({ ref, call }: { ref: Ref<HTMLHeadingElement>; call: CallView }) {
  const { t } = useTranslation();
  const colour = call.priority === 0 ? 'red' : call.priority === 1 ? 'purple' : 'orange';
  return (
    <section className="ac-card ac-why" aria-labelledby="why">
      <div className="ac-row">
        <span className="ac-eyebrow" id="why-eyebrow">
          {t('call.why')}
        </span>
        {/* No programme asked for a call of somebody who rang. */}
        <Label color="teal">{call.programme === 'incoming' ? t('incoming.programme') : call.programmeName}</Label>
        {call.priority <= 2 && <Label color={colour}>{t(`call.priority.${call.priority}`)}</Label>}
      </div>
      <h1 id="why" ref={ref} tabIndex={-1} aria-describedby="why-eyebrow">
        {call.reason}
      </h1>
      {call.dueExplained !== undefined && (
        <p className="ac-hint">
          <strong>{t('call.whyNow')}</strong> {call.dueExplained}
        </p>
      )}
    </section>
  );
}
