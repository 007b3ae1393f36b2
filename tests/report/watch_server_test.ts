import { assertEquals, assertStringIncludes } from "@std/assert";
import { WatchServer } from "../../lib/report/watch_server.ts";

async function withServer(work: (server: WatchServer) => Promise<void>): Promise<void> {
  const server = new WatchServer("01 votes");
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

Deno.test("files are served by their kind, never kept by the browser, and nothing else is there", () =>
  withServer(async (server) => {
    const kinds = {
      html: "text/html; charset=utf-8",
      svg: "image/svg+xml",
      png: "image/png",
      csv: "text/csv; charset=utf-8",
      pdf: "application/pdf",
      json: "application/json",
      woff2: "font/woff2",
      zip: "application/octet-stream",
    };
    server.show([
      ...Object.keys(kinds).map((kind) => ({ path: `figures/ä.${kind}`, content: kind })),
      { path: "none", content: Uint8Array.of(7) },
    ]);
    for (const [kind, type] of Object.entries(kinds)) {
      const response = await fetch(`${server.url}figures/${encodeURIComponent("ä")}.${kind}`);
      assertEquals(
        [
          response.status,
          response.headers.get("content-type"),
          response.headers.get("cache-control"),
        ],
        [200, type, "no-store"],
      );
      assertEquals(await response.text(), kind);
    }
    const bytes = await fetch(`${server.url}none`);
    assertEquals([...new Uint8Array(await bytes.arrayBuffer())], [7]);
    assertEquals(bytes.headers.get("content-type"), "application/octet-stream");
    const missing = await fetch(`${server.url}figures/b.html`);
    assertEquals([missing.status, await missing.text()], [404, "Not a file of this page"]);
    // What is shown next takes the place of all that was.
    server.show([]);
    const gone = await fetch(`${server.url}none`);
    assertEquals(gone.status, 404);
    await gone.body?.cancel();
  }));

Deno.test("the page's frame names the notebook's page, and loads nothing but it", () =>
  withServer(async (server) => {
    const response = await fetch(server.url);
    assertEquals(response.headers.get("content-type"), "text/html; charset=utf-8");
    assertEquals(response.headers.get("cache-control"), "no-store");
    assertStringIncludes(
      await response.text(),
      '<iframe src="/01%20votes.html" title="01%20votes">',
    );
    const icon = await fetch(`${server.url}favicon.ico`);
    assertEquals(icon.status, 204);
    await icon.body?.cancel();
  }));

Deno.test("a name that leads here is refused: another site's page may have sent the browser", () =>
  withServer(async (server) => {
    const { port } = new URL(server.url);
    const connection = await Deno.connect({ port: Number(port), hostname: "127.0.0.1" });
    await connection.write(
      new TextEncoder().encode("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
    );
    const answer = await new Response(connection.readable).text();
    assertStringIncludes(answer, " 421 ");
    assertEquals(answer.includes("iframe"), false);
  }));

Deno.test("each save is told to every browser that listens, and to none that has gone", () =>
  withServer(async (server) => {
    const listen = async () => {
      const { body, headers } = await fetch(`${server.url}saves`);
      assertEquals(headers.get("content-type"), "text/event-stream");
      return body!.pipeThrough(new TextDecoderStream()).getReader();
    };
    const [one, two] = [await listen(), await listen()];
    server.show([]);
    assertEquals((await one.read()).value, "data: saved\n\n");
    assertEquals((await two.read()).value, "data: saved\n\n");
    await one.cancel();
    // The server learns of it a moment later, and must not write to it then; before, it may.
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.show([]);
    assertEquals((await two.read()).value, "data: saved\n\n");
    await two.cancel();
  }));
