import { fetched } from '../api/client';
import type { CallView } from '../api/types';
import type { Ending, RedFlag, TransferView } from './wire';

const transfers = '/api/follow-up/transfers';

/** A pharmacist is to take over now. Asked again, it is the same transfer as it stands. */
export const ask = (call: CallView, redFlags: RedFlag[], placeConfirmed: boolean) =>
  fetched<TransferView>('POST', `/api/follow-up/calls/${call.id}/transfer`, { epoch: call.epoch, redFlags, placeConfirmed });

/** Nobody is needed any more, says who asked. */
export const withdraw = (id: string) => fetched<TransferView>('POST', `${transfers}/${id}/withdraw`, {});

/** Those that wait, longest first, then those that somebody is busy with. */
export const open = async () => (await fetched<{ items: TransferView[] }>('GET', transfers)).items;

export const take = (id: string) => fetched<TransferView>('POST', `${transfers}/${id}/take`, {});

export const end = (id: string, ending: Ending) => fetched<TransferView>('POST', `${transfers}/${id}/end`, { ending });
