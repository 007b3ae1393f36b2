import { unzipSync, zipSync } from "fflate";

/** The same document must give the same bytes, so its archive is of this day, by any clock. */
const FIXED_DATE = new Date(2000, 0, 1);

/**
 * The packer writes the time of day into the document and its archive, counts
 * pictures through the life of the process, and names links at random. All
 * become what only the document decides.
 */
export function withFixedParts(docx: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(docx);
  const edit = (name: string, change: (xml: string) => string) => {
    const file = files[name];
    if (file) files[name] = new TextEncoder().encode(change(new TextDecoder().decode(file)));
  };
  edit(
    "docProps/core.xml",
    (xml) => xml.replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, ">2000-01-01T00:00:00.000Z<"),
  );
  const links = new Map<string, string>();
  const renamed = (xml: string) =>
    xml.replace(/"(rId(?!\d+")[^"]+)"/g, (_, id: string) => `"${links.get(id) ?? id}"`);
  let pictures = 0;
  edit("word/document.xml", (xml) => {
    for (const [, id] of xml.matchAll(/<w:hyperlink[^>]* r:id="([^"]+)"/g)) {
      if (!links.has(id!)) links.set(id!, `rIdLink${links.size + 1}`);
    }
    return renamed(xml).replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++pictures}"`);
  });
  edit("word/_rels/document.xml.rels", renamed);
  return new Uint8Array(zipSync(files, { mtime: FIXED_DATE, level: 9 }));
}
