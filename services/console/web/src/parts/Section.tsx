import { Button } from '@patternfly/react-core';
import { PencilAltIcon } from '@patternfly/react-icons';
import { useId, type ReactNode } from 'react';

interface Props {
  name: string;
  title: string;
  /** What the pencil does; no pencil without. */
  edit?: { label: string; start: () => void } | undefined;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a file on a card of its own. */
export function Section({ name, title, edit, aside, children }: Props) {
  const id = useId();
  return (
    <section className="ac-card ac-file-part" aria-labelledby={id} data-part={name}>
      <div className="ac-file-part-head">
        <h2 id={id}>{title}</h2>
        {aside}
        {edit !== undefined && (
          <Button variant="link" icon={<PencilAltIcon />} onClick={edit.start} data-edit={name}>
            {edit.label}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}
