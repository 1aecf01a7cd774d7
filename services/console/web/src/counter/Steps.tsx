import { CheckIcon, SyncAltIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';

export const steps = ['customer', 'basket', 'counselling', 'finish', 'receipt'] as const;
export type Step = (typeof steps)[number];

interface Props {
  now: Step;
  done: readonly Step[];
  /** What waits to be sent, and what was refused. */
  waiting: number;
  refused: number;
  onStep: (step: Step) => void;
  onUnsent: () => void;
}

/** The way of a sale, always in sight; each step is also the way to it. */
export function Steps({ now, done, waiting, refused, onStep, onUnsent }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ac-steps">
      <nav aria-label={t('counter.steps')}>
        <ol>
          {steps.map((step, place) => {
            const finished = done.includes(step);
            return (
              <li key={step}>
                <button
                  type="button"
                  className="ac-step"
                  aria-current={step === now ? 'step' : undefined}
                  data-done={finished}
                  disabled={(now === 'receipt') !== (step === 'receipt')}
                  onClick={() => onStep(step)}
                >
                  <span className="ac-step-dot" aria-hidden>
                    {finished ? <CheckIcon /> : place + 1}
                  </span>
                  <span>{t(`counter.step.${step}`)}</span>
                  {finished && <span className="pf-v6-screen-reader">{t('counter.stepDone')}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <span role="status" className="ac-steps-unsent">
        {waiting + refused > 0 && (
          <button type="button" className={`ac-unsent-pill${refused > 0 ? ' ac-unsent-refused' : ''}`} data-unsent={waiting} data-refused={refused} onClick={onUnsent}>
            <SyncAltIcon aria-hidden />
            {[waiting > 0 ? t('counter.unsent.waiting', { count: waiting }) : '', refused > 0 ? t('counter.unsent.refused', { count: refused }) : '']
              .filter(Boolean)
              .join(' · ')}
          </button>
        )}
      </span>
    </div>
  );
}
