import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { usePlace } from '../app/view';
import { useTitle } from '../parts/useTitle';
import { Sections } from '../supervision/Sections';
import '../supervision/supervision.css';
import '../supervision/words';
import { Experiments } from './Experiments';
import { List } from './List';
import { One } from './One';
import './programmes.css';
import { Replan } from './Replan';

/** Why and when customers are contacted: what is in force, what is being written, and what that would move. */
export function Programmes({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [key, setKey] = usePlace('programme');
  const writes = me.roles.includes('care-manager');
  useTitle(t('app.programmes'));
  if (key !== undefined) return <One key={key} user={me.id} programme={key} writes={writes} onBack={() => setKey(undefined)} />;
  return (
    <div className="ac-page" data-scene="programmes">
      <h1>{t('programmes.title')}</h1>
      <Sections
        label={t('programmes.title')}
        sections={[
          { name: 'list', title: t('programmes.list'), show: () => <List writes={writes} onOpen={setKey} /> },
          { name: 'replan', title: t('replan.title'), show: () => <Replan /> },
          { name: 'experiments', title: t('experiments.title'), show: () => <Experiments approves={writes} /> },
        ]}
      />
    </div>
  );
}
