/** The cell that runs unseen before a notebook's own: what it is told to give up. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseGrants } from "../../lib/notebook/grants.ts";
import { firstCell } from "../../lib/notebook/hidden_cells.ts";
import { cellsFilter } from "../../lib/notebook/sandbox/seccomp.ts";
import type { Architecture } from "../../lib/notebook/sandbox/syscalls.ts";

const first = (
  allowed: string[],
  ...more: [] | [Parameters<typeof firstCell>[2], string | null]
) => {
  const [openings, home] = more.length === 0 ? [null, null] as const : more;
  const code = firstCell(parseGrants(allowed), "barrier-1", openings, home);
  // The options are the JSON between the two functions.
  const start = code.indexOf(')({"') + 2;
  let end = start;
  for (let depth = 0; end === start || depth > 0; end++) {
    depth += code[end] === "{" ? 1 : code[end] === "}" ? -1 : 0;
  }
  return { code, options: JSON.parse(code.slice(start, end)) };
};

Deno.test("what is not granted is revoked; addresses alone leave the network to the broker", () => {
  const of = (...allowed: string[]) => {
    const { revoked, net, ffi } = first(allowed).options;
    return { revoked, net, ffi };
  };
  assertEquals(of(), { revoked: ["net", "import", "run"], net: false, ffi: false });
  assertEquals(of("net"), { revoked: ["import", "run"], net: true, ffi: false });
  assertEquals(of("net=localhost:8123"), { revoked: ["import", "run"], net: false, ffi: false });
  assertEquals(of("run", "import"), { revoked: ["net"], net: false, ffi: false });
  assertEquals(of("ffi"), { revoked: ["net", "import", "run"], net: false, ffi: true });
});

Deno.test("barrier and home are told; without a wall there is no filter", () => {
  const { options, code } = first([]);
  assertEquals([options.barrier, options.home, options.filter], ["barrier-1", null, null]);
  assertEquals(first([], null, "/somewhere").options.home, "/somewhere");
  assertStringIncludes(code, "await (");
});

Deno.test({
  name: "with a wall the filter of system calls is told, and the C library that is there",
  ignore: Deno.build.os !== "linux",
  fn: () => {
    const openings = { sockets: false, programs: false } as unknown as NonNullable<
      Parameters<typeof firstCell>[2]
    >;
    const { filter } = first([], openings, null).options;
    const architecture = Deno.build.arch as Architecture;
    assertEquals(filter.program, [...cellsFilter(architecture, openings)]);
    // Linux's numbers of the call.
    assertEquals(filter.call, { x86_64: 317, aarch64: 277 }[architecture as string]);
    assertEquals(Deno.statSync(filter.library).isFile, true);
    assertStringIncludes(Deno.readTextFileSync("/proc/self/maps"), filter.library);
  },
});
