// Who reads one body of a layer while it streams by.

/** Pieces are only lent. What `end` promises is waited for before the next entry. */
export interface Reader {
  push(piece: Buffer): void;
  end(): void | Promise<void>;
}
