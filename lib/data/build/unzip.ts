import { Buffer } from "node:buffer";
import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The members of a zip archive by name, those alone that are wanted. Why not fflate, which other rooms use:
 * the raw files unpack to gigabytes, and the platform's own inflate takes a fifth of the time. It reads what
 * the raw files are: one volume, below 4 GB, no password.
 *
 * @throws {RangeError} if it is not such an archive.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const require = (holds: boolean, found: string): void => {
    if (!holds) throw new RangeError(`Cannot unzip: found ${found}, expected a zip archive`);
  };
  // The directory's place is written at the end, before a comment of up to 64 KB.
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  require(end >= 0, "no directory");
  const members = new Map<string, Uint8Array>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    require(at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY, "a directory cut short");
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength!);
    at += 46 + nameLength! + extra! + comment!;
    if (!wanted(name)) continue;
    require((zip.readUInt16LE(local + 6) & 1) === 0, "a password");
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + packed);
    require(data.length === packed, "a member cut short");
    require(method === STORED || method === DEFLATED, `method ${method}`);
    members.set(name, method === STORED ? data : inflateRawSync(data));
  }
  return members;
}
