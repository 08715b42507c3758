// rpm's own database format ndb (`Packages.db`, SUSE): slots that point to blobs, all in blocks of 16 bytes, little-endian.
// Format: rpm, lib/backend/ndb/rpmpkg.c.

export const ndbMagic = 0x506d7052;
const slotMagic = 0x746f6c53;
const headMagic = 0x53626c42;
const tailMagic = 0x45626c42;
const pageSize = 4096;
const block = 16;
/** The first slots of the first page are the file's header. */
const firstSlot = 32;
const headSize = 16;
const tailSize = 12;

/** The header blobs of a database; null stands for something that should be there and is not, or is not whole. */
export function* ndbBlobs(file: Buffer): Generator<Buffer | null> {
  if (file.length < firstSlot || file.readUInt32LE(0) !== ndbMagic || file.readUInt32LE(4) !== 0) return yield null;
  const slotsEnd = file.readUInt32LE(12) * pageSize;
  if (slotsEnd === 0 || slotsEnd > file.length) yield null;
  for (let slot = firstSlot; slot < Math.min(slotsEnd, file.length - block + 1); slot += block) {
    if (file.readUInt32LE(slot) !== slotMagic) return yield null;
    const start = file.readUInt32LE(slot + 8) * block;
    // A free slot.
    if (start === 0) continue;
    yield start < slotsEnd ? null : blobAt(file, start, file.readUInt32LE(slot + 4), file.readUInt32LE(slot + 12));
  }
}

/** The blob of `blocks` blocks at `start`; its head and tail must tell the same package and length. */
function blobAt(file: Buffer, start: number, index: number, blocks: number): Buffer | null {
  if (index === 0 || start + Math.max(blocks, 2) * block > file.length) return null;
  if (file.readUInt32LE(start) !== headMagic || file.readUInt32LE(start + 4) !== index) return null;
  const length = file.readUInt32LE(start + 12);
  if (blocks !== Math.ceil((headSize + length + tailSize) / block)) return null;
  const tail = start + blocks * block - tailSize;
  if (file.readUInt32LE(tail + 4) !== length || file.readUInt32LE(tail + 8) !== tailMagic) return null;
  return file.subarray(start + headSize, start + headSize + length);
}
