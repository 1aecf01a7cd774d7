import { Button, Label } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import { Before } from '../difficult/Before';
import type { Who } from './draft';
import { AskNumber } from './waiting/AskNumber';
import { InPerson } from './waiting/InPerson';
import type { Card } from './wire';
import { dayText, languageName } from './words';

/** Who stands at the counter, to be greeted by name; and what a friend would know. */
export function Greet({ who, card, unsent, onChange }: { who: Who; card: Card | undefined; unsent: boolean; onChange: () => void }) {
  const { t, i18n } = useTranslation();
  if (who.kind === 'open') return null;
  const known = who.kind === 'anonymous' ? undefined : who;
  const name = card?.preferredName ?? known?.name ?? '';
  const languages = card?.languages ?? known?.languages ?? [];
  const allergies = card?.allergies ?? [];
  const refills = card?.dueRefills ?? [];
  const heldBy = card?.heldBy?.name ?? (who.kind === 'known' ? who.heldBy : undefined);
  return (
    <div className="ac-greet" data-customer={who.kind}>
      <div className="ac-greet-head">
        <div aria-live="polite">
          <p className="ac-greet-name">{who.kind === 'anonymous' ? t('counter.greet.anonymous') : name === '' ? t('counter.greet.known') : t('counter.greet.name', { name })}</p>
          {card?.pronunciation !== undefined && <p className="ac-hint">{t('counter.greet.pronounced', { sound: card.pronunciation })}</p>}
          {languages.length > 0 && (
            <p className="ac-hint">
              {t('counter.greet.speaks', { language: languages.map((tag) => languageName(tag, i18n.language)).join(', ') })}
            </p>
          )}
          {card?.lastVisit !== undefined && (
            <p className="ac-hint">{t('counter.greet.lastVisit', { day: dayText(card.lastVisit, i18n.language) })}</p>
          )}
        </div>
        <Button variant="secondary" onClick={onChange}>
          {t('counter.greet.change')}
        </Button>
      </div>
      <div className="ac-greet-facts">
        {who.kind === 'new' && <Label color="green">{t(unsent ? 'counter.greet.newUnsent' : 'counter.greet.new')}</Label>}
        {heldBy !== undefined && <Label color="blue">{t('counter.greet.heldBy', { name: heldBy })}</Label>}
        {card?.status === 'deceased' && <Label color="red">{t('counter.greet.deceased')}</Label>}
        {card?.doNotCall === true && <Label color="orange">{t('counter.greet.doNotCall')}</Label>}
        {card?.adviser !== undefined && <Label color="blue">{t('counter.greet.adviser')}</Label>}
        {card?.openComplaint !== undefined && card.openComplaint !== false && <Label color="orange">{t('counter.greet.complaint')}</Label>}
        {card?.birthdayIn !== undefined && (
          <Label color="purple">
            {card.birthdayIn === 0 ? t('counter.greet.birthdayToday') : t('counter.greet.birthday', { count: card.birthdayIn })}
          </Label>
        )}
        {card?.today?.includes('ask-for-number') && <Label color="grey">{t('counter.greet.askNumber')}</Label>}
        {card?.today?.includes('ask-for-consent') && <Label color="grey">{t('counter.greet.askConsent')}</Label>}
      </div>
      {card?.takeCare?.difficult !== undefined && <Before difficult={card.takeCare.difficult} />}
      {card?.takeCare?.note !== undefined && (
        <p className="ac-greet-care">
          {t('counter.greet.takeCare', { note: card.takeCare.note })}
          {card.takeCare.whatHelps !== undefined && <span className="ac-hint"> {t('counter.greet.helps', { what: card.takeCare.whatHelps })}</span>}
        </p>
      )}
      {allergies.length > 0 && (
        <p className="ac-greet-allergies">
          <ExclamationTriangleIcon aria-hidden />{' '}
          {t('counter.greet.allergies', { names: allergies.map(({ name: called, atc }) => called ?? atc ?? '').join(', ') })}
        </p>
      )}
      {refills.length > 0 && (
        <ul className="ac-greet-refills" aria-label={t('counter.greet.refills')}>
          {refills.map((refill, place) => {
            const due = refill.dueOn ?? refill.dueAt;
            return (
              <li key={place}>
                {t('counter.greet.refill', { name: refill.name ?? refill.product?.name ?? '' })}
                {due !== undefined && <span className="ac-hint"> {dayText(due, i18n.language)}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {who.kind === 'known' && (
        <>
          <InPerson customer={who.id} />
          <AskNumber customer={who.id} />
        </>
      )}
    </div>
  );
}
