import { Button } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../api/types';
import { useWallClock } from '../app/ticks';
import { moment } from '../app/time';
import { clockText, remaining } from '../desk/lease';
import { shortId } from '../parts/say';

interface Props {
  call: CallView;
  onRelease: (call: CallView) => void;
  onGive: (call: CallView) => void;
}

/** A call, how it stands, and what can be done about it. */
export function CallRow({ call, onRelease, onGive }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const given = call.state === 'held' || call.state === 'supervisor';
  return (
    <Tr data-call={call.id}>
      <Td dataLabel={t('queue.column.call')}>
        <span>
          <strong>{call.programmeName}</strong>
          <span className="ac-cell-why">{call.reason}</span>
        </span>
      </Td>
      <Td dataLabel={t('queue.column.store')}>{call.storeId}</Td>
      <Td dataLabel={t('queue.column.due')}>
        <span title={call.dueExplained}>{moment(call.dueAt, i18n.language, words)}</span>
      </Td>
      <Td dataLabel={t('queue.column.attempts')}>{call.attempts}</Td>
      <Td dataLabel={t('queue.column.stand')}>
        <Stand call={call} />
      </Td>
      <Td isActionCell>
        <span className="ac-row ac-row-actions">
          {given && (
            <Button variant="secondary" size="sm" onClick={() => onRelease(call)}>
              {t('queue.release')}
            </Button>
          )}
          {(given || call.state === 'planned') && (
            <Button variant="secondary" size="sm" onClick={() => onGive(call)}>
              {t('give.do')}
            </Button>
          )}
        </span>
      </Td>
    </Tr>
  );
}

function Stand({ call }: { call: CallView }) {
  const { t } = useTranslation();
  if (call.state === 'held') return <Hold call={call} />;
  const text = call.cancelReason ?? (call.disposition === undefined ? undefined : t(`outcome.name.${call.disposition}`));
  return <span>{text ?? t(`queue.state.${call.state}`)}</span>;
}

function Hold({ call }: { call: CallView }) {
  const { t } = useTranslation();
  const now = useWallClock();
  return (
    <span className="ac-row">
      {call.holder !== undefined && <strong title={call.holder}>{shortId(call.holder)}</strong>}
      <span className="ac-figures">{t('queue.holdLeft', { left: clockText(remaining(call.leaseUntil, now)) })}</span>
      {call.permitted && <span className="ac-chip ac-chip-wait">{t('queue.dialled')}</span>}
    </span>
  );
}
