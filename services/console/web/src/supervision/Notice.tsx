import { Alert, Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';

interface Props {
  title: string;
  failure: Error;
  /** Where asking again may help. */
  onAgain?: (() => void) | undefined;
  /** What is shown is still there, only not fresh. */
  stale?: boolean;
}

/** What went wrong, with every field that a refusal names. */
export function Notice({ title, failure, onAgain, stale = false }: Props) {
  const { t } = useTranslation();
  const violations = failure instanceof Refused ? (failure.problem.violations ?? []) : [];
  return (
    <Alert
      component="p"
      variant={stale ? 'warning' : 'danger'}
      isInline
      title={title}
      role="alert"
      actionLinks={
        onAgain === undefined ? undefined : (
          <Button variant="link" isInline onClick={onAgain}>
            {t('app.tryAgain')}
          </Button>
        )
      }
    >
      {failure instanceof Unreachable ? t('sup.noAnswer') : violations.length === 0 ? failure.message : null}
      {violations.length > 0 && (
        <ul className="ac-plain">
          {violations.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <strong>{field}</strong> {message}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
