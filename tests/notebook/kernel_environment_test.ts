import { assertEquals } from "@std/assert";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import { kernelEnvironment } from "../../lib/notebook/kernel_environment.ts";
import { withVariables } from "../files/with_variables.ts";
import { testProject } from "./project.ts";

Deno.test("a kernel's environment is what Deno needs, without secrets, the same on every machine", async () => {
  const given = {
    DENO_CERT: "/cert.pem",
    SECRET_TOKEN: "s3cret",
    HTTPS_PROXY: "https://me:word@proxy",
    NPM_CONFIG_REGISTRY: "https://me:word@npm.example/",
    JSR_URL: "https://jsr.example/",
  };
  const options = { memory: 512, broker: "/run/broker", namesByTcp: false, runFolder: "/run" };
  const environment = await withVariables(given, () => kernelEnvironment(options));
  assertEquals(JSON.stringify(environment).includes("word"), false);
  assertEquals(
    ["SECRET_TOKEN", "HTTPS_PROXY", "RES_OPTIONS"].some((name) => name in environment),
    false,
  );
  const {
    PATH,
    SYSTEMROOT: _windows,
    SSL_CERT_FILE: _ssl,
    DENO_TLS_CA_STORE: _store,
    NODE_EXTRA_CA_CERTS: _node,
    npm_config_registry: _npm,
    ...rest
  } = environment;
  assertEquals(PATH, Deno.env.get("PATH"));
  assertEquals(rest, {
    DENO_CERT: "/cert.pem",
    NPM_CONFIG_REGISTRY: "https://npm.example/",
    JSR_URL: "https://jsr.example/",
    HOME: "/run/home",
    TMPDIR: "/run/tmp",
    TEMP: "/run/tmp",
    TMP: "/run/tmp",
    DENO_DIR: "/run/deno",
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LC_ALL: "en_US.UTF-8",
    NO_COLOR: "1",
    DENO_PERMISSION_BROKER_PATH: "/run/broker",
    DENO_NO_PROMPT: "1",
    DENO_NO_UPDATE_CHECK: "1",
    DENO_V8_FLAGS: "--expose-gc,--max-old-space-size=512",
  });
  assertEquals(kernelEnvironment({ ...options, namesByTcp: true })["RES_OPTIONS"], "use-vc");
});

Deno.test("executeNotebook() passes none of the caller's secrets on", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    'console.log(Deno.env.get("TALLYBOOK_TEST_SECRET") ?? "unset");',
  ]);
  const run = await withVariables(
    { TALLYBOOK_TEST_SECRET: "secret" },
    () => executeNotebook(path, { out: null }),
  );
  const outputs = run.notebook.cells.flatMap(({ outputs = [] }) => outputs);
  assertEquals(outputs.map((output) => [output["text"]].flat().join("")), ["unset\n"]);
});
