import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../app/view';
import { Find } from '../customers/Find';
import '../customers/customers.css';
import '../customers/words';
import '../parts/parts.css';
import { useTitle } from '../parts/useTitle';
import { BrokenGlass } from './BrokenGlass';
import { Chain } from './Chain';
import { Person } from './Person';
import './privacy.css';
import './words';

/** What the privacy officer answers for: who saw what, and what a person may ask of the chain. */
export function Privacy() {
  const { t } = useTranslation();
  const [id, setId] = usePlace('customer');
  useTitle(t('app.privacy'));
  return (
    <div className="ac-file-page" data-scene="privacy">
      <div className="ac-file-head">
        <h1>{t('privacy.title')}</h1>
        {id !== undefined && (
          <Button variant="link" isInline onClick={() => setId(undefined)}>
            {t('privacy.all')}
          </Button>
        )}
      </div>
      <Find compact onFound={setId} />
      {id === undefined ? (
        <>
          <p className="ac-hint">{t('privacy.lead')}</p>
          <Chain />
          <BrokenGlass onCustomer={setId} />
        </>
      ) : (
        <Person key={id} id={id} />
      )}
    </div>
  );
}
