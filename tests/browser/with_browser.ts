/**
 * Tests in a real browser. They need Chromium: at the path in CHROMIUM, or Debian's. Without it they
 * are skipped and say so, unless TALLYBOOK_REQUIRE_BROWSER=1 makes that a failure.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/**
 * The same browser with and without its windows. Without them it opens a page at a quarter of the time:
 * the other one makes a window with toolbar and menus for each, which no test looks at.
 */
const INSTALLED = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"] as const;

const REQUIRED = Deno.env.get("TALLYBOOK_REQUIRE_BROWSER") === "1";

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  // Without windows letters are hinted unless told otherwise, and wider than a window has them.
  "--font-render-hinting=none",
];

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

const EXECUTABLE = Deno.env.get("CHROMIUM") ?? INSTALLED.find(isThere) ?? INSTALLED[1];

/** A page with what went wrong in it and what it asked for. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, policy violations. */
  readonly complaints: string[];
  /** Addresses asked for outside of the disk. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Opens pages of a report on disk. */
export type Open = (path: string, options?: BrowserContextOptions) => Promise<WatchedPage>;

async function openWatched(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  // What the page's own policy stops is announced as a request, but never leaves.
  page.on("requestfailed", (request) => {
    const stopped = request.failure()?.errorText === "csp";
    if (!stopped && !/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("requestfinished", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  await context.route(/^https?:/, (route) => route.abort());
  await page.goto(`file://${path}`);
  return { page, complaints, requests, close: () => context.close() };
}

let launched: Promise<Browser> | undefined;

/** The browser of this process; what one page keeps, a page of another context never sees. */
async function browserOf(): Promise<Browser> {
  const browser = await (launched ??= chromium.launch({ executablePath: EXECUTABLE, args: FLAGS }));
  if (browser.isConnected()) return browser;
  launched = undefined;
  return await browserOf();
}

Deno.test.afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/** Does the work for each item, two at a time: a page draws while another is asked. */
export async function twoAtATime<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all([worker(), worker()]);
}

/** A step that may run beside others, which a step of which operations are counted may not. */
export function step(
  t: Deno.TestContext,
  name: string,
  fn: (t: Deno.TestContext) => Promise<void>,
): Promise<boolean> {
  return t.step({ name, fn, sanitizeOps: false, sanitizeResources: false, sanitizeExit: false });
}

/** A test with a browser, whose pages share nothing with those of other tests. */
export function browserTest(
  name: string,
  run: (open: Open, t: Deno.TestContext) => Promise<void>,
): void {
  const missing = !isThere(EXECUTABLE);
  const reason = `no Chromium at ${EXECUTABLE}; set CHROMIUM`;
  Deno.test({
    name: missing && !REQUIRED ? `${name} (skipped: ${reason})` : name,
    ignore: missing && !REQUIRED,
    // The browser's pipes and timers belong to its client, which ends them in its own time.
    sanitizeOps: false,
    sanitizeResources: false,
    sanitizeExit: false,
    fn: async (t) => {
      if (missing) throw new Error(`Cannot run this test: ${reason}`);
      const browser = await browserOf();
      try {
        await run((path, options) => openWatched(browser, path, options), t);
      } finally {
        // What a test that failed left open must not be in the next one's way.
        await Promise.all(browser.contexts().map((context) => context.close()));
      }
    },
  });
}
