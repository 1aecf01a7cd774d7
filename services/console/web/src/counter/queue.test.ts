import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused, Unreachable } from '../api/client';
import { Queue, type Fate, type Letter, type Post } from './queue';
import { storage } from './storage.testing';
import type { NewCustomer, NewSale, SaleView } from './wire';

const customer: NewCustomer = { id: 'c-1', country: 'US', givenName: 'Ida', zone: 'America/New_York', phones: [], consents: [] };
const sale = (clientSaleId: string): NewSale => ({
  clientSaleId,
  occurredAt: '2026-11-24T09:00:00-05:00',
  customerId: 'c-1',
  buyer: 'self',
  lines: [{ product: { system: 'local', code: 'x', name: 'X' }, quantity: 1, unitPrice: 7.5, prescription: false }],
  currency: 'USD',
});
const letter = (id: string): Letter => ({ kind: 'sale', body: sale(id) });
const view = (body: NewSale): SaleView => ({ id: `s-${body.clientSaleId}`, clientSaleId: body.clientSaleId });
const silent = () => Promise.reject(new Unreachable('no answer'));
const saying = (status: number, problem = {}) => () => Promise.reject(new Refused(status, problem));

let kept: Storage;
let queue: Queue;
let sent: string[];
let fates: Fate[];
const tell = (fate: Fate) => void fates.push(fate);
const post: Post = {
  customer: async (body) => void sent.push(body.id),
  sale: async (body) => {
    sent.push(body.clientSaleId);
    return view(body);
  },
};

beforeEach(() => {
  kept = storage();
  queue = new Queue(kept, 'dan', 'boston-1');
  sent = [];
  fates = [];
});

describe('the queue', () => {
  it('sends everything once, in order, and forgets it', async () => {
    queue.add({ kind: 'customer', body: customer }, 5);
    queue.add(letter('a'), 5);
    queue.add(letter('b'), 3);
    await Promise.all([queue.send(post, tell), queue.send(post, tell)]);
    await queue.send(post, tell);
    expect(sent).toEqual(['c-1', 'a', 'b']);
    expect(queue.entries()).toEqual([]);
    expect(Object.keys(kept)).toEqual([]);
    expect(fates.map((fate) => fate.outcome === 'sent' && fate.sale?.id)).toEqual([undefined, 's-a', 's-b']);
  });

  it('keeps all of it while there is no way, also over a reload', async () => {
    queue.add({ kind: 'customer', body: customer });
    queue.add(letter('a'));
    const customers = vi.fn(silent);
    const sales = vi.fn(silent);
    await queue.send({ customer: customers, sale: sales }, tell);
    expect(customers).toHaveBeenCalledOnce();
    expect(sales).not.toHaveBeenCalled();

    const reloaded = new Queue(kept, 'dan', 'boston-1');
    expect(reloaded.find('a')?.body).toEqual(sale('a'));
    await reloaded.send(post, tell);
    expect(sent).toEqual(['c-1', 'a']);
  });

  it.each([401, 429, 500, 502, 503, 504])('takes %i for a passing trouble', async (status) => {
    queue.add(letter('a'));
    await queue.send({ ...post, sale: saying(status) }, tell);
    expect(queue.entries()).toHaveLength(1);
    expect(queue.entries()[0]?.problem).toBeUndefined();
    expect(fates).toEqual([]);
  });

  it('never sends it in the name of another person or store', async () => {
    queue.add(letter('a'));
    for (const other of [new Queue(kept, 'dao', 'boston-1'), new Queue(kept, 'dan', 'bangkok-1')]) {
      expect(other.entries()).toEqual([]);
      await other.send(post, tell);
    }
    expect(sent).toEqual([]);
    expect(queue.entries()).toHaveLength(1);
  });

  it('puts a refused one aside with its fields and goes on with the next', async () => {
    const problem = { violations: [{ field: 'lines[0].unitPrice', message: 'too much' }] };
    queue.add(letter('a'));
    queue.add(letter('b'));
    await queue.send({ ...post, sale: (body) => (body.clientSaleId === 'a' ? saying(400, problem)() : post.sale(body)) }, tell);
    expect(sent).toEqual(['b']);
    expect(fates[0]).toMatchObject({ outcome: 'refused', problem });
    expect(queue.entries()).toMatchObject([{ problem, body: { clientSaleId: 'a' } }]);

    // It waits for its mending, and is not sent by itself.
    await queue.send(post, tell);
    expect(sent).toEqual(['b']);
    const [refused] = queue.entries();
    queue.add(letter('a'));
    queue.remove(refused?.key ?? '');
    await queue.send(post, tell);
    expect(sent).toEqual(['b', 'a']);
  });

  it('sends what was added while it was sending', async () => {
    queue.add(letter('a'));
    await queue.send({ ...post, sale: async (body) => {
      if (body.clientSaleId === 'a') {
        queue.add(letter('b'));
        void queue.send(post, tell);
      }
      return post.sale(body);
    } }, tell);
    expect(sent).toEqual(['a', 'b']);
  });

  it('says so when the browser cannot keep it', () => {
    const full = Object.assign(storage(), {}) as Storage;
    Object.getPrototypeOf(full).setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => new Queue(full, 'dan', 'boston-1').add(letter('a'))).toThrow();
  });
});
