/** Computes a value when it is first needed, and caches it. */
export function once<T>(make: () => T): () => T {
  let cached: { value: T } | undefined;
  return () => (cached ??= { value: make() }).value;
}

/** Computes a value once for each object. The objects must never change. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const cached = new WeakMap<K, { value: T }>();
  return (key) => {
    let known = cached.get(key);
    if (!known) cached.set(key, (known = { value: make(key) }));
    return known.value;
  };
}
