import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  /** Value and text of each; none of them is chosen by itself. */
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

/** One of a few, with its label before it. */
export function Choice({ label, value, options, onChange }: Props) {
  const id = useId();
  return (
    <span className="ac-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="ac-entry" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
