import { useTranslation } from 'react-i18next';
import type { TakeCareView } from '../api/types';
import { moment } from '../app/time';

/** Before dialling, and at the counter: the last talk with this customer was difficult, and this helped. */
export function Before({ difficult }: { difficult: NonNullable<TakeCareView['difficult']> }) {
  const { t, i18n } = useTranslation();
  const when = moment(difficult.at, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') });
  return (
    <div className="ac-disclose ac-disclose-nothing" data-difficult-before>
      <strong>
        {t('difficult.before', { when })} {difficult.kinds.map((kind) => t(`difficult.kind.${kind}`, kind)).join(', ')}
      </strong>
      {difficult.helped.length > 0 && (
        <span>{t('dial.helps', { what: difficult.helped.map((help) => t(`difficult.help.${help}`, help)).join(', ') })}</span>
      )}
    </div>
  );
}
