import { Alert, Button } from '@patternfly/react-core';
import { BarcodeIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { forwardRef, useDeferredValue, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import { isGtin, looksLikeCode, readCode } from './code';
import * as api from './counterApi';
import { lineOf, type Line } from './draft';
import { isPassing } from './queue';
import { findOnShelf, priceOnShelf, type Shelved } from './shelf';
import type { Product } from './wire';

const most = 8;
const calm = 200;

interface Props {
  text: string;
  shelf: readonly Shelved[];
  onText: (text: string) => void;
  /** @param scanned by a scanner: the next pack follows at once, so the focus stays */
  onAdd: (line: Line, scanned: boolean) => void;
}

interface Trouble {
  code: string;
  detail: string;
}

/** One field for scanner and fingers: a code is looked up as it is entered, words are searched while they are typed. */
export const Search = forwardRef<HTMLInputElement, Props>(function Search({ text, shelf, onText, onAdd }, input) {
  const { t } = useTranslation();
  const list = useId();
  const [settled, setSettled] = useState(text);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const [looking, setLooking] = useState(0);
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const [said, setSaid] = useState('');

  const words = text.trim();
  const searchable = words.length >= 2 && !looksLikeCode(words) && !/^\d{6,}$/.test(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), calm);
    return () => clearTimeout(timer);
  }, [words]);
  const search = useQuery({
    queryKey: ['products', settled],
    queryFn: () => api.products(settled, most),
    enabled: searchable && settled === words,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const own = search.isError && isPassing(search.error);
  const found = useDeferredValue(!searchable ? [] : own ? findOnShelf(shelf, words, most) : (search.data ?? []));
  const fresh = settled === words && !search.isFetching;
  const open = searchable && !closed && (found.length > 0 || fresh);
  useEffect(() => setAt(0), [settled]);

  function pick(product: Product) {
    onText('');
    setSaid(t('counter.search.added', { name: product.name }));
    onAdd(lineOf(product, priceOnShelf(shelf, product) ?? ''), false);
  }

  function pickUnknown(code: string, name: string, scanned: boolean) {
    onText('');
    const bare = code || name;
    const read = readCode(bare);
    const system = read.gtin ? 'gtin' : 'local';
    const product = { system, code: (read.gtin ?? bare).slice(0, 64), name };
    onAdd(lineOf(product, priceOnShelf(shelf, product) ?? '', read, true), scanned);
  }

  async function scan(code: string) {
    onText('');
    setSaid('');
    setLooking((count) => count + 1);
    try {
      const answer = await api.scan(code);
      const [other] = answer.codes ?? [];
      const bare = answer.gtin === undefined ? (other ?? { system: 'local', code: code.slice(0, 64) }) : { system: 'gtin', code: answer.gtin };
      const product = answer.product ?? { ...bare, name: '' };
      setSaid(answer.product ? t('counter.search.added', { name: product.name }) : t('counter.search.uncatalogued'));
      onAdd(lineOf(product, priceOnShelf(shelf, product) ?? '', answer, answer.product === undefined), true);
    } catch (failure) {
      if (isPassing(failure)) {
        const read = readCode(code);
        const known = shelf.find(({ product }) => product.code === (read.gtin ?? code))?.product;
        if (known !== undefined) onAdd(lineOf(known, priceOnShelf(shelf, known) ?? '', read), true);
        else pickUnknown(code, '', true);
      } else setTroubles((before) => [...before, { code, detail: failure instanceof Error ? failure.message : '' }]);
    } finally {
      setLooking((count) => count - 1);
    }
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    const choices = found.length + (fresh ? 1 : 0);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const chosen = found[at];
      if (looksLikeCode(words) || isGtin(words)) void scan(words);
      else if (open && chosen !== undefined) pick(chosen);
      else if (open && fresh && at === found.length && words !== '') pickUnknown('', words, false);
    } else if (event.key === 'ArrowDown' && open) {
      event.preventDefault();
      setAt((before) => (before + 1) % Math.max(1, choices));
    } else if (event.key === 'ArrowUp' && open) {
      event.preventDefault();
      setAt((before) => (before - 1 + choices) % Math.max(1, choices));
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setClosed(true);
    } else if (event.key === ']' && event.ctrlKey) {
      // How a keyboard says the separator of a GS1 code.
      event.preventDefault();
      onText(`${text}\u001d`);
    }
  }

  const option = (place: number) => `${list}-${place}`;
  return (
    <div className="ac-search">
      <label htmlFor="counter-search" className="ac-label">
        {t('counter.search.label')} <Key>B</Key>
      </label>
      <div className="ac-search-box">
        <BarcodeIcon aria-hidden />
        <input
          ref={input}
          id="counter-search"
          className="ac-input"
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open ? option(at) : undefined}
          aria-describedby={`${list}-hint`}
          value={text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={t('counter.search.placeholder')}
          onChange={(event) => {
            setClosed(false);
            onText(event.target.value);
          }}
          onKeyDown={onKey}
          onBlur={() => setClosed(true)}
          onFocus={() => setClosed(false)}
        />
      </div>
      <p className="pf-v6-screen-reader" id={`${list}-hint`}>
        {t('counter.search.hint')}
      </p>
      {open && (
        <ul className="ac-found" role="listbox" id={list} aria-label={t('counter.search.results')}>
          {found.map((product, place) => (
            <li
              key={`${product.system} ${product.code}`}
              id={option(place)}
              role="option"
              aria-selected={place === at}
              data-product={product.code}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(product)}
            >
              <span className="ac-found-name">
                {product.name} {product.strength}
              </span>
              <span className="ac-hint">
                {[product.form, product.prescription ? t('counter.line.prescription') : '', product.highAlert ? t('counter.line.highAlert') : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
          {fresh && (
            <li
              id={option(found.length)}
              role="option"
              aria-selected={at === found.length}
              className="ac-found-other"
              data-product="other"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pickUnknown('', words, false)}
            >
              <span className="ac-found-name">{t('counter.search.other', { name: words })}</span>
              <span className="ac-hint">{t(own ? 'counter.search.ownShelf' : found.length === 0 ? 'counter.search.none' : 'counter.search.otherHint')}</span>
            </li>
          )}
        </ul>
      )}
      <p className="ac-hint ac-search-said" role="status">
        {looking > 0 ? t('counter.search.looking') : said}
      </p>
      {troubles.map(({ code, detail }) => (
        <Alert
          key={code}
          component="p"
          variant="warning"
          isInline
          role="alert"
          title={t('counter.search.unreadable', { code: code.slice(0, 40) })}
          actionLinks={
            <>
              <Button
                variant="secondary"
                onClick={() => {
                  setTroubles((before) => before.filter((trouble) => trouble.code !== code));
                  pickUnknown(code, '', false);
                }}
              >
                {t('counter.search.sellAnyway')}
              </Button>
              <Button variant="link" onClick={() => setTroubles((before) => before.filter((trouble) => trouble.code !== code))}>
                {t('app.close')}
              </Button>
            </>
          }
        >
          {detail}
        </Alert>
      ))}
    </div>
  );
});
