import { inflateRawSync } from "node:zlib";

const directoryMark = 0x02014b50;

/** All that a file says: the text of one that is text, and of every part of one that is packed, as `.docx` and `.ods` are. */
export function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  if (file.toString("latin1", 0, 2) !== "PK") return file.toString();
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06"));
  const parts: string[] = [];
  let at = file.readUInt32LE(end + 16);
  while (at + 46 <= file.length && file.readUInt32LE(at) === directoryMark) {
    const [method, packed, local] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ];
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const part = file.subarray(start, start + packed);
    parts.push((method === 8 ? inflateRawSync(part) : part).toString());
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts.join("\n");
}
