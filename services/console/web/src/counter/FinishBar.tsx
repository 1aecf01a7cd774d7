import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import type { Draft, Missing } from './draft';
import { money, totalOf } from './money';
import type { Check } from './usePreview';
import type { Store } from './wire';

interface Props {
  draft: Draft;
  store: Store;
  missing: Missing[];
  /** It was tried already: what is missing is said louder. */
  tried: boolean;
  check: Check;
  offline: boolean;
  onMissing: (missing: Missing) => void;
  onFinish: () => void;
  onClear: () => void;
}

/** In reach of the thumb all the time: what it costs, what is missing, and the one button. */
export function FinishBar({ draft, store, missing, tried, check, offline, onMissing, onFinish, onClear }: Props) {
  const { t, i18n } = useTranslation();
  const first = missing[0];
  const checking = check === 'checking';
  const packs = draft.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <div className="ac-finish" data-step="finish">
      <div className="ac-finish-sum">
        <strong>{money(totalOf(draft.lines), store.currency, i18n.language)}</strong>
        <span className="ac-hint">{t('counter.finish.packs', { count: packs })}</span>
      </div>
      <div className="ac-finish-missing">
        {first !== undefined ? (
          <button type="button" className={`ac-missing${tried || first.what === 'warning' ? ' ac-missing-loud' : ''}`} data-missing={first.what} onClick={() => onMissing(first)}>
            {t(`counter.missing.${first.what}`)}
            {missing.length > 1 && <span> +{missing.length - 1}</span>}
          </button>
        ) : (
          offline && <span className="ac-hint">{t('counter.finish.offline')}</span>
        )}
      </div>
      <Button variant="link" className="ac-clear" onClick={onClear}>
        {t('counter.finish.clear')}
      </Button>
      <Button className="ac-save ac-finish-button" aria-disabled={checking && first === undefined} data-ready={first === undefined && packs > 0} isLoading={checking && first === undefined} onClick={onFinish}>
        {t(checking && first === undefined ? 'counter.check.checking' : 'counter.finish.do')} {!checking && <Key>Ctrl ↵</Key>}
      </Button>
    </div>
  );
}
