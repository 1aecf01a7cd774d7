import { Button } from '@patternfly/react-core';
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TimesIcon } from '@patternfly/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props<T> {
  name: string;
  title: string;
  add: string;
  rows: T[];
  empty: T;
  most: number;
  /** Whether their order means something. */
  ranked?: boolean;
  onChange: (rows: T[]) => void;
  children: (row: T, change: (part: Partial<T>) => void, place: number) => ReactNode;
}

/** A list in a form: rows are added, changed, moved and taken out; what is new has the focus. */
export function Rows<T extends object>({ name, title, add, rows, empty, most, ranked = false, onChange, children }: Props<T>) {
  const { t } = useTranslation();
  const list = useRef<HTMLFieldSetElement>(null);
  const before = useRef(rows.length);
  useEffect(() => {
    if (rows.length > before.current) list.current?.querySelector<HTMLElement>('.ac-form-one:last-of-type input, .ac-form-one:last-of-type select')?.focus();
    before.current = rows.length;
  }, [rows.length]);

  function move(from: number, to: number) {
    const moved = [...rows];
    const [row] = moved.splice(from, 1);
    if (row !== undefined) moved.splice(to, 0, row);
    onChange(moved);
  }

  return (
    <fieldset ref={list} className="ac-form-rows" data-rows={name}>
      <legend>{title}</legend>
      {rows.map((row, place) => (
        <div key={place} className="ac-form-one">
          <div className="ac-form-grid">{children(row, (part) => onChange(rows.map((each, at) => (at === place ? { ...each, ...part } : each))), place)}</div>
          <div className="ac-form-one-doing">
            {ranked && place > 0 && <Button variant="plain" icon={<ArrowUpIcon />} aria-label={t('parts.up')} onClick={() => move(place, place - 1)} />}
            {ranked && place < rows.length - 1 && <Button variant="plain" icon={<ArrowDownIcon />} aria-label={t('parts.down')} onClick={() => move(place, place + 1)} />}
            <Button variant="plain" icon={<TimesIcon />} aria-label={t('parts.remove')} onClick={() => onChange(rows.filter((_each, at) => at !== place))} />
          </div>
        </div>
      ))}
      {rows.length < most && (
        <Button variant="link" icon={<PlusIcon />} onClick={() => onChange([...rows, { ...empty }])}>
          {add}
        </Button>
      )}
    </fieldset>
  );
}
