import { useTranslation } from 'react-i18next';
import type { CallView, Disposition } from '../api/types';
import { Key } from '../app/Key';
import { useShortcuts } from '../app/shortcuts';
import { byKey, groups, kinds, type Change, type Draft } from './outcome';
import { OutcomeForm } from './OutcomeForm';

export interface OutcomeProps {
  call: CallView;
  draft: Draft;
  /** Whose clock a callback is said on, until the agent chooses another. */
  zone: string;
  storeZone: string | undefined;
  /** Whether the number was shown: before, nothing can have happened. */
  open: boolean;
  shown: boolean;
  onChange: (part: Change) => void;
  onSaved: (call: CallView, disposition: Disposition) => void;
  onLost: (why: string) => void;
}

/** How it went: one of sixteen, each with what follows from it; then what else must be known. */
export function Outcome(props: OutcomeProps) {
  const { t } = useTranslation();
  const { draft, open, shown, onChange } = props;
  const chosen = draft.disposition;
  const keys = Object.values(kinds).flatMap(({ key }) => (key === undefined ? [] : [key]));
  useShortcuts(
    Object.fromEntries(
      keys.map((key) => [
        key,
        () => {
          const disposition = byKey(key);
          return open && shown && chosen === undefined && disposition !== undefined && onChange({ disposition });
        },
      ]),
    ),
  );

  return (
    <section className="ac-card ac-outcome" aria-labelledby="outcome">
      <h2 id="outcome">
        {t('outcome.title')}
        {chosen === undefined && <span className="ac-hint">{t(open ? 'outcome.pick' : 'outcome.locked')}</span>}
      </h2>
      {chosen !== undefined ? (
        <OutcomeForm {...props} disposition={chosen} />
      ) : (
        <div className="ac-groups">
            {groups.map(({ group, dispositions }) => (
              <div key={group} role="group" aria-labelledby={`group-${group}`} className={`ac-group ac-group-${group}`}>
                <h3 id={`group-${group}`}>{t(`outcome.group.${group}`)}</h3>
                {dispositions.map((disposition) => (
                  <Choice key={disposition} disposition={disposition} open={open} onChoose={() => onChange({ disposition })} />
                ))}
              </div>
            ))}
        </div>
      )}
    </section>
  );
}

function Choice({ disposition, open, onChoose }: { disposition: Disposition; open: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const { key } = kinds[disposition];
  return (
    <button type="button" className="ac-choice" disabled={!open} onClick={onChoose} data-outcome={disposition}>
      <span className="ac-choice-name">{t(`outcome.name.${disposition}`)}</span>
      <span className="ac-choice-then">{t(`outcome.then.${disposition}`)}</span>
      {key !== undefined && open && <Key>{key.toUpperCase()}</Key>}
    </button>
  );
}
