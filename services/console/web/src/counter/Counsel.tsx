import { useTranslation } from 'react-i18next';
import { Choose, Tick } from './Chips';
import type { Change, Draft } from './draft';
import { asks, buyers, tells, type Preview } from './wire';
import { spoken } from './words';

interface Props {
  draft: Draft;
  preview: Preview;
  /** In which the house counsels. */
  language: string;
  /** Who is logged in. */
  by: string;
  onChange: (part: Change) => void;
}

const toggled = <T,>(all: readonly T[], now: readonly T[], one: T, on: boolean) => all.filter((each) => (each === one ? on : now.includes(each)));

/** Who buys, what was asked and what was told. */
export function Counsel({ draft, preview, language, by, onChange }: Props) {
  const { t } = useTranslation();
  const proposedAsk = preview.checklist?.ask ?? [];
  const proposedTell = preview.checklist?.tell ?? [];
  const points = preview.points ?? [];
  const toldText = (topic: string) => {
    const texts = proposedTell.filter((tell) => tell.topic === topic).flatMap((tell) => (tell.text ? [tell.text] : []));
    return texts.length > 0 ? [...new Set(texts)].join(' ') : undefined;
  };
  return (
    <section className="ac-card ac-part" aria-labelledby="part-counselling" data-step="counselling">
      <h2 id="part-counselling" tabIndex={-1}>
        {t('counter.step.counselling')}
      </h2>
      <Choose
        label={t('counter.counsel.buyer')}
        options={buyers.map((value) => ({ value, text: t(`counter.counsel.buyers.${value}`) }))}
        value={draft.buyer}
        onChoose={(buyer) => onChange({ buyer })}
      />
      <Tick label={t('counter.counsel.missedDose')} hint={t('counter.counsel.missedDoseHint')} name="missed-dose" checked={draft.missedDose} onTick={(missedDose) => onChange({ missedDose })} />
      <Choose
        label={t('counter.counsel.language')}
        options={spoken}
        value={spoken.find(({ value }) => value === language)?.value}
        onChoose={(chosen) => onChange({ language: chosen })}
      />
      {points.length > 0 && (
        <div className="ac-points">
          <h3>{t('counter.counsel.points')}</h3>
          <ul lang={language}>
            {points.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                <strong>{draft.lines[line - 1]?.name}</strong> {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={`ac-checklist${draft.declined ? ' ac-checklist-off' : ''}`}>
        <fieldset>
          <legend>{t('counter.counsel.asked')}</legend>
          {asks.map((one) => (
            <Tick
              key={one}
              name={one}
              label={t(`counter.counsel.ask.${one}`)}
              marked={proposedAsk.includes(one)}
              checked={draft.asked.includes(one)}
              onTick={(on) => onChange({ asked: toggled(asks, draft.asked, one, on) })}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('counter.counsel.told')}</legend>
          {tells.map((one) => (
            <Tick
              key={one}
              name={one}
              label={t(`counter.counsel.tell.${one}`)}
              hint={toldText(one)}
              marked={proposedTell.some((tell) => tell.topic === one)}
              checked={draft.told.includes(one)}
              onTick={(on) => onChange({ told: toggled(tells, draft.told, one, on) })}
            />
          ))}
        </fieldset>
      </div>
      <Tick label={t('counter.counsel.declined')} name="declined" checked={draft.declined} onTick={(declined) => onChange({ declined })} />
      <p className="ac-hint">
        {(proposedAsk.length > 0 || proposedTell.length > 0) && (
          <>
            <span className="ac-proposed">{t('counter.counsel.proposed')}</span>{' '}
          </>
        )}
        {t('counter.counsel.by', { name: by })}
      </p>
    </section>
  );
}
