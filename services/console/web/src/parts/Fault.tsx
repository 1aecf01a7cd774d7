import { Alert, Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';

interface Props {
  title: string;
  failure: Error;
  onAgain?: () => void;
}

/** What went wrong, with every field that is named: its own place may be out of sight. */
export function Fault({ title, failure, onAgain }: Props) {
  const { t } = useTranslation();
  const violations = failure instanceof Refused ? (failure.problem.violations ?? []) : [];
  return (
    <Alert
      component="p"
      variant={failure instanceof Refused ? 'danger' : 'warning'}
      isInline
      title={title}
      role="alert"
      data-problem={failure instanceof Refused ? failure.name : 'unreachable'}
      actionLinks={
        onAgain === undefined ? undefined : (
          <Button variant="link" isInline onClick={onAgain}>
            {t('app.tryAgain')}
          </Button>
        )
      }
    >
      {failure instanceof Unreachable ? t('parts.unreachable') : violations.length === 0 ? failure.message : null}
      {violations.length > 0 && (
        <ul className="ac-faults">
          {violations.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field !== undefined && <code>{field}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
