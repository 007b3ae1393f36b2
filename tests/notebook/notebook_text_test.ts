import { assertEquals, assertRejects } from "@std/assert";
import { NotebookFormatError, parseNotebook } from "../../lib/notebook/mod.ts";
import { readNotebookText } from "../../lib/notebook/notebook_text.ts";
import { testProject } from "./project.ts";

const refused = async (path: string, message: string) => {
  const error = await assertRejects(() => readNotebookText(path, "a.ipynb"), NotebookFormatError);
  assertEquals(error.message, `Cannot read a.ipynb: ${message}`);
};

Deno.test("readNotebookText() names the line that is no UTF-8, and what is no file", async () => {
  await using project = await testProject();
  const path = project.path("a.ipynb");
  await Deno.writeFile(path, new Uint8Array([123, 10, 34, 0xc3, 0xa9, 34, 10, 0xff, 10]));
  await refused(path, "line 3: found bytes that are no UTF-8, expected text");
  for (
    const [bytes, line] of [[[0xff, 10, 123], 1], [[10, 0xff], 2], [
      [123, 10, 10, 0xff],
      3,
    ]] as const
  ) {
    await Deno.writeFile(path, new Uint8Array(bytes));
    await refused(path, `line ${line}: found bytes that are no UTF-8, expected text`);
  }
  await refused(project.root, "the file: found a folder, expected a notebook");
  await refused("/dev/zero", "the file: found a pipe or a device, expected a notebook");
  const file = await Deno.create(path);
  await file.truncate(600_000_000);
  file.close();
  await refused(path, "the file: found 600000000 bytes, expected 500000000 at most");
  await Deno.writeTextFile(path, "\uFEFF{}");
  assertEquals(await readNotebookText(path, "a.ipynb"), "\uFEFF{}");
});

Deno.test("parseNotebook() takes a version that is spelled as a fraction, and none below zero", () => {
  const text = (format: string, minor: string) =>
    `{ "cells": [], "metadata": {}, "nbformat": ${format}, "nbformat_minor": ${minor} }`;
  const { notebook } = parseNotebook(text("4.0", "5.0"), "a.ipynb");
  assertEquals([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
  for (const minor of ["-1", "1e300", "0.5"]) {
    let message = "";
    try {
      parseNotebook(text("4", minor), "a.ipynb");
    } catch (error) {
      message = (error as Error).message;
    }
    assertEquals(message.split(":")[1], minor === "1e300" ? undefined : " nbformat_minor");
  }
});
