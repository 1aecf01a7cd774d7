import { Alert, Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props<T> {
  edit: {
    draft: T;
    theirs?: T;
    clashes: (keyof T)[];
    taken: (keyof T)[];
    settle: (field: keyof T, whose: 'mine' | 'theirs') => void;
  };
  /** How a field is called, and what it says. */
  name: (field: keyof T) => string;
  say: (value: T[keyof T]) => string;
}

/** Somebody else was quicker: what both wrote, side by side, and nothing decided by itself. */
export function Clash<T extends object>({ edit, name, say }: Props<T>) {
  const { t } = useTranslation();
  const { theirs } = edit;
  const place = useRef<HTMLDivElement>(null);
  // Whoever saves at the end of a long form must not miss it.
  useEffect(() => {
    // In braces: some browsers answer with a promise, which is no clean-up.
    void place.current?.scrollIntoView({ block: 'center' });
  }, [theirs]);
  if (theirs === undefined) return null;
  return (
    <div ref={place}>
      <Alert component="p" variant="warning" isInline title={t('file.clash.title')} role="alert" data-clash="">
        {edit.taken.length > 0 && <p>{t('file.clash.taken', { fields: edit.taken.map(name).join(', ') })}</p>}
        {edit.clashes.length === 0 ? (
          <p>{t('file.clash.settled')}</p>
        ) : (
          <ul className="ac-clash">
            {edit.clashes.map((field) => (
              <li key={String(field)} data-clashing={String(field)}>
                <strong>{name(field)}</strong>
                <span>
                  <span className="ac-eyebrow">{t('file.clash.theirs')}</span>
                  {say(theirs[field]) || t('parts.none')}
                  <Button variant="secondary" size="sm" onClick={() => edit.settle(field, 'theirs')}>
                    {t('file.clash.takeTheirs')}
                  </Button>
                </span>
                <span>
                  <span className="ac-eyebrow">{t('file.clash.mine')}</span>
                  {say(edit.draft[field]) || t('parts.none')}
                  <Button variant="secondary" size="sm" onClick={() => edit.settle(field, 'mine')}>
                    {t('file.clash.keepMine')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}
