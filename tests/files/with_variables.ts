/** Runs with other environment variables, null for one that is not set, and puts them back. */
export async function withVariables<T>(
  variables: Readonly<Record<string, string | null>>,
  run: () => T | Promise<T>,
): Promise<T> {
  const set = (name: string, value: string | null | undefined) =>
    value === null || value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  const before = Object.keys(variables).map((name) => [name, Deno.env.get(name)] as const);
  for (const [name, value] of Object.entries(variables)) set(name, value);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) set(name, value);
  }
}
