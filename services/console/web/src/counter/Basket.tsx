import { useTranslation } from 'react-i18next';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ProblemDocument } from '../api/types';
import { priceOf } from './money';
import { added, type Change, type Draft, type Line, type Missing } from './draft';
import { LineCard } from './LineCard';
import { Search } from './Search';
import type { Shelved } from './shelf';
import type { Store } from './wire';
import { fieldText, lineOfField } from './words';

interface Props {
  draft: Draft;
  store: Store;
  today: string;
  shelf: readonly Shelved[];
  missing: Missing[];
  problem: ProblemDocument | undefined;
  search: RefObject<HTMLInputElement | null>;
  onChange: (part: Change | ((before: Draft) => Change)) => void;
}

/** Focuses a field of a line, there and then: a fast typist's next key belongs to it. */
export function focusLine(key: string, field: string): void {
  const look = () => document.querySelector<HTMLElement>(`[data-line="${key}"] [data-field="${field}"]`);
  const found = look();
  if (found !== null) found.focus();
  else requestAnimationFrame(() => look()?.focus());
}

export function Basket({ draft, store, today, shelf, missing, problem, search, onChange }: Props) {
  const { t } = useTranslation();

  function add(line: Line, scanned: boolean) {
    flushSync(() => onChange((before) => ({ lines: added(before.lines, line) })));
    if (line.uncatalogued && line.name === '') focusLine(line.key, 'name');
    else if (!scanned && line.price === '') focusLine(line.key, 'price');
  }

  const change = (key: string, part: Partial<Line>) =>
    onChange((before) => ({ lines: before.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }));

  /** Enter goes from a name to its price, to the next line without one, and back to the scanner. */
  function next(key: string) {
    const own = draft.lines.find((line) => line.key === key);
    const open = [own, ...draft.lines].find((line) => line !== undefined && priceOf(line.price) === undefined);
    if (open !== undefined) focusLine(open.key, 'price');
    else search.current?.focus();
  }

  function remove(key: string) {
    onChange((before) => ({ lines: before.lines.filter((line) => line.key !== key) }));
    search.current?.focus();
  }

  const faultsOf = (key: string) => missing.flatMap((one) => ('key' in one && one.key === key && one.what !== 'warning' ? [one.what] : []));
  const refusedOf = (place: number) =>
    (problem?.violations ?? []).filter(({ field }) => lineOfField(field) === place).map(({ field, message }) => `${fieldText(field ?? '', t)}: ${message}`);
  return (
    <section className="ac-card ac-part" aria-labelledby="part-basket" data-step="basket">
      <h2 id="part-basket" tabIndex={-1}>
        {t('counter.step.basket')}
      </h2>
      <Search ref={search} text={draft.search} shelf={shelf} onText={(text) => onChange({ search: text })} onAdd={add} />
      {draft.lines.length === 0 ? (
        <p className="ac-empty">{t('counter.basket.empty')}</p>
      ) : (
        <ol className="ac-basket">
          {draft.lines.map((line, place) => (
            <LineCard
              key={line.key}
              line={line}
              currency={store.currency}
              today={today}
              faults={faultsOf(line.key)}
              refused={refusedOf(place)}
              onChange={(part) => change(line.key, part)}
              onRemove={() => remove(line.key)}
              onNext={() => next(line.key)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
