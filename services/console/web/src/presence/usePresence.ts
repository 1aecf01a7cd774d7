import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as api from './presence';

const queryKey = ['presence'];

/** Whether I take calls, as I said last, in this window or another; and the way to say so. */
export function usePresence() {
  const cache = useQueryClient();
  const presence = useQuery({ queryKey, queryFn: api.current, refetchInterval: 30_000 });
  const say = useMutation({
    mutationFn: api.say,
    onSuccess: (said) => cache.setQueryData<api.Presence>(queryKey, said),
  });
  return { presence: presence.data, say };
}
