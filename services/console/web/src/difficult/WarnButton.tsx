import { Alert, Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { CallView } from '../api/types';

/** Nobody is cut off who was not told so before. */
export function WarnButton({ call, warned, onWarned }: { call: CallView; warned: boolean; onWarned: () => void }) {
  const { t } = useTranslation();
  const warn = useMutation({ mutationFn: () => calls.warn(call), onSuccess: onWarned });
  return warned ? (
    <Alert component="p" variant="info" isInline isPlain title={t('outcome.warned')} role="status" data-warned />
  ) : (
    <Button variant="secondary" isLoading={warn.isPending} onClick={() => warn.mutate()} data-warn>
      {t(warn.isError ? 'outcome.warnAgain' : 'outcome.warn')}
    </Button>
  );
}
