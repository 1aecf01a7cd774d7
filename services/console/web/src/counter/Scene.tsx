import { Alert } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, ProblemDocument } from '../api/types';
import { Ask } from '../app/Ask';
import { useConnection } from '../app/connection';
import { notePending } from '../app/held';
import { useShortcuts } from '../app/shortcuts';
import { businessNow } from '../app/time';
import { show } from '../app/view';
import { localOf, withOffset } from '../desk/zone';
import { Basket, focusLine } from './Basket';
import { Checks } from './Checks';
import { Counsel } from './Counsel';
import * as api from './counterApi';
import { Customer } from './Customer';
import { Day } from './Day';
import { Done } from './Done';
import { draftOf, emptyDraft, isUntouched, missing, toSale, type Change, type Draft, type Missing } from './draft';
import { Problem } from './Fault';
import { FinishBar } from './FinishBar';
import { keep, restore } from './kept';
import { priceOf } from './money';
import type { Fate } from './queue';
import { shelve, shelved } from './shelf';
import { Steps, type Step } from './Steps';
import { usePreview } from './usePreview';
import { useQueue } from './useQueue';
import { useScanAnywhere } from './useScanAnywhere';
import type { Store } from './wire';
import { firstSpoken } from './words';

interface Props {
  me: Me;
  store: Store;
  shown: 'counter' | 'day' | 'none';
}

