// The port for bytes that outlive the process, whatever keeps them (store/byte-cache.ts: a folder).

export interface ByteStore {
  /** The bytes kept under a key as they were put; null when there are none. */
  get(key: string): Promise<Uint8Array | null>;
  /** Keeps bytes under a key of `a-z`, `0-9` and `-`, or does not: what is kept here may be gone at any time. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Lets an entry go. */
  drop(key: string): Promise<void>;
}

/** What `decode` makes of the entry; one that it does not understand is let go, and counts as not there. */
export async function readStored<T>(
  store: ByteStore,
  key: string,
  decode: (bytes: Uint8Array) => T,
): Promise<T | null> {
  const bytes = await store.get(key);
  if (bytes === null) return null;
  try {
    return decode(bytes);
  } catch {
    await store.drop(key);
    return null;
  }
}
