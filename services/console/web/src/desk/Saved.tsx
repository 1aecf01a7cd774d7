import { Button } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, Disposition } from '../api/types';
import { moment } from '../app/time';
import { usePresence } from '../presence/usePresence';
import { LateReaction } from '../reaction/LateReaction';
import { Counts, Rings, TakeNext } from './Idle';
import type { Tally } from './tally';

interface Props {
  me: string;
  call: CallView;
  disposition: Disposition;
  tally: Tally;
  taking: boolean;
  failure: ReactNode;
  onTake: () => void;
  onRings: () => void;
  onPause: () => void;
}

const hard: readonly Disposition[] = ['ended-for-abuse', 'deceased'];

/** One look at what was saved and what follows, then on. */
export function Saved({ me, call, disposition, tally, taking, failure, onTake, onRings, onPause }: Props) {
  const { t, i18n } = useTranslation();
  const isHard = hard.includes(disposition);
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
        {isHard && <p className="ac-hero-text">{t('saved.breath')}</p>}
      </div>
      <LateReaction me={me} callId={call.id} />
      <TakeNext taking={taking} onTake={onTake} />
      <div className="ac-row">
        <Rings onRings={onRings} />
        {isHard && <Recover />}
        <Button variant="link" onClick={onPause}>
          {t('saved.pause')}
        </Button>
      </div>
      {failure}
      <Counts tally={tally} />
    </section>
  );
}

/** A call that was hard may be followed by nothing for a while. */
function Recover() {
  const { t } = useTranslation();
  const { presence, say } = usePresence();
  if (presence?.reason === 'recover') return <span role="status">{t('presence.recovering')}</span>;
  return (
    <Button variant="secondary" isLoading={say.isPending} onClick={() => say.mutate({ state: 'break', reason: 'recover' })} data-recover>
      {t('presence.recover')}
    </Button>
  );
}
