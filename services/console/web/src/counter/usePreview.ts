import { useEffect, useState } from 'react';
import { useConnection } from '../app/connection';
import { businessNow } from '../app/time';
import { withOffset } from '../desk/zone';
import * as api from './counterApi';
import { toLine, type Draft } from './draft';
import { isPassing } from './queue';
import type { Card, Preview, Warning } from './wire';

const calm = 350;

/** A check that takes longer than this does not hold up the customer. */
const longest = 4_000;

export type Check = 'idle' | 'checking' | 'checked' | 'offline' | 'failed';

export interface Looked {
  check: Check;
  /** What was last found, of what is still in the basket. */
  preview: Preview;
  warnings: Warning[];
  detail: string;
}

interface Found {
  of: string;
  check: 'checked' | 'offline' | 'failed';
  detail: string;
}

/** What the house says of the basket as it stands, asked anew a moment after each change. */
export function usePreview(draft: Draft, card: Card | undefined, zone: string, language: string): Looked {
  const { lost, silent } = useConnection();
  const [found, setFound] = useState<Found>({ of: '', check: 'checked', detail: '' });
  const [last, setLast] = useState<{ preview: Preview; keys: string[] }>({ preview: {}, keys: [] });
  const [slow, setSlow] = useState('');

  const known = draft.who.kind === 'known' || draft.who.kind === 'new' ? draft.who.id : undefined;
  const allergies = (card?.allergies ?? []).flatMap(({ atc, name }) => (atc ? [{ atc, ...(name ? { name } : {}) }] : []));
  const wanted = {
    ...(known === undefined ? {} : { customerId: known }),
    buyer: draft.buyer,
    lines: draft.lines.map((line) => ({ ...toLine({ ...line, name: line.name.trim() || line.code || '–' }) })),
    ...(allergies.length > 0 ? { allergies } : {}),
  };
  const idle = draft.lines.length === 0 || draft.finished;
  const of = idle ? '' : JSON.stringify([wanted, language]);

  useEffect(() => {
    if (of === '') return undefined;
    let stale = false;
    const keys = draft.lines.map((line) => line.key);
    const timer = setTimeout(() => {
      api.preview({ ...wanted, occurredAt: withOffset(businessNow(), zone) }, language).then(
        (preview) => {
          if (stale) return;
          setLast({ preview, keys });
          setFound({ of, check: 'checked', detail: '' });
        },
        (failure: Error) => {
          if (!stale) setFound({ of, check: isPassing(failure) ? 'offline' : 'failed', detail: failure.message });
        },
      );
    }, calm);
    const patience = setTimeout(() => setSlow(of), longest);
    return () => {
      stale = true;
      clearTimeout(timer);
      clearTimeout(patience);
    };
    // The text stands for all that it was made of; a connection that comes back is another chance.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of, zone, lost, silent]);

  const check: Check = idle ? 'idle' : found.of === of ? found.check : slow === of ? 'offline' : 'checking';
  return { check, detail: found.detail, ...still(last, draft) };
}

/** Lines may have gone or moved since the house was asked; what it said of the others stands. */
function still({ preview, keys }: { preview: Preview; keys: string[] }, draft: Draft): { preview: Preview; warnings: Warning[] } {
  const now = (line: number) => draft.lines.findIndex(({ key }) => key === keys[line - 1]) + 1;
  const moved = <T extends { line: number }>(items: T[] | undefined) =>
    (items ?? []).map((item) => ({ ...item, line: now(item.line) })).filter(({ line }) => line > 0);
  // Another basket altogether, of which nothing has been said yet.
  if (!draft.lines.some(({ key }) => keys.includes(key))) return { preview: {}, warnings: [] };
  const warnings = moved(preview.warnings);
  return { preview: { ...preview, points: moved(preview.points), warnings }, warnings };
}
