import type { ReportFile } from "./report_context.ts";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2" with {
  type: "bytes",
};
import serifItalic from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2" with {
  type: "bytes",
};
import sans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2" with {
  type: "bytes",
};
import mono from "@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2" with {
  type: "bytes",
};
import { FORMULA_STYLES } from "./styles.ts";

/** The fonts of every page, as files of the report. */
export function fontFiles(): ReportFile[] {
  return Object.entries({
    "source-serif-4-latin-wght-normal": serif,
    "source-serif-4-latin-wght-italic": serifItalic,
    "source-sans-3-latin-wght-normal": sans,
    "source-code-pro-latin-wght-normal": mono,
  }).map(([name, content]) => ({ path: `assets/fonts/${name}.woff2`, content }));
}

/** The fonts that formulas need: only where a page has formulas. */
export async function formulaFontFiles(): Promise<ReportFile[]> {
  const names = new Set(
    [...FORMULA_STYLES.matchAll(/assets\/fonts\/([\w-]+\.woff2)/g)].map((match) => match[1]!),
  );
  return await Promise.all(
    [...names].sort().map(async (name) => {
      const { default: content } = await import(`katex/dist/fonts/${name}`, {
        with: { type: "bytes" },
      });
      return { path: `assets/fonts/${name}`, content };
    }),
  );
}
