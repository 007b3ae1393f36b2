/**
 * A module's text with plain imports where it defers them (`import defer * as x`): Deno knows deferred
 * imports, Node and bundlers do not yet. What is imported is the same; it is only evaluated sooner.
 *
 * @example
 * ```ts
 * import { plainImports } from "./plain_imports.ts";
 *
 * console.assert(plainImports('import defer * as a from "a";') === 'import * as a from "a";');
 * ```
 */
export function plainImports(source: string): string {
  return source.replaceAll(/^import defer \* as /gm, "import * as ");
}
