import { useQuery } from '@tanstack/react-query';
import * as api from './transferApi';

/** Who waits for a pharmacist, looked at every few seconds by whoever may take over. */
export function useOpenTransfers() {
  return useQuery({ queryKey: ['transfers'], queryFn: api.open, refetchInterval: 4_000, refetchIntervalInBackground: true });
}
