import fonts from "./style/fonts.css" with { type: "text" };
import page from "./style/page.css" with { type: "text" };
import parts from "./style/parts.css" with { type: "text" };
import print from "./style/print.css" with { type: "text" };
import search from "./style/search.css" with { type: "text" };
import whereFrom from "./style/where_from.css" with { type: "text" };
import formulas from "katex/dist/katex.min.css" with { type: "text" };

/** Comments and indentation are for who edits the style sheets, not for who reads a page. */
const compact = (css: string) =>
  css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").trim();

/** The style sheet of every page. */
export const PAGE_STYLES: string = [fonts, page, parts, print, whereFrom, search].map(compact).join(
  "\n",
);

/** KaTeX's style sheet, its fonts beside the other fonts of the report. */
export const FORMULA_STYLES: string = formulas
  .replace(/,url\(fonts\/[\w-]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, "")
  .replaceAll("url(fonts/", "url(assets/fonts/");
