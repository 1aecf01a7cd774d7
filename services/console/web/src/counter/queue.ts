import { Refused, Unreachable } from '../api/client';
import type { ProblemDocument } from '../api/types';
import type { NewCustomer, NewSale, SaleView } from './wire';

/**
 * What the counter has finished and the house has not acknowledged yet: written down before it is sent, sent in order, and
 * forgotten when it is acknowledged. Kept in the browser under its user and store, so that nobody else's log-in sends it.
 */
export type Letter = { kind: 'customer'; body: NewCustomer } | { kind: 'sale'; body: NewSale };

export type Entry = Letter & {
  key: string;
  /** Why it was refused; it waits to be mended. */
  problem?: ProblemDocument;
};

/** What becomes of an entry that was sent. */
export type Fate =
  | { entry: Entry; outcome: 'sent'; sale?: SaleView }
  | { entry: Entry; outcome: 'refused'; problem: ProblemDocument };

export interface Post {
  customer(body: NewCustomer): Promise<unknown>;
  sale(body: NewSale): Promise<SaleView>;
}

export const idOf = (entry: Letter) => (entry.kind === 'sale' ? entry.body.clientSaleId : entry.body.id);

/** Whether another time may do. Only an answer about the content itself is final. */
export function isPassing(failure: unknown): boolean {
  if (failure instanceof Unreachable) return true;
  return !(failure instanceof Refused) || failure.status === 401 || failure.status === 408 || failure.status === 429 || failure.status >= 500;
}

/** Whether the way itself is closed, so that what comes next need not try. */
const isWayClosed = (failure: unknown) =>
  failure instanceof Unreachable || (failure instanceof Refused && [401, 429, 502, 503, 504].includes(failure.status));

export class Queue {
  private readonly prefix: string;
  private sending: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly storage: Storage,
    user: string,
    store: string,
  ) {
    this.prefix = `aftercare.counter.unsent.${user}.${store}.`;
  }

  /** @throws when the browser cannot keep it: then it must not be called finished */
  add(letter: Letter, now = Date.now()): void {
    const last = this.keys().at(-1)?.slice(this.prefix.length) ?? '';
    const place = Math.max(now, Number.parseInt(last, 10) + 1 || 0);
    this.storage.setItem(`${this.prefix}${String(place).padStart(15, '0')}`, JSON.stringify(letter));
  }

  entries(): Entry[] {
    const found: Entry[] = [];
    for (const key of this.keys()) {
      const entry = this.read(key);
      if (entry !== undefined) found.push(entry);
    }
    return found;
  }

  find(id: string): Entry | undefined {
    return this.entries().find((entry) => idOf(entry) === id);
  }

  remove(key: string): void {
    if (key.startsWith(this.prefix)) this.storage.removeItem(key);
  }

  /**
   * Sends what waits, oldest first; a closed way ends the round, a refusal does not. Only one round is under way at a time; asked
   * meanwhile, another follows.
   */
  send(post: Post, tell: (fate: Fate) => void): Promise<void> {
    this.again = true;
    this.sending ??= Promise.resolve()
      .then(() => this.rounds(post, tell))
      .finally(() => {
        this.sending = undefined;
      });
    return this.sending;
  }

  private async rounds(post: Post, tell: (fate: Fate) => void): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.round(post, tell);
    }
  }

  private async round(post: Post, tell: (fate: Fate) => void): Promise<void> {
    for (const { key } of this.entries()) {
      // Looked at anew: another tab may have sent it meanwhile.
      const entry = this.read(key);
      if (entry === undefined || entry.problem !== undefined) continue;
      try {
        const sale = entry.kind === 'sale' ? await post.sale(entry.body) : void (await post.customer(entry.body));
        this.remove(key);
        tell({ entry, outcome: 'sent', ...(sale ? { sale } : {}) });
      } catch (failure) {
        if (failure instanceof Refused && !isPassing(failure)) {
          this.storage.setItem(key, JSON.stringify({ ...letterOf(entry), problem: failure.problem }));
          tell({ entry, outcome: 'refused', problem: failure.problem });
        } else if (isWayClosed(failure)) return;
      }
    }
  }

  private keys(): string[] {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(this.prefix))
      .sort();
  }

  private read(key: string): Entry | undefined {
    try {
      const entry = JSON.parse(this.storage.getItem(key) ?? 'null') as Entry | null;
      return entry === null ? undefined : { ...entry, key };
    } catch (unreadable) {
      console.warn('unsent entry not readable', unreadable);
      return undefined;
    }
  }
}

const letterOf = (entry: Entry): Letter =>
  entry.kind === 'sale' ? { kind: 'sale', body: entry.body } : { kind: 'customer', body: entry.body };
