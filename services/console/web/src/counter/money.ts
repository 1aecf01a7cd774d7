/** Prices as people type them, kept as text so that no cent is lost on the way. */

const places = 4;
const scale = 10_000n;

/**
 * "7.5", "7,50", "1,234.50", "฿ 1 234": plain digits with a point and at most four decimals; undefined when it is no price. Where
 * both a point and a comma stand, the last is the decimal one; a lone comma before exactly three digits groups thousands, as in
 * all three languages of the page.
 */
export function priceOf(typed: string): string | undefined {
  let text = typed
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\s\p{Sc}'’]/gu, '');
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return undefined;
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  const groups = /^\d{1,3}(,\d{3})+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text);
  const decimal = groups ? -1 : Math.max(point, comma);
  const whole = decimal < 0 ? text : text.slice(0, decimal);
  const rest = decimal < 0 ? '' : text.slice(decimal + 1);
  if (decimal >= 0 && point >= 0 && comma >= 0 && !/^\d{1,3}([.,]\d{3})*$/.test(whole)) return undefined;
  if (decimal >= 0 && (point < 0 || comma < 0) && /[.,]/.test(whole)) return undefined;
  text = `${whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0'}${rest ? `.${rest}` : ''}`;
  return /^\d{1,8}(\.\d{1,4})?$/.test(text) && Number(text) <= 10_000_000 ? text : undefined;
}

function scaled(price: string): bigint {
  const [whole = '0', rest = ''] = price.split('.');
  return BigInt(whole) * scale + BigInt(rest.padEnd(places, '0').slice(0, places) || '0');
}

/** What all of it costs; lines without a price count nothing. */
export function totalOf(lines: readonly { price: string; quantity: number }[]): number {
  const sum = lines.reduce((before, { price, quantity }) => before + scaled(priceOf(price) ?? '0') * BigInt(quantity), 0n);
  return Number(sum) / Number(scale);
}

export function money(amount: number, currency: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
}
