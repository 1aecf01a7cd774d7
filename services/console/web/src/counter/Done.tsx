import { Alert, Button, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon, ClockIcon, ExternalLinkAltIcon, PrintIcon, ReceiptIcon } from '@patternfly/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import { moment } from '../app/time';
import { Choose } from './Chips';
import * as api from './counterApi';
import type { Draft } from './draft';
import { Fault } from './Fault';
import { money, totalOf } from './money';
import { NewRequest } from './NewRequest';
import { Qr } from './Qr';
import type { Store } from './wire';
import { spoken } from './words';

interface Props {
  draft: Draft;
  store: Store;
  language: string;
  /** Not acknowledged yet; whether there is hope for this moment. */
  unsent: boolean;
  sending: boolean;
  onLanguage: (language: string) => void;
  onNext: () => void;
}

const isWeb = (url: string) => /^https?:\/\//.test(url);

/** Sold: the receipt in the customer's language, what else we do for them, and on to the next. */
export function Done({ draft, store, language, unsent, sending, onLanguage, onNext }: Props) {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    heading.current?.focus();
    const timer = setTimeout(() => setSlow(true), 6_000);
    return () => clearTimeout(timer);
  }, []);
  const { sale } = draft;
  const receipt = useMutation({ mutationFn: (wanted: string) => api.receipt(sale?.id ?? '', wanted) });
  const made = receipt.data;
  const customerId = draft.who.kind === 'known' || draft.who.kind === 'new' ? draft.who.id : undefined;
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const state = !unsent ? 'sent' : sending && !slow ? 'sending' : 'pending';
  return (
    <div className="ac-done" data-done={state} data-sale={sale?.id} data-client-sale={draft.id}>
      <section className="ac-card ac-part ac-done-head" aria-live="polite">
        <span className={`ac-done-icon ac-done-${state}`} aria-hidden>
          {state === 'sent' ? <CheckCircleIcon /> : state === 'pending' ? <ClockIcon /> : <Spinner size="xl" />}
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t(`counter.done.${state}`)}
          </h2>
          <p className="ac-done-total">{money(totalOf(draft.lines), store.currency, i18n.language)}</p>
          {state === 'pending' && <p className="ac-hint">{t('counter.done.pendingText')}</p>}
          {customerId !== undefined && 'name' in draft.who && draft.who.name !== '' && <p className="ac-hint">{t('counter.done.goodbye', { name: draft.who.name })}</p>}
        </div>
      </section>
      <section className="ac-card ac-part" aria-labelledby="part-receipt" data-step="receipt">
        <h2 id="part-receipt" tabIndex={-1}>
          {t('counter.step.receipt')}
        </h2>
        {sale === undefined ? (
          <p className="ac-hint">{t(unsent ? 'counter.receipt.later' : 'counter.receipt.elsewhere')}</p>
        ) : (
          <>
            <Choose label={t('counter.receipt.language')} options={spoken} value={spoken.find(({ value }) => value === language)?.value} onChoose={onLanguage} />
            {(made === undefined || made.language !== language) && (
              <Button className="ac-make" icon={<ReceiptIcon />} isLoading={receipt.isPending} aria-disabled={receipt.isPending} onClick={() => !receipt.isPending && receipt.mutate(language)}>
                {t('counter.receipt.make')}
              </Button>
            )}
            {receipt.error !== null && <Fault title={t('counter.receipt.failed')} failure={receipt.error} />}
            {made !== undefined && isWeb(made.url) && isWeb(made.pdfUrl) && (
              <div className="ac-receipt" role="status" data-receipt={made.url}>
                <Qr text={made.url} label={t('counter.receipt.qr')} />
                <div className="ac-receipt-ways">
                  <p>{t('counter.receipt.scan')}</p>
                  <a className="pf-v6-c-button pf-m-secondary ac-link" href={made.url} target="_blank" rel="noopener noreferrer">
                    <ExternalLinkAltIcon aria-hidden /> {t('counter.receipt.open')}
                  </a>
                  <a className="pf-v6-c-button pf-m-secondary ac-link" href={made.pdfUrl} target="_blank" rel="noopener noreferrer">
                    <PrintIcon aria-hidden /> {t('counter.receipt.print')}
                  </a>
                  <p className="ac-hint">{t('counter.receipt.until', { when: moment(made.expiresAt, i18n.language, words, store.zone) })}</p>
                </div>
              </div>
            )}
          </>
        )}
      </section>
      <section className="ac-card ac-part" aria-labelledby="part-request">
        <h2 id="part-request">{t('counter.request.title')}</h2>
        {sale === undefined ? (
          <Alert component="p" variant="info" isInline isPlain title={t('counter.request.later')} />
        ) : (
          <NewRequest store={store} saleId={sale.id} />
        )}
      </section>
      <div className="ac-finish">
        <Button className="ac-save ac-next" onClick={onNext}>
          {t('counter.done.next')} <Key>N</Key>
        </Button>
      </div>
    </div>
  );
}
