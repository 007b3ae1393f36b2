// deno-lint-ignore-file no-console -- what is said there is heard here
/** What a task gives, and what it says on the console meanwhile, which no page should. */
export function listening<T>(task: () => T): { value: T; said: string[] } {
  const said: string[] = [];
  const before = { warn: console.warn, error: console.error, log: console.log };
  const listen = (...words: unknown[]) => void said.push(words.map(String).join(" "));
  Object.assign(console, { warn: listen, error: listen, log: listen });
  try {
    return { value: task(), said };
  } finally {
    Object.assign(console, before);
  }
}
