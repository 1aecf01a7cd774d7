import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallView, ScriptView } from '../api/types';
import { scriptKey } from '../desk/useScript';
import { harms, type Harm } from './wire';

/** What was ticked in the script as unwanted or as a warning sign need not be entered again. */
export function useHeardHarms() {
  const cache = useQueryClient();
  return useCallback(
    (call: CallView, language: string): Harm[] => {
      const answers = cache.getQueryData<ScriptView>(scriptKey(call, language))?.answers ?? {};
      const heard = [answers['side-effect-kinds'], answers['warning-signs']].flat();
      return harms.filter((harm) => heard.includes(harm));
    },
    [cache],
  );
}
