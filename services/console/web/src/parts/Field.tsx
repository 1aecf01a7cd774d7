import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { useFault } from './faults';

interface Common {
  label: string;
  /** Where the value stands in what is sent; a refusal names it so. */
  path: string;
  value: string;
  hint?: string;
  wide?: boolean;
  onChange: (value: string) => void;
}

function Frame({ id, label, hint, fault, wide, children }: { id: string; label: string; hint?: string | undefined; fault: string | undefined; wide?: boolean | undefined; children: ReactNode }) {
  return (
    <div className={`ac-form-field${wide ? ' ac-form-wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {fault !== undefined ? (
        <p className="ac-form-fault" id={`${id}-said`}>
          {fault}
        </p>
      ) : (
        hint !== undefined && (
          <p className="ac-hint" id={`${id}-said`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

const described = (id: string, fault: string | undefined, hint: string | undefined) => ({
  'aria-invalid': fault !== undefined || undefined,
  'aria-describedby': fault !== undefined || hint !== undefined ? `${id}-said` : undefined,
});

type Plain = Common & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'maxLength' | 'required' | 'list' | 'placeholder' | 'min' | 'max'>;

/** A line of text, a number or a day, with its fault beside it. */
export function Text({ label, path, value, hint, wide, onChange, ...more }: Plain) {
  const id = useId();
  const fault = useFault(path);
  return (
    <Frame id={id} label={label} hint={hint} fault={fault} wide={wide}>
      <input id={id} className="ac-form-input" autoComplete="off" {...more} {...described(id, fault, hint)} data-path={path} value={value} onChange={(event) => onChange(event.target.value)} />
    </Frame>
  );
}

export function Area({ label, path, value, hint, onChange, rows = 3, maxLength }: Common & { rows?: number; maxLength?: number }) {
  const id = useId();
  const fault = useFault(path);
  return (
    <Frame id={id} label={label} hint={hint} fault={fault} wide>
      <textarea id={id} className="ac-form-input" rows={rows} maxLength={maxLength} {...described(id, fault, hint)} data-path={path} value={value} onChange={(event) => onChange(event.target.value)} />
    </Frame>
  );
}

/** One of a few; the first text stands for none where it is given. */
export function Pick({ label, path, value, hint, options, none, onChange }: Common & { options: readonly (readonly [string, string])[]; none?: string }) {
  const id = useId();
  const fault = useFault(path);
  return (
    <Frame id={id} label={label} hint={hint} fault={fault}>
      <select id={id} className="ac-form-input" {...described(id, fault, hint)} data-path={path} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
