interface Props<T extends string> {
  legend: string;
  hint?: string;
  name: string;
  options: readonly { value: T; text: string; more?: string }[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
}

/** Several small buttons of which any are chosen. */
export function Toggles<T extends string>({ legend, hint, name, options, chosen, onToggle }: Props<T>) {
  return (
    <fieldset className="ac-pick" data-toggles={name}>
      <legend>{legend}</legend>
      <div className="ac-pick-row">
        {options.map(({ value, text, more }) => (
          <label key={value} className="ac-pick-one">
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <span>
              {text}
              {more !== undefined && <small>{more}</small>}
            </span>
          </label>
        ))}
      </div>
      {hint !== undefined && <p className="ac-hint">{hint}</p>}
    </fieldset>
  );
}
