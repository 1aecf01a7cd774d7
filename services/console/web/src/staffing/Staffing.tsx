import { useTranslation } from 'react-i18next';
import { useTitle } from '../parts/useTitle';
import { Sections } from '../supervision/Sections';
import '../supervision/supervision.css';
import '../supervision/words';
import { Answers } from './Answers';
import './staffing.css';
import { Tomorrow } from './Tomorrow';

/** Who is needed when, and when people answer. */
export function Staffing() {
  const { t } = useTranslation();
  useTitle(t('app.staffing'));
  return (
    <div className="ac-page" data-scene="staffing">
      <h1>{t('staffing.title')}</h1>
      <Sections
        label={t('staffing.title')}
        sections={[
          { name: 'tomorrow', title: t('tomorrow.title'), show: () => <Tomorrow /> },
          { name: 'answers', title: t('answers.title'), show: () => <Answers /> },
        ]}
      />
    </div>
  );
}
