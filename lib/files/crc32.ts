/** The table of CRC-32 as zip, gzip and PNG use it: the polynomial 0xEDB88320, bits reversed. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * The checksum that archives and pictures keep of what they hold; goes on from an earlier part's. A file
 * that was damaged on its way unpacks to other counts without a word, and only this shows it.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++) {
    value = value >>> 8 ^ TABLE[(value ^ bytes[at]!) & 255]!;
  }
  return ~value >>> 0;
}
