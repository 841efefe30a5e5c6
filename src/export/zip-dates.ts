// Zip archives carry the clock of their making in every entry; this sets it to the first day that the format knows, so that
// the same content gives the same bytes (APPNOTE.TXT of the format, sections 4.3.7, 4.3.12 and 4.3.16).

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const firstDay = 0x0021; // 1 January 1980 as DOS writes it; its time is 0
const endLength = 22;

/** Where the record stands that ends the archive; -1 where the bytes are no archive. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0; at--) if (view.getUint32(at, true) === signatures.end) return at;
  return -1;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, firstDay, true);
}

/** A copy of the archive whose entries are all of 1 January 1980, 00:00. Throws RangeError where the bytes are no archive. */
export function withoutDates(archive: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer);
  const end = endOf(view);
  if (end < 0) throw new RangeError("not a zip archive");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== signatures.central || view.getUint32(local, true) !== signatures.local)
      throw new RangeError("not a zip archive");
    setDate(view, at + 12);
    setDate(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
