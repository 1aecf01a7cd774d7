import { useTranslation } from 'react-i18next';
import { type Said, sayRules, sayStep, sayTrigger } from './say';
import type { Written } from './wire';

/** A programme in words. */
export function Reading({ written }: { written: Written }) {
  const { t } = useTranslation();
  const rules = sayRules(written, t);
  return (
    <dl className="ac-reading">
      {written.because !== undefined && (
        <div>
          <dt>{t('reading.because')}</dt>
          <dd>{written.because}</dd>
        </div>
      )}
      <div>
        <dt>{t('reading.trigger')}</dt>
        <dd>
          <Rule said={sayTrigger(written.trigger, t)} />
        </dd>
      </div>
      <div>
        <dt>{t('reading.steps')}</dt>
        <dd>
          <ol className="ac-steps-read">
            {written.steps.map((step) => (
              <li key={step.number}>
                {sayStep(step, t)} <span className="ac-chip">{t(`queue.priority.${step.priority}`, String(step.priority))}</span>
                {step.language !== undefined && <span className="ac-chip">{step.language}</span>}
              </li>
            ))}
          </ol>
        </dd>
      </div>
      {rules.length > 0 && (
        <div>
          <dt>{t('reading.rules')}</dt>
          <dd>
            <ul className="ac-plain">
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('reading.script')}</dt>
        <dd>
          <strong>{written.script.title}</strong>
          <ol className="ac-steps-read">
            {written.script.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <p className="ac-reading-red">{written.script['red-flag']}</p>
        </dd>
      </div>
    </dl>
  );
}

function Rule({ said }: { said: Said }) {
  if (typeof said === 'string') return said;
  return (
    <>
      <span className="ac-rule-how">{said.how}</span>
      <ul className="ac-rule">
        {said.of.map((one, index) => (
          <li key={index}>
            <Rule said={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
