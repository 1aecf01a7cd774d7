import { useId } from 'react';

interface Option<T> {
  value: T;
  text: string;
}

/** Several small buttons of which one is chosen; arrows move, as in any group of radio buttons. */
export function Choose<T extends string>(props: {
  label: string;
  hidden?: boolean;
  options: readonly Option<T>[];
  value: T | undefined;
  onChoose: (value: T) => void;
}) {
  const group = useId();
  return (
    <fieldset className="ac-pick">
      <legend className={props.hidden ? 'pf-v6-screen-reader' : undefined}>{props.label}</legend>
      <div className="ac-pick-row">
        {props.options.map(({ value, text }) => (
          <label key={value} className="ac-pick-one">
            <input type="radio" name={group} value={value} checked={props.value === value} onChange={() => props.onChoose(value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A box to tick that a thumb hits. */
export function Tick(props: { label: string; hint?: string | undefined; checked: boolean; marked?: boolean; name?: string; onTick: (checked: boolean) => void }) {
  return (
    <label className={`ac-tickbox${props.marked ? ' ac-tickbox-marked' : ''}`}>
      <input type="checkbox" checked={props.checked} data-tick={props.name} onChange={(event) => props.onTick(event.target.checked)} />
      <span>
        <span className="ac-tickbox-label">{props.label}</span>
        {props.hint !== undefined && <span className="ac-hint">{props.hint}</span>}
      </span>
    </label>
  );
}
