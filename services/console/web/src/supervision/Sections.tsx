import { Tab, TabTitleText, Tabs } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { usePlace } from '../app/view';
import { useShortcuts } from '../app/shortcuts';

interface Props {
  label: string;
  /** The first is shown where the address names none. */
  sections: readonly { name: string; title: string; show: () => ReactNode }[];
}

/** The sections of a page, of which one is shown and named by the address. The keys 1, 2 … lead to them. */
export function Sections({ label, sections }: Props) {
  const [place, setPlace] = usePlace('section');
  const shown = sections.find(({ name }) => name === place) ?? sections[0];
  useShortcuts(Object.fromEntries(sections.map(({ name }, index) => [String(index + 1), () => setPlace(name)])));
  return (
    <>
      <Tabs activeKey={shown?.name ?? ''} onSelect={(_event, key) => setPlace(String(key))} aria-label={label} className="ac-sections">
        {sections.map(({ name, title }) => (
          <Tab key={name} eventKey={name} title={<TabTitleText>{title}</TabTitleText>} data-section={name} />
        ))}
      </Tabs>
      {shown?.show()}
    </>
  );
}
