import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { withFixedDates } from "./fixed_pdf.ts";
import { printablePage } from "./printable_page.ts";
import { withStaticFonts } from "./static_fonts.ts";

/** Browsers that can print, by the names that systems give them. */
const BROWSERS = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  ...["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  ...["C:/Program Files/Google/Chrome/Application/chrome.exe"],
];

async function findBrowser(): Promise<string> {
  const named = Deno.env.get("CHROMIUM");
  for (const path of named ? [named] : BROWSERS) {
    if (await Deno.stat(path).then((found) => found.isFile, () => false)) return path;
  }
  throw new Error(
    `Cannot make a PDF: Chromium: found none, expected it at ${
      named ?? BROWSERS.slice(0, 3).join(", ")
    }; install it, or name it in the variable CHROMIUM, or export as html or docx`,
  );
}

/**
 * Prints a page that stands for itself to PDF, with Chromium. The same page gives
 * the same bytes with the same Chromium.
 *
 * @throws {Error} when there is no Chromium, or it fails, with what it said.
 */
export async function printToPdf(html: string): Promise<Uint8Array<ArrayBuffer>> {
  const browser = await findBrowser();
  const folder = await Deno.makeTempDir();
  try {
    const page = join(folder, "page.html");
    const pdf = join(folder, "page.pdf");
    await Deno.writeTextFile(page, await withStaticFonts(printablePage(html)));
    const { code, stderr } = await new Deno.Command(browser, {
      args: [
        ...["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        ...["--no-pdf-header-footer", `--user-data-dir=${join(folder, "profile")}`],
        // Chromium's sandbox refuses to run as root; the page's own policy lets nothing run or load.
        ...(Deno.build.os !== "windows" && Deno.uid() === 0 ? ["--no-sandbox"] : []),
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      stdout: "null",
      stderr: "piped",
    }).output();
    if (code !== 0) {
      throw new Error(`Cannot make a PDF: ${new TextDecoder().decode(stderr).trim().slice(-500)}`);
    }
    return withFixedDates(await Deno.readFile(pdf));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
