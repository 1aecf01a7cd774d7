import { Alert } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';
import type { ProblemDocument } from '../api/types';
import { fieldText } from './words';

/** A refusal, with every field that it names. */
export function Problem({ title, problem }: { title: string; problem: ProblemDocument }) {
  const { t } = useTranslation();
  const { fields = [] } = problem as { fields?: string[] };
  const violations = problem.violations ?? [];
  return (
    <Alert component="p" variant="danger" isInline title={title} role="alert" data-problem="">
      {violations.length === 0 ? (
        <p>
          {problem.detail ?? problem.title} {fields.map((field) => fieldText(field, t)).join(', ')}
        </p>
      ) : (
        <ul className="ac-violations">
          {violations.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field !== undefined && <strong>{fieldText(field, t)}: </strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

/** Whatever went wrong, said once. */
export function Fault({ title, failure, offline }: { title: string; failure: Error; offline?: string }) {
  const { t } = useTranslation();
  if (failure instanceof Refused && failure.status < 500) return <Problem title={title} problem={failure.problem} />;
  return (
    <Alert component="p" variant="warning" isInline title={title} role="alert">
      {failure instanceof Unreachable ? (offline ?? t('counter.offline.now')) : failure.message}
    </Alert>
  );
}
