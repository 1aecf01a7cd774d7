import type { NewReturn, Sold } from './wire';

/** What can become of a sale afterwards. */
export type How = 'whole' | 'lines' | 'void';

/** Packs by line number. */
export type Packs = Record<number, number>;

interface Left {
  line: number;
  name: string;
  /** Packs that are still with the customer. */
  left: number;
}

export const leftOf = (sale: Sold): Left[] =>
  sale.lines.flatMap(({ line, product, quantity, returned }) => (quantity > returned ? [{ line, name: product.name, left: quantity - returned }] : []));

/** What the customer brought, never more than they have. */
export function broughtOf(sale: Sold, how: How, packs: Packs): { line: number; name: string; quantity: number }[] {
  return leftOf(sale).flatMap(({ line, name, left }) => {
    const quantity = how === 'whole' ? left : how === 'lines' ? Math.min(left, packs[line] ?? 0) : 0;
    return quantity > 0 ? [{ line, name, quantity }] : [];
  });
}

/** @param id made once for what is on the page: sent twice, it comes back once */
export function toReturn(sale: Sold, how: How, packs: Packs, id: string, reason: string): NewReturn {
  return {
    clientReturnId: id,
    ...(how === 'lines' ? { lines: broughtOf(sale, how, packs).map(({ line, quantity }) => ({ line, quantity })) } : {}),
    reason: reason.trim(),
  };
}
