import { assertRejects, assertStringIncludes } from "@std/assert";
import { printToPdf } from "../../../lib/report/export/print_to_pdf.ts";
import { withVariables } from "../../files/with_variables.ts";

Deno.test("printToPdf() says what it looked for where there is no Chromium", async () => {
  const error = await withVariables(
    { CHROMIUM: "/nowhere/chromium" },
    () => assertRejects(() => printToPdf("<p>"), Error),
  );
  assertStringIncludes(error.message, "found none, expected it at /nowhere/chromium");
});
