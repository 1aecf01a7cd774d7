import { afterEach, expect, it, vi } from 'vitest';
import { open, write } from './incidentApi';

afterEach(() => vi.unstubAllGlobals());

it('finds mine among everybody’s, on whichever page they are', async () => {
  const answer = (items: object[], more: Record<string, string> = {}) => new Response(JSON.stringify({ items }), { headers: more });
  const fetched = vi
    .fn<(address: string) => Promise<Response>>()
    .mockResolvedValueOnce(answer([{ id: '1', agent: 'ann' }, { id: '2', agent: 'ben' }], { Link: '</api/follow-up/incidents?cursor=2>; rel="next"' }))
    .mockResolvedValueOnce(answer([{ id: '3', agent: 'ann' }]));
  vi.stubGlobal('fetch', fetched);

  expect((await open('ann')).map(({ id }) => id)).toEqual(['1', '3']);
  expect(fetched.mock.calls[1]?.[0]).toBe('/api/follow-up/incidents?cursor=2');
});

it('writes to an incident alone, whatever the link says', async () => {
  const fetched = vi.fn<(address: string) => Promise<Response>>().mockResolvedValue(new Response('{}'));
  vi.stubGlobal('fetch', fetched);

  await write('../calls', 'colleague', 'She was calm.');

  expect(fetched.mock.calls[0]?.[0]).toBe('/api/follow-up/incidents/..%2Fcalls/debrief/colleague');
});
