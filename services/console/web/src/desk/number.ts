/** Countries whose calling code is one or two digits; all others have three. */
const short = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+16175550123" as "+1 617 555 0123": groups that can be read out and dialled. Anything else stays as it is. */
export function spaced(number: string): string {
  const found = /^\+(\d{7,15})$/.exec(number);
  if (!found) return number;
  const digits = found[1] ?? '';
  const code = short.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  const groups: string[] = [rest.slice(-4)];
  for (let end = rest.length - 4; end > 0; end -= 3) groups.unshift(rest.slice(Math.max(0, end - 3), end));
  if ((groups[0]?.length ?? 0) === 1 && groups.length > 2) groups.splice(0, 2, groups.slice(0, 2).join(''));
  return [`+${code}`, ...groups].join(' ');
}
