import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { businessNow } from '../app/time';
import { shortId, yearsOn } from '../parts/say';
import { useTitle } from '../parts/useTitle';
import { CareOf } from '../care/CareOf';
import { Consents } from './Consents';
import { Health } from './Health';
import { Identity } from './Identity';
import { Medicines } from './Medicines';
import { may } from './rights';
import { TakeCare } from './TakeCare';
import { Timeline } from './Timeline';
import type { CustomerFile } from './wire';

interface Props {
  me: Me;
  file: CustomerFile;
  onOther: (id: string) => void;
}

/** All that is known of one person, what harms first. */
export function File({ me, file, onOther }: Props) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(0);
  const name = file.preferredName ?? file.givenName;
  useTitle(name);
  const said = () => setSaved((times) => times + 1);
  return (
    <article className="ac-file" data-customer={file.id} data-version={file.version}>
      <Head file={file} name={name} onOther={onOther} />
      <p key={saved} role="status" className="ac-file-saved" data-saved={saved}>
        {saved > 0 && t('parts.saved')}
      </p>
      <div className="ac-file-columns">
        <div className="ac-file-column">
          <Identity me={me} file={file} onSaved={said} />
          <Consents roles={me.roles} file={file} onSaved={said} />
          {may(me.roles, 'careFor') && <CareOf roles={me.roles} file={file} onSaved={said} />}
        </div>
        <div className="ac-file-column">
          <TakeCare roles={me.roles} file={file} onSaved={said} />
          <Health me={me} file={file} onSaved={said} />
          <Medicines file={file} />
          <Timeline file={file} />
        </div>
      </div>
    </article>
  );
}

function Head({ file, name, onOther }: { file: CustomerFile; name: string; onOther: (id: string) => void }) {
  const { t } = useTranslation();
  const full = [file.givenName, file.familyName].filter(Boolean).join(' ');
  const today = new Date(businessNow()).toISOString();
  return (
    <header className="ac-file-who">
      <h1 tabIndex={-1}>{name}</h1>
      {full !== name && <span className="ac-file-full">{full}</span>}
      <span className="ac-file-marks">
        {file.pronunciation !== undefined && <span className="ac-file-mark ac-file-mark-plain">{t('file.said', { how: file.pronunciation })}</span>}
        {file.birthDate !== undefined && <span className="ac-file-mark ac-file-mark-plain">{t('file.years', { count: yearsOn(file.birthDate, today) })}</span>}
        {file.status !== 'active' && <span className="ac-file-mark ac-file-mark-bad">{t(`file.status.${file.status}`)}</span>}
        {file.restricted && <span className="ac-file-mark ac-file-mark-warn">{t('file.restricted')}</span>}
        {file.doNotCall && <span className="ac-file-mark ac-file-mark-bad">{t('file.doNotCall')}</span>}
        {file.loyaltyTier !== undefined && <span className="ac-file-mark">{file.loyaltyTier}</span>}
      </span>
      <span className="ac-hint">
        {t('file.id', { id: shortId(file.id) })}
        {file.storeId !== undefined && ` · ${file.storeId}`}
      </span>
      {file.mergedInto !== undefined && (
        <a
          href={`/customers?customer=${file.mergedInto}`}
          onClick={(event) => {
            event.preventDefault();
            onOther(file.mergedInto ?? '');
          }}
        >
          {t('file.mergedInto')}
        </a>
      )}
    </header>
  );
}
