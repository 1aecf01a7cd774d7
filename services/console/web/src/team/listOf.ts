/** What was typed as a list, each once: "en, zh; en" are two. */
export const listOf = (typed: string): string[] => [...new Set(typed.split(/[\s,;，、]+/).filter((one) => one !== ''))];
