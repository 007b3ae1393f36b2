import { assert, assertEquals } from "@std/assert";
import { type Progress, progressOn, type Screen, SILENT } from "../../lib/notebook/progress.ts";

function record(
  terminal: boolean,
  width = 60,
): { screen: Screen; written: () => string; at: (ms: number) => void; now: () => number } {
  let text = "";
  let time = 0;
  return {
    screen: { terminal, width, write: (more) => text += more },
    written: () => text,
    at: (ms) => time = ms,
    now: () => time,
  };
}

function tell(progress: Progress, at: (ms: number) => void): void {
  progress.note("Checking types (1 of 2 notebooks)");
  progress.start("a.ipynb", "lib/x.ts changed");
  at(1000);
  progress.cell("a.ipynb", 1, 4);
  at(2500);
  progress.end("a.ipynb", "ok");
  progress.end("b.ipynb", "unchanged");
  progress.close();
}

Deno.test("progressOn() writes plain lines, with the reason and the time, where it is no terminal", () => {
  const { screen, written, at, now } = record(false);
  tell(progressOn(screen, now), at);
  assertEquals(
    written(),
    "Checking types (1 of 2 notebooks)\na.ipynb: running (lib/x.ts changed)\na.ipynb: ok, 2.5 s\nb.ipynb: unchanged\n",
  );
});

Deno.test("progressOn() draws one line a notebook on a terminal and replaces it", () => {
  const { screen, written, at, now } = record(true);
  tell(progressOn(screen, now), at);
  assertEquals(written().split("\x1b[1A\x1b[J"), [
    "Checking types (1 of 2 notebooks)\na.ipynb: starting (lib/x.ts changed), 0.0 s\n",
    "a.ipynb: cell 1 of 4, 1.0 s\n",
    "a.ipynb: ok, 2.5 s\nb.ipynb: unchanged\n",
  ]);
});

Deno.test("progressOn() cuts a line that is wider than the terminal, so that it can be replaced", () => {
  const { screen, written, now } = record(true, 20);
  const progress = progressOn(screen, now);
  progress.start("a_very_long_name_of_a_notebook.ipynb", "not run here before");
  progress.close();
  assertEquals(written(), "a_very_long_name_of\n\x1b[1A\x1b[J");
});

Deno.test("progressOn() draws a line for each notebook that runs", () => {
  const { screen, written, now } = record(true);
  const progress = progressOn(screen, now);
  progress.start("a.ipynb", "r");
  progress.start("b.ipynb", "r");
  progress.close();
  assert(
    written().endsWith(
      "\x1b[1A\x1b[Ja.ipynb: starting (r), 0.0 s\nb.ipynb: starting (r), 0.0 s\n\x1b[2A\x1b[J",
    ),
  );
});

Deno.test("SILENT says nothing", () => {
  const { written, at } = record(true);
  tell(SILENT, at);
  assertEquals(written(), "");
});
