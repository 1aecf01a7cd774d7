import { useTranslation } from 'react-i18next';
import '../customers/customers.css';
import '../parts/parts.css';
import { useTitle } from '../parts/useTitle';
import './care.css';
import { Campaigns } from './Campaigns';
import { Gatherings } from './Gatherings';
import './words';

/** What customers are offered because of who they are: talks and groups with seats, and campaigns that come by themselves. */
export function Care() {
  const { t } = useTranslation();
  useTitle(t('app.care'));
  return (
    <div className="ac-file-page" data-scene="care">
      <div className="ac-file-head">
        <h1>{t('care.title')}</h1>
        <p className="ac-hint">{t('care.lead')}</p>
      </div>
      <div className="ac-file-columns">
        <Gatherings />
        <Campaigns />
      </div>
    </div>
  );
}
