import type { ReportFile } from "./report_context.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
  json: "application/json",
  woff2: "font/woff2",
};

/** The page around the notebook's, which keeps its own policy: it loads it again when told to. */
const FRAME = (page: string, title: string) =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe src="/${page}" title="${title}"></iframe>
<script>
const frame = document.querySelector("iframe");
new EventSource("/saves").onmessage = () => frame.contentWindow.location.reload();
</script>
`;

/** Shows a notebook's page on this machine alone, and has the browser load it again when it changes. */
export class WatchServer {
  /** Where the browser finds it. */
  readonly url: string;
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #files = new Map<string, ReportFile["content"]>();

  /** @param name The notebook's name without its extension. */
  constructor(name: string, port = 0) {
    const title = encodeURIComponent(name);
    const frame = FRAME(`${title}.html`, title);
    this.#server = Deno.serve(
      { hostname: "127.0.0.1", port, onListen() {} },
      (request) => this.#answer(request, frame),
    );
    this.url = `http://127.0.0.1:${this.#server.addr.port}/`;
  }

  /** Shows these files from now on. */
  show(files: readonly ReportFile[]): void {
    this.#files = new Map(files.map(({ path, content }) => [path, content]));
    for (const listener of this.#listeners) {
      listener.enqueue(new TextEncoder().encode("data: saved\n\n"));
    }
  }

  #answer(request: Request, frame: string): Response {
    const { pathname, host } = new URL(request.url);
    // A name that leads here is not ours: another site's page may have sent the browser.
    if (host !== new URL(this.url).host) return new Response("Not here", { status: 421 });
    const headers = { "cache-control": "no-store" };
    if (pathname === "/") return new Response(frame, { headers: { ...headers, ...html } });
    if (pathname === "/favicon.ico") return new Response(null, { status: 204 });
    if (pathname === "/saves") return this.#saves();
    const path = decodeURIComponent(pathname.slice(1));
    const content = this.#files.get(path);
    if (content === undefined) return new Response("Not a file of this page", { status: 404 });
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ""] ?? "application/octet-stream";
    return new Response(content as BodyInit, { headers: { ...headers, "content-type": type } });
  }

  #saves(): Response {
    const listeners = this.#listeners;
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller;
        listeners.add(own);
      },
      cancel() {
        listeners.delete(own);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  /** Ends it. */
  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
    await this.#server.shutdown();
  }
}

const html = { "content-type": TYPES["html"]! };
