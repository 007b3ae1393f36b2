import { curlyText } from "./curly_marks.ts";
import { type Markup, markup } from "./markup.ts";

/** What social media and messengers show of a link. */
export interface Preview {
  readonly title: string;
  readonly description: string;
  /** The page's own path in the report. */
  readonly path: string;
  /** A picture of 1200 by 630 pixels, by its path in the report. */
  readonly card?: { readonly path: string; readonly alt: string } | undefined;
  /** Where the report stands on the web, ending with a slash. */
  readonly address?: string | undefined;
  /** Folders between the page and the report's own, for addresses where none is known. */
  readonly depth?: number;
}

/**
 * The elements of a page's head that say how a link to it looks. Most readers of them want whole
 * addresses, which only a report with `--address` has; without it they lead from the page.
 */
export function openGraph(preview: Preview): Markup {
  const { title, description, path, card, address, depth = 0 } = preview;
  const whole = (file: string) =>
    address === undefined ? "../".repeat(depth) + file : address + file;
  const property = (name: string, content: string) =>
    markup`<meta property="${name}" content="${content}">\n`;
  return markup`${property("og:type", "article")}${property("og:site_name", "Tallybook")}${
    property("og:title", curlyText(title))
  }${property("og:description", curlyText(description))}${
    address !== undefined && property("og:url", whole(path))
  }${
    card &&
    markup`${property("og:image", whole(card.path))}${property("og:image:width", "1200")}${
      property("og:image:height", "630")
    }${property("og:image:alt", curlyText(card.alt))}`
  }<meta name="twitter:card" content="${card ? "summary_large_image" : "summary"}">\n`;
}
