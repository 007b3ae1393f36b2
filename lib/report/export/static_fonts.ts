import { Buffer } from "node:buffer";
import { policyHash } from "../../files/hash.ts";

/** The weights in which print uses a family: a browser takes the nearest. */
const WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  "Source Serif 4": [400, 700],
  "Source Sans 3": [400, 500, 600, 700],
  "Source Code Pro": [400],
};

type Subset = (
  font: Uint8Array,
  text: string,
  options: { targetFormat: string; variationAxes: { wght: number } },
) => Promise<Uint8Array>;

/** A hash as an attribute has it, whose quotes are written as entities. */
const bare = (style: string) => policyHash(style).replaceAll("'", "");

const FACE = /@font-face\s*\{[^}]*?\}/g;

/** A variable font's face as one face a weight, each with the page's letters. */
async function staticFaces(face: string, letters: string, subset: Subset): Promise<string> {
  const family = /font-family:\s*"([^"]+)"/.exec(face)?.[1] ?? "";
  const source = /url\(data:font\/woff2;base64,([^)]*)\)/.exec(face)?.[1];
  if (source === undefined || !/font-weight:\s*200 900/.test(face)) return face;
  const font = Buffer.from(source, "base64");
  const faces = await Promise.all((WEIGHTS[family] ?? [400]).map(async (wght) => {
    const fixed = await subset(font, letters, { targetFormat: "woff2", variationAxes: { wght } });
    return face
      .replace(
        /url\([^)]*\)/,
        `url(data:font/woff2;base64,${Buffer.from(fixed).toString("base64")})`,
      )
      .replace(/font-weight:\s*200 900/, `font-weight: ${wght}`);
  }));
  return faces.join("\n");
}

/**
 * A page that carries its fonts, with each variable font as fonts of fixed weights: Chromium prints
 * letters of a variable font as drawings (Type 3), which printers and archives refuse, and those of a
 * fixed one as a font. Its policy names the new style sheets.
 */
export async function withStaticFonts(html: string): Promise<string> {
  const { default: subset } = await import("subset-font") as { default: Subset };
  const letters = [...new Set(html.replace(/<style>[\s\S]*?<\/style>/g, ""))].sort().join("");
  let page = html;
  for (const [, style] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
    const faces = style!.match(FACE) ?? [];
    const fixed = await Promise.all(faces.map((face) => staticFaces(face, letters, subset)));
    let next = 0;
    const sheet = style!.replace(FACE, () => fixed[next++]!);
    page = page.replace(style!, () => sheet).replaceAll(bare(style!), bare(sheet));
  }
  return page;
}
