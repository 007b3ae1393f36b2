import { refusal } from "../check/mod.ts";

/** Returns the name of a covariate or an estimand if it is text with something in it. */
export function requireName(task: string, name: unknown, where = "name"): string {
  if (typeof name === "string" && name.trim() !== "") return name;
  const message = refusal({ task, where, found: name, expected: "a name (text)" });
  throw typeof name === "string" ? new RangeError(message) : new TypeError(message);
}
