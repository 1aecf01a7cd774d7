import type { Product } from './wire';

/** What this store sold lately and at which price: prices come by themselves, and a lost network still finds the usual packs. */
export interface Shelved {
  product: Product;
  price: string;
}

const most = 300;
const keyOf = (store: string) => `aftercare.counter.shelf.${store}`;

export function shelved(storage: Storage, store: string): Shelved[] {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(store)) ?? '[]') as Shelved[];
    return Array.isArray(kept) ? kept : [];
  } catch (unreadable) {
    console.warn('shelf dropped', unreadable);
    return [];
  }
}

export function shelve(storage: Storage, store: string, sold: readonly Shelved[]): void {
  const codes = new Set(sold.map(({ product }) => `${product.system} ${product.code}`));
  const others = shelved(storage, store).filter(({ product }) => !codes.has(`${product.system} ${product.code}`));
  try {
    storage.setItem(keyOf(store), JSON.stringify([...sold, ...others].slice(0, most)));
  } catch (full) {
    console.warn('shelf not kept', full);
  }
}

export const priceOnShelf = (shelf: readonly Shelved[], product: { system: string; code: string }) =>
  shelf.find((known) => known.product.system === product.system && known.product.code === product.code)?.price;

export function findOnShelf(shelf: readonly Shelved[], text: string, limit: number): Product[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return shelf
    .map(({ product }) => product)
    .filter((product) => {
      const name = `${product.name} ${product.strength ?? ''} ${product.code}`.toLowerCase();
      return words.length > 0 && words.every((word) => name.includes(word));
    })
    .slice(0, limit);
}
