import type { RenderContext } from "./report_context.ts";

/** The licenses under which a page may be passed on: of code and text, and of the tables it read. */
export function licenseOf({ versions, run, licenses = {} }: RenderContext): string {
  const own = `Text, figures and code: ${versions.license ?? "MIT"}.`;
  const tables = new Map<string, string[]>();
  for (const { path } of run?.reads ?? []) {
    const license = licenses[path];
    if (license !== undefined) tables.set(license, [...tables.get(license) ?? [], path]);
  }
  const read = [...tables].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([license, paths]) => `${license} (${paths.join(", ")})`);
  return read.length === 0 ? own : `${own} Tables read: ${read.join("; ")}.`;
}
