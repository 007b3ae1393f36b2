/** The page of one's own returns from its script's side, with a worker that says what the test tells it. */
import { assertEquals, assertMatch } from "@std/assert";
import { fire, openPage, withGlobals } from "../panels/browser_page.ts";

interface Worker {
  onmessage: (event: { data: unknown }) => void;
  onerror: (event: { message: string }) => void;
  asked?: unknown;
  ended: boolean;
}

const workers: Worker[] = [];
class TestWorker {
  ended = false;
  asked: unknown;
  constructor() {
    workers.push(this as unknown as Worker);
  }
  postMessage(message: unknown) {
    this.asked = message;
  }
  terminate() {
    this.ended = true;
  }
}

const document = openPage(
  '<script id="known">packed</script><script id="program">"program"</script>' +
    '<input id="file" type="file"><input id="year"><select id="state"></select>' +
    '<div id="mends"><input type="checkbox" value="duplicates"><input type="checkbox" value="totals"></div>' +
    '<progress id="bar" hidden></progress><p id="status"></p><div id="result">before</div><button id="again" hidden></button>',
);
// The chosen option's value, which linkedom's lists can't be given.
Object.defineProperty(document.getElementById("state"), "value", { value: "", writable: true });
const GLOBALS = { document, Worker: TestWorker };
await withGlobals(GLOBALS, () => import("../../../lib/report/own_returns/client/main.ts"));
const test = (name: string, run: () => void) => Deno.test(name, () => withGlobals(GLOBALS, run));

const part = (id: string) => document.getElementById(id)!;
const choose = (file: unknown) => {
  part("file").files = file === undefined ? null : [file];
  fire(document, part("file"), "change");
};
const FILE = { name: "counts.csv", size: 1_234_567 };

test("without a file nothing is read", () => {
  choose(undefined);
  fire(document, part("again"), "click");
  assertEquals([workers.length, part("again").hidden, part("bar").hidden], [0, true, true]);
});

test("a chosen file is read by a worker of its own, with what is asked for, and its progress is shown", () => {
  choose(FILE);
  assertEquals(workers.length, 1);
  const [worker] = workers;
  assertEquals(worker!.asked, { file: FILE, options: {}, packed: "packed" });
  assertEquals(part("status").textContent, "Reading counts.csv, 1,234,567 bytes");
  assertEquals([part("bar").hidden, part("again").hidden, part("result").textContent], [
    false,
    false,
    "",
  ]);
  assertEquals(part("bar").getAttribute("value"), "0");
  worker!.onmessage({ data: { percent: 40 } });
  assertEquals(part("bar").getAttribute("value"), "40");
  assertEquals(part("status").textContent, "Reading counts.csv, 1,234,567 bytes");
  worker!.onmessage({ data: { percent: 100 } });
  assertEquals(part("status").textContent, "Checking counts.csv");
  assertEquals(part("bar").hidden, false);
});

test("a failure says why, by whichever way it comes, and nothing is shown", () => {
  workers[0]!.onmessage({ data: { failure: "no columns" } });
  assertEquals(part("status").textContent, "Cannot read counts.csv: no columns");
  assertEquals([part("bar").hidden, part("result").textContent], [true, ""]);
  fire(document, part("again"), "click");
  assertEquals([workers.length, workers[0]!.ended, part("bar").hidden], [2, true, false]);
  workers[1]!.onerror({ message: "out of memory" });
  assertEquals(part("status").textContent, "Cannot read counts.csv: out of memory");
  assertEquals(part("bar").hidden, true);
});

test("year, state and mends are asked for as they are set", () => {
  part("year").value = " 2016 ";
  part("state").value = "WI";
  const [, totals] = [...part("mends").querySelectorAll("input")];
  totals!.checked = true;
  fire(document, part("again"), "click");
  assertEquals((workers.at(-1)!.asked as { options: unknown }).options, {
    year: 2016,
    state: "WI",
    mend: ["totals"],
  });
});

test("what was read is shown with the time that it took", () => {
  workers.at(-1)!.onmessage({ data: { inspected: { refusal: "Cannot read it: found x" } } });
  assertMatch(part("status").textContent, /^Read and checked in \d+\.\d seconds\.$/);
  assertEquals(part("bar").hidden, true);
  assertMatch(part("result").textContent, /Cannot read it: found x/);
});

test("the same file can be chosen again", () => {
  part("file").value = "counts.csv";
  fire(document, part("file"), "click");
  assertEquals(part("file").value, "");
});
