import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { doctorCommand } from "../../lib/scaffold/doctor_command.ts";
import { atLeast, denoFinding, rawFinding } from "../../lib/scaffold/machine.ts";
import { sha256 } from "../../lib/files/hash.ts";

Deno.test("versions are compared part by part, as numbers", () => {
  assert(atLeast("2.10.0", "2.9.6") && atLeast("2.9.6", "2.9.6") && atLeast("3.0.0", "2.9.6"));
  assert(!atLeast("2.9.5", "2.9.6") && !atLeast("1.46.3", "2.9.6"));
});

Deno.test("an older Deno than the README's stops, a later one is named", () => {
  const readme = "npx --yes deno@2.9.6 task report";
  assertEquals(denoFinding("2.9.6", readme), { what: "Deno", there: "yes", says: "2.9.6" });
  assertEquals(denoFinding("2.8.0", readme).there, "no");
  assertEquals(denoFinding("3.1.0", readme).says, "3.1.0; outputs were made with 2.9.6");
});

Deno.test("a raw file that is missing, or another, is named", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "data/sources/x"), { recursive: true });
    await Deno.mkdir(join(root, "raw"));
    for (const [file, text] of [["a.csv", "one"], ["b.csv", "two"], ["c.csv", "six"]] as const) {
      await Deno.writeTextFile(
        join(root, `data/sources/x/${file}.json`),
        JSON.stringify({ file, sha256: sha256(text), bytes: 3 }),
      );
    }
    await Deno.writeTextFile(join(root, "raw/a.csv"), "one");
    await Deno.writeTextFile(join(root, "raw/b.csv"), "twa");
    const { there, says } = await rawFinding(root, join(root, "raw"));
    assertEquals(there, "without");
    assert(says.includes("2 of 3") && says.includes("b.csv has another hash"), says);
    assert(says.includes("c.csv is missing"), says);
    assertEquals((await rawFinding(root, null)).there, "without");
    await Deno.writeTextFile(join(root, "raw/b.csv"), "two");
    await Deno.writeTextFile(join(root, "raw/c.csv"), "six");
    assertEquals((await rawFinding(root, join(root, "raw"))).there, "yes");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("of raw files that are missing five are named, and that there are more where there are", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "data/sources"), { recursive: true });
    await Deno.mkdir(join(root, "raw"));
    const missing = async (name: string) => {
      const sidecar = { file: name, sha256: sha256(name), bytes: 1 };
      await Deno.writeTextFile(join(root, `data/sources/${name}.json`), JSON.stringify(sidecar));
      return (await rawFinding(root, join(root, "raw"))).says;
    };
    for (const name of "abcd") await missing(name);
    const five = await missing("e");
    assert(five.startsWith("5 of 5 in ") && five.endsWith(" is missing"), five);
    assertEquals(five.match(/is missing/g)?.length, 5);
    const six = await missing("f");
    assert(six.startsWith("6 of 6 in ") && six.endsWith(" is missing, …"), six);
    assertEquals(six.match(/is missing/g)?.length, 5);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("doctor ends well on a machine that runs the tests", async () => {
  assertEquals(await doctorCommand([]), 0);
});