/** One sale after another, from greeting to receipt; and beside it the store's day. */
export function Scene({ me, store, shown }: Props) {
  const { t, i18n } = useTranslation();
  const { lost, silent, loggedOut } = useConnection();
  const [draft, setDraft] = useState<Draft>(() => restore(sessionStorage, me.id, store.id) ?? emptyDraft());
  const [problem, setProblem] = useState<ProblemDocument>();
  const [unkept, setUnkept] = useState(false);
  const [tried, setTried] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [shelf, setShelf] = useState(() => shelved(localStorage, store.id));
  const search = useRef<HTMLInputElement>(null);
  /** A second press before the page has moved on finishes nothing twice. */
  const finishing = useRef('');
  const now = useRef(draft);
  useEffect(() => {
    now.current = draft;
    keep(sessionStorage, me.id, store.id, draft);
  }, [draft, me.id, store.id]);

  // Where there is a keyboard, the first customer's number can be typed at once; a phone's screen stays free.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) document.getElementById('counter-phone')?.focus();
  }, []);

  const change = useCallback(
    (part: Change | ((before: Draft) => Change)) =>
      setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
    [],
  );

  const onFate = (fate: Fate) => {
    if (fate.entry.kind !== 'sale' || fate.entry.body.clientSaleId !== now.current.id || !now.current.finished) return;
    if (fate.outcome === 'sent') change({ sale: fate.sale });
  };
  const unsent = useQueue(me.id, store.id, onFate);

  const customerId = draft.who.kind === 'known' || draft.who.kind === 'new' ? draft.who.id : undefined;
  const card = useQuery({
    queryKey: ['card', customerId],
    queryFn: () => api.card(customerId ?? ''),
    enabled: draft.who.kind === 'known',
    staleTime: 60_000,
  });
  const greeted = draft.who.kind === 'known' ? card.data : undefined;
  const languages = draft.who.kind === 'known' || draft.who.kind === 'new' ? draft.who.languages : [];
  const language = draft.language || firstSpoken(...(greeted?.languages ?? languages), i18n.language);
  const looked = usePreview(draft, greeted, store.zone, language);
  const today = localOf(businessNow(), store.zone).slice(0, 10);
  const open = missing(draft, looked.warnings);
  const away = lost || silent === 'sales';
  const untouched = isUntouched(draft);

  // An open basket is dropped at the log-out, and what is not sent waits for this user's next one.
  const left = unsent.entries.length + (untouched || draft.finished ? 0 : 1);
  useEffect(() => {
    notePending(left);
    return () => notePending(0);
  }, [left]);
  useEffect(() => {
    document.title = shown === 'none' ? t('app.title') : t(`counter.titles.${shown}`);
  }, [shown, t]);

  function goTo(step: Step) {
    if (step === 'finish') document.querySelector<HTMLElement>('.ac-finish-button')?.focus();
    else if (step === 'basket') search.current?.focus();
    else {
      const part = document.querySelector<HTMLElement>(`[data-step="${step}"]`);
      part?.scrollIntoView({ block: 'start', behavior: 'auto' });
      const target = step === 'customer' ? part?.querySelector<HTMLElement>('#counter-phone, input, h2') : part?.querySelector<HTMLElement>('h2');
      target?.focus({ preventScroll: true });
    }
  }

  function goToMissing(what: Missing) {
    if (what.what === 'customer' || what.what === 'basket') goTo(what.what);
    else if (what.what === 'warning') {
      const tick = document.querySelector<HTMLElement>('[data-tick="acknowledge"]:not(:checked)');
      tick?.closest('.ac-warning')?.scrollIntoView({ block: 'center' });
      tick?.focus({ preventScroll: true });
    } else if ('key' in what) focusLine(what.key, what.what);
  }

  function finish() {
    if (draft.finished || finishing.current === draft.id) return;
    setTried(true);
    const [first] = open;
    if (first !== undefined) return goToMissing(first);
    if (looked.check === 'checking') return;
    const before = unsent.find(draft.id);
    try {
      unsent.add({ kind: 'sale', body: toSale(draft, store.currency, withOffset(businessNow(), store.zone), me.name, looked.warnings) });
    } catch (full) {
      console.warn('sale not kept', full);
      setUnkept(true);
      return;
    }
    finishing.current = draft.id;
    if (before !== undefined) unsent.remove(before.key);
    setProblem(undefined);
    setUnkept(false);
    setTried(false);
    change({ finished: true });
    shelve(
      localStorage,
      store.id,
      draft.lines.map((line) => ({
        product: {
          system: line.system,
          code: line.code,
          name: line.name.trim(),
          prescription: line.prescription,
          ...(line.strength ? { strength: line.strength } : {}),
          ...(line.form ? { form: line.form } : {}),
        },
        price: priceOf(line.price) ?? '',
      })),
    );
    setShelf(shelved(localStorage, store.id));
    unsent.send();
    window.scrollTo({ top: 0 });
  }

  function next() {
    setProblem(undefined);
    setTried(false);
    setDraft(emptyDraft());
    requestAnimationFrame(() => {
      window.scrollTo({ top: 0 });
      document.getElementById('counter-phone')?.focus();
    });
  }

  // Refused while its seller still has all of it on the page: mended at once, it need not wait among the refused.
  const entry = draft.finished && draft.sale === undefined ? unsent.find(draft.id) : undefined;
  const refusal = entry?.problem;
  const refusedKey = refusal === undefined ? undefined : entry?.key;
  useEffect(() => {
    if (refusedKey === undefined || refusal === undefined) return;
    unsent.remove(refusedKey);
    setProblem(refusal);
    finishing.current = '';
    change({ finished: false });
    // What matters is that it was refused; the rest is the same in every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refusedKey]);

  const here = shown === 'counter';
  useShortcuts({
    c: () => here && !draft.finished && goTo('customer'),
    b: () => here && !draft.finished && goTo('basket'),
    k: () => here && !draft.finished && goTo('counselling'),
    n: () => here && draft.finished && next(),
  });
  useScanAnywhere(here && !draft.finished, search);
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey) || draft.finished) return;
    event.preventDefault();
    finish();
  }

  const done: Step[] = draft.finished
    ? ['customer', 'basket', 'counselling', 'finish']
    : [
        ...(draft.who.kind === 'open' ? [] : (['customer'] as const)),
        ...(draft.lines.length > 0 && !open.some(({ what }) => what !== 'customer' && what !== 'warning') ? (['basket'] as const) : []),
        ...(draft.declined || (draft.asked.length > 0 && draft.told.length > 0) ? (['counselling'] as const) : []),
      ];
  const at: Step = draft.finished ? 'receipt' : ((['customer', 'basket', 'counselling'] as const).find((step) => !done.includes(step)) ?? 'finish');
  return (
    <>
      <div className="ac-counter" data-scene="counter" hidden={!here} onKeyDown={onKey}>
        <h1 className="pf-v6-screen-reader">{t('counter.title')}</h1>
        <Steps now={at} done={done} waiting={unsent.waiting} refused={unsent.refused} onStep={goTo} onUnsent={() => show('day')} />
        {away && !loggedOut && (
          <Alert component="p" variant="warning" isInline title={t(lost ? 'counter.offline.title' : 'counter.offline.silentTitle')} role="status" data-offline="" className="ac-offline">
            {t('counter.offline.text')}
          </Alert>
        )}
        {draft.finished ? (
          <Done
            key={draft.id}
            draft={draft}
            store={store}
            language={language}
            unsent={entry !== undefined}
            sending={!away && !loggedOut}
            onLanguage={(chosen) => change({ language: chosen })}
            onNext={next}
          />
        ) : (
          <>
            {problem !== undefined && <Problem title={t('counter.finish.refused')} problem={problem} />}
            {unkept && (
              <Alert component="p" variant="danger" isInline title={t('counter.finish.unkept')} role="alert">
                {t('counter.finish.unkeptText')}
              </Alert>
            )}
            <div className="ac-counter-columns">
              <div className="ac-counter-main">
                <Customer draft={draft} store={store} card={greeted} unsent={unsent} onChange={change} onDone={() => requestAnimationFrame(() => search.current?.focus())} />
                <Basket draft={draft} store={store} today={today} shelf={shelf} missing={tried ? open : []} problem={problem} search={search} onChange={change} />
              </div>
              <div className="ac-counter-side">
                <Checks draft={draft} looked={looked} by={me.name} onAcknowledge={(acknowledged) => change({ acknowledged })} />
                <Counsel draft={draft} preview={looked.preview} language={language} by={me.name} onChange={change} />
              </div>
            </div>
            <FinishBar
              draft={draft}
              store={store}
              missing={untouched && !tried ? [] : open}
              tried={tried}
              check={looked.check}
              offline={away}
              onMissing={goToMissing}
              onFinish={finish}
              onClear={() => (untouched ? undefined : setClearing(true))}
            />
          </>
        )}
      </div>
      {shown === 'day' && (
        <Day
          store={store}
          today={today}
          unsent={unsent}
          {...(customerId !== undefined && 'name' in draft.who ? { customer: { id: customerId, name: draft.who.name } } : {})}
          busy={!untouched && !draft.finished}
          onMend={(sale) => {
            setDraft(draftOf(sale, ''));
            finishing.current = '';
            setProblem(unsent.find(sale.clientSaleId)?.problem);
            setTried(true);
            show('counter');
          }}
        />
      )}
      {clearing && (
        <Ask
          title={t('counter.finish.clearTitle')}
          text={t('counter.finish.clearText')}
          yes={t('counter.finish.clear')}
          danger
          onYes={() => {
            setClearing(false);
            next();
          }}
          onNo={() => setClearing(false)}
        />
      )}
    </>
  );
}
