import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';

export type Tool = 'reaction' | 'difficult';

interface Props {
  /** Before somebody was on the line there is nothing to record. */
  open: boolean;
  tool: Tool | undefined;
  onChoose: (tool: Tool | undefined) => void;
}

const keys: Record<Tool, string> = { reaction: 'E', difficult: 'G' };

/** What a talk may need beside its questions; at hand, and out of the way until then. */
export function Tools({ open, tool, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ac-row ac-tools">
      {(['reaction', 'difficult'] as const).map((one) => (
        <Button key={one} variant="secondary" isDisabled={!open} aria-expanded={tool === one} onClick={() => onChoose(tool === one ? undefined : one)} data-tool={one}>
          {t(`tools.${one}`)} <Key>{keys[one]}</Key>
        </Button>
      ))}
    </div>
  );
}
