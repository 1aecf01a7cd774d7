import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import './bars.css';

export interface Column {
  key: string;
  /** Below the column. */
  label: string;
  /** Heights, from the bottom up, in the order of the names. */
  parts: number[];
  /** Above the column. */
  top?: string;
  /** Stands out from the others. */
  lit?: boolean;
  /** All of it in words, for the pointer. */
  hint: string;
}

interface Props {
  label: string;
  /** What the parts of a column are, from the bottom up. */
  names: string[];
  columns: Column[];
  /** Height of the whole; the highest column where none is given. */
  whole?: number;
  /** The same as a table, for whoever reads it or has it read. */
  head: string[];
  rows: string[][];
}

/** Columns to look at, and a table of the same to read. */
export function Bars({ label, names, columns, whole, head, rows }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const sum = (parts: number[]) => parts.reduce((a, b) => a + b, 0);
  const full = whole ?? Math.max(1e-9, ...columns.map(({ parts }) => sum(parts)));
  return (
    <figure className="ac-figure" aria-labelledby={id}>
      <figcaption id={id}>{label}</figcaption>
      {names.length > 1 && (
        <ul className="ac-plain ac-legend" aria-hidden>
          {names.map((name, index) => (
            <li key={name} className={`ac-legend-${index}`}>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="ac-bars" aria-hidden>
        {columns.map(({ key, label: below, parts, top, lit, hint }) => (
          <div key={key} className={`ac-bar${lit ? ' ac-bar-lit' : ''}`} title={hint}>
            {top !== undefined && <span className="ac-bar-top">{top}</span>}
            <span className="ac-bar-stack">
              {parts.map((part, index) =>
                part > 0 ? <span key={index} className={`ac-bar-part ac-bar-${index}`} style={{ blockSize: `${(100 * part) / full}%` }} /> : null,
              )}
            </span>
            <span className="ac-bar-label">{below}</span>
          </div>
        ))}
      </div>
      <details className="ac-as-table">
        <summary>{t('sup.asTable')}</summary>
        <Table variant="compact" aria-label={label} gridBreakPoint="">
          <Thead>
            <Tr>
              {head.map((name) => (
                <Th key={name}>{name}</Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((row) => (
              <Tr key={row[0]}>
                {row.map((cell, index) => (
                  <Td key={head[index]}>{cell}</Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </details>
    </figure>
  );
}
