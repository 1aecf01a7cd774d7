/** Whom somebody looks for: a file by its id, or whoever a number or an e-mail address belongs to. */
export type Sought = { id: string } | { email: string } | { phone: string; country: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was typed tells what it is; nothing for what is neither. */
export function soughtIn(typed: string, country: string): Sought | undefined {
  const text = typed.trim();
  if (uuid.test(text)) return { id: text.toLowerCase() };
  if (text.includes('@')) return { email: text };
  return /\d.*\d.*\d/.test(text) ? { phone: text, country } : undefined;
}
