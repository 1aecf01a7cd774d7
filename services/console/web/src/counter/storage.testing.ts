/** What a browser's storage does, as far as the tests use it. */
export function storage(): Storage {
  const target = Object.create({
    getItem: (key: string) => (Object.hasOwn(target, key) ? target[key] : null),
    setItem: (key: string, value: string) => void (target[key] = value),
    removeItem: (key: string) => void delete target[key],
  });
  return target as Storage;
}
