/** What a scanner sends, as far as the page must know it: whether it is a code at all, and what stands in it when nobody else can tell. */

/** Between the parts of a GS1 element string. */
const separator = '\u001d';

/** Whether GTIN-8, -12, -13 or -14 with its check digit. */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  const sum = [...text.padStart(14, '0')].reduce((before, digit, place) => before + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** Whether this is to be resolved as a code, and not searched for as words. */
export function looksLikeCode(text: string): boolean {
  const bare = text.trim();
  return (
    /^\](d2|C1|e0|Q3|E0|E4)/.test(bare) ||
    /^\(\d{2,4}\)\S/.test(bare) ||
    bare.includes(separator) ||
    /^01\d{14}(\d{2}\S+)?$/.test(bare) ||
    /^(\d{8}|\d{12,14})$/.test(bare)
  );
}

export interface Read {
  gtin?: string;
  batch?: string;
  expiry?: string;
}

/** What the page can read from a code by itself, while nobody can be asked. */
export function readCode(text: string): Read {
  const bare = text.trim().replace(/^\][A-Za-z]\d/, '');
  if (isGtin(bare)) return { gtin: bare.padStart(14, '0') };
  const found: Read = {};
  const parts = bare.startsWith('(') ? inBrackets(bare) : inARow(bare);
  for (const [name, value] of parts) {
    if (name === '01' && isGtin(value)) found.gtin = value;
    else if (name === '10' && /^[!-~]{1,20}$/.test(value)) found.batch = value;
    else if (name === '17') Object.assign(found, expiryOf(value));
  }
  return found;
}

function inBrackets(text: string): [string, string][] {
  return [...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map(([, name = '', value = '']) => [name, value]);
}

const fixed: Record<string, number> = { '01': 14, '11': 6, '13': 6, '15': 6, '17': 6 };

function inARow(text: string): [string, string][] {
  const parts: [string, string][] = [];
  let rest = text.replaceAll(/^\u001d+/g, '');
  while (rest.length > 2) {
    const name = rest.slice(0, 2);
    const length = fixed[name];
    const end = rest.indexOf(separator);
    const until = length === undefined ? (end < 0 ? rest.length : end) : 2 + length;
    parts.push([name, rest.slice(2, until)]);
    rest = rest.slice(until).replace(/^\u001d/, '');
  }
  return parts;
}

/** YYMMDD; day 00 is the last of the month. Packs do not expire in the last century. */
function expiryOf(value: string): Read {
  const [, year, month, day] = /^(\d\d)(0[1-9]|1[0-2])(\d\d)$/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return {};
  const last = new Date(Date.UTC(2000 + Number(year), Number(month), 0)).getUTCDate();
  const whole = day === '00' ? last : Number(day);
  return whole > last ? {} : { expiry: `20${year}-${month}-${String(whole).padStart(2, '0')}` };
}
