// Writes rpm's ndb database: slots of 16 bytes, then blobs in blocks of 16 bytes. Form: rpm, lib/backend/ndb/rpmpkg.c.

/** The file of these blobs, numbered from 1, with `free` empty slots before them. */
export function ndbFile(blobs: readonly Uint8Array[], free = 0): Buffer {
  const slotPages = Math.ceil((2 + free + blobs.length) / 256);
  const slots = Buffer.alloc(4096 * slotPages);
  for (let at = 32; at < slots.length; at += 16) slots.write("Slot", at);
  slots.write("RpmP", 0);
  slots.writeUInt32LE(slotPages, 12);
  slots.writeUInt32LE(blobs.length + 1, 16);
  const bodies: Buffer[] = [slots];
  let start = slots.length / 16;
  for (const [at, blob] of blobs.entries()) {
    const blocks = Math.ceil((blob.length + 28) / 16);
    const body = Buffer.alloc(16 * blocks);
    body.write("BlbS", 0);
    body.writeUInt32LE(at + 1, 4);
    body.writeUInt32LE(blob.length, 12);
    body.set(blob, 16);
    body.writeUInt32LE(adler32(body.subarray(0, body.length - 12)), body.length - 12);
    body.writeUInt32LE(blob.length, body.length - 8);
    body.write("BlbE", body.length - 4);
    const slot = 32 + 16 * (free + at);
    for (const [word, value] of [at + 1, start, blocks].entries()) slots.writeUInt32LE(value, slot + 4 + 4 * word);
    start += blocks;
    bodies.push(body);
  }
  return Buffer.concat(bodies);
}

/** RFC 1950, section 8. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
