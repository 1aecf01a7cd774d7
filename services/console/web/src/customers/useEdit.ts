import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../api/client';
import * as api from './api';
import { drop, keep, kept, type Kept } from './kept';
import { reconcile, same } from './reconcile';
import type { CustomerFile } from './wire';

interface Edited<T> {
  /** Who edits. */
  user: string;
  /** Names what is edited of a file. */
  part: string;
  file: CustomerFile;
  of: (file: CustomerFile) => T;
  send: (draft: T, seen: number) => Promise<unknown>;
  onSaved: () => void;
  /** Given up: nothing was saved. */
  onClosed: () => void;
}

/** An edit of one part of a file, that of others brought into it and never lost. */
export function useEdit<T extends object>({ user, part, file, of, send, onSaved, onClosed }: Edited<T>) {
  const queries = useQueryClient();
  const { id } = file;
  const [state, setState] = useState<Kept<T>>(() => kept<T>(user, id, part) ?? { base: of(file), draft: of(file), seen: file.version, clashes: [], taken: [] });

  function become(next: Kept<T>) {
    keep(user, id, part, next);
    setState(next);
  }

  async function sendOrReconcile(from: Kept<T>): Promise<boolean> {
    try {
      await send(from.draft, from.seen);
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 412) throw failure;
    }
    const now = await api.file(id);
    const theirs = of(now);
    const { merged, clashes, taken } = reconcile(from.base, from.draft, theirs);
    const next = { base: theirs, draft: merged, seen: now.version, theirs, clashes, taken };
    become(next);
    // The change was elsewhere in the file: nothing here to decide.
    if (clashes.length === 0 && taken.length === 0) return sendOrReconcile(next);
    return false;
  }

  const save = useMutation({
    mutationFn: () => sendOrReconcile(state),
    onSuccess: async (saved) => {
      if (!saved) return;
      drop(user, id, part);
      await queries.invalidateQueries({ queryKey: ['customer', id] });
      onSaved();
    },
  });

  return {
    ...state,
    failure: save.error,
    busy: save.isPending,
    /** What both changed is decided first: the version that would be sent along is theirs already. */
    ready: state.clashes.length === 0,
    touched: !same(state.draft, state.base),
    set: (change: Partial<T>) => become({ ...state, draft: { ...state.draft, ...change } }),
    /** Puts what is on file in place of what was typed, or keeps what was typed. */
    settle: (field: keyof T, whose: 'mine' | 'theirs') =>
      become({
        ...state,
        clashes: state.clashes.filter((each) => each !== field),
        draft: whose === 'mine' || state.theirs === undefined ? state.draft : { ...state.draft, [field]: state.theirs[field] },
      }),
    save: () => save.mutate(),
    giveUp: () => {
      drop(user, id, part);
      onClosed();
    },
  };
}
