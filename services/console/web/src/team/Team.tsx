import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { useTitle } from '../parts/useTitle';
import { Sections } from '../supervision/Sections';
import '../supervision/supervision.css';
import '../supervision/words';
import { Agents } from './Agents';
import { Incidents } from './Incidents';
import './team.css';

/** The people at the desks: who is there, whom they serve, and what was hard for them. */
export function Team({ me }: { me: Me }) {
  const { t } = useTranslation();
  useTitle(t('app.team'));
  return (
    <div className="ac-page" data-scene="team">
      <h1>{t('team.title')}</h1>
      <Sections
        label={t('team.title')}
        sections={[
          { name: 'agents', title: t('agents.title'), show: () => <Agents /> },
          { name: 'incidents', title: t('incidents.title'), show: () => <Incidents me={me} /> },
        ]}
      />
    </div>
  );
}
