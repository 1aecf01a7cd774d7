import { CheckCircleIcon, CircleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import { elements, met, type ReactionDraft } from './reactionDraft';

/** What makes a suspicion valid, and what of it is still missing. */
export function Elements({ draft }: { draft: ReactionDraft }) {
  const { t } = useTranslation();
  const there = met(draft);
  return (
    <ul className="ac-elements" aria-label={t('reaction.elements')}>
      {elements.map((element) => (
        <li key={element} data-element={element} data-met={there[element]}>
          {there[element] ? <CheckCircleIcon aria-hidden /> : <CircleIcon aria-hidden />} {t(`reaction.element.${element}`)}
          <span className="pf-v6-screen-reader">{t(there[element] ? 'reaction.met' : 'reaction.missing')}</span>
        </li>
      ))}
    </ul>
  );
}
