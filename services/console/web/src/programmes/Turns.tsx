import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { turn, type Turn } from './programmesApi';
import type { Life } from './wire';

interface Props {
  life: Life;
  inForce: boolean;
  writes: boolean;
  onDone: () => void;
}

/** Rest, go on, end: each asked about once more. */
export function Turns({ life: { key, pausedSince }, inForce, writes, onDone }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Turn>();
  const doIt = useMutation({
    mutationFn: (what: Turn) => turn(key, what),
    onSuccess: () => {
      setAsked(undefined);
      onDone();
    },
  });
  const offered: Turn[] = inForce ? [pausedSince === undefined ? 'pause' : 'resume', ...(writes ? (['retire'] as const) : [])] : [];
  return (
    <span className="ac-row">
      {offered.map((what) => (
        <Button key={what} variant="secondary" isDanger={what === 'retire'} onClick={() => setAsked(what)}>
          {t(`turn.${what}.do`)}
        </Button>
      ))}
      {asked !== undefined && (
        <Ask
          title={t(`turn.${asked}.title`)}
          text={t(`turn.${asked}.text`)}
          yes={t(`turn.${asked}.do`)}
          danger={asked === 'retire'}
          busy={doIt.isPending}
          failure={doIt.error?.message}
          onYes={() => doIt.mutate(asked)}
          onNo={() => {
            doIt.reset();
            setAsked(undefined);
          }}
        />
      )}
    </span>
  );
}
