import { lines, type Output } from "./notebook_file.ts";

const NAME = "NotCapable";
/** So many refusals are named in a cell's output; of the rest the number. */
const MOST_NAMED = 100;

/** How many refusals an output tells of: an error is one, a text as many as it names. */
function told(output: Output): number {
  const text = JSON.stringify(output);
  if (output.output_type === "error") return text.includes(NAME) ? 1 : 0;
  return text.split(NAME).length - 1;
}

/**
 * A cell's outputs with every access that it was denied. Deno throws `NotCapable`
 * for a denied access, but Node's own modules turn it into an error of their own
 * or into none, an import into a `TypeError`, and a cell may catch it and go on.
 * Where the outputs tell of fewer refusals than there were, all are named on
 * stderr, before the cell's error.
 *
 * @param denied What was denied while the cell ran, in the words of its refusal.
 */
export function withDeniedAccess(outputs: readonly Output[], denied: readonly string[]): Output[] {
  const known = outputs.reduce((sum, output) => sum + told(output), 0);
  if (denied.length <= known) return [...outputs];
  const reasons = [...new Set(denied)];
  const more = reasons.length - MOST_NAMED;
  const text = reasons.slice(0, MOST_NAMED).map((reason) => `${NAME}: ${reason}\n`).join("") +
    (more > 0 ? `${NAME}: and ${more} more\n` : "");
  const isError = (output: Output) => output.output_type === "error";
  return [
    ...outputs.filter((output) => !isError(output)),
    { output_type: "stream", name: "stderr", text: lines(text) },
    ...outputs.filter(isError),
  ];
}
