import { Alert, Button } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import type { CallView, Disposition } from '../api/types';
import { moment } from '../app/time';
import { Counts, TakeNext } from './Idle';
import type { Tally } from './tally';

interface Props {
  call: CallView;
  disposition: Disposition;
  tally: Tally;
  taking: boolean;
  failure: string | undefined;
  onTake: () => void;
  onPause: () => void;
}

const hard: readonly Disposition[] = ['ended-for-abuse', 'deceased'];

/** One look at what was saved and what follows, then on. */
export function Saved({ call, disposition, tally, taking, failure, onTake, onPause }: Props) {
  const { t, i18n } = useTranslation();
  const when = moment(call.dueAt, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') });
  const follows =
    call.state === 'planned'
      ? t(disposition === 'call-back' ? 'saved.plannedPromise' : 'saved.planned', { when })
      : call.state === 'done' && i18n.exists(`saved.of.${disposition}`)
        ? t(`saved.of.${disposition}`)
        : t(`saved.${call.state}`);
  return (
    <section className="ac-hero" data-scene="saved" data-state={call.state} aria-labelledby="saved">
      <span className="ac-tick" aria-hidden>
        <CheckCircleIcon />
      </span>
      <div role="status" className="ac-saved">
        <h1 id="saved">
          {t('saved.title')}: {t(`outcome.name.${disposition}`)}
        </h1>
        <p className="ac-hero-text">{follows}</p>
        {hard.includes(disposition) && <p className="ac-hero-text">{t('saved.breath')}</p>}
      </div>
      <TakeNext taking={taking} onTake={onTake} />
      <Button variant="link" onClick={onPause}>
        {t('saved.pause')}
      </Button>
      {failure !== undefined && (
        <Alert component="p" variant="danger" isInline title={t('idle.failedTitle')} role="alert" className="ac-hero-alert">
          {failure}
        </Alert>
      )}
      <Counts tally={tally} />
    </section>
  );
}
