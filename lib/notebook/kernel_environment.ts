import { join } from "node:path";
import { withoutPassword } from "./sandbox/deno_folder.ts";

/** What the Deno program itself needs from its surroundings to find packages. */
const KEPT = [
  "PATH",
  "SYSTEMROOT",
  "DENO_CERT",
  "DENO_TLS_CA_STORE",
  "SSL_CERT_FILE",
  "NODE_EXTRA_CA_CERTS",
];

/** Where packages come from decides under which folder of the cache they lie. */
const REGISTRIES = ["NPM_CONFIG_REGISTRY", "npm_config_registry", "JSR_URL"];

/** What makes outputs the same on every machine: time zone, language, no colors. */
export const DISPLAY_ENVIRONMENT = {
  TZ: "UTC",
  LANG: "en_US.UTF-8",
  LC_ALL: "en_US.UTF-8",
  NO_COLOR: "1",
};

/** What an environment is made for. */
export interface EnvironmentOptions {
  /** The limit of the JavaScript heap in MB. */
  readonly memory: number;
  /** The socket where the kernel asks for permissions. */
  readonly broker: string;
  /** Whether hosts are found by name without datagrams, which stay closed to it. */
  readonly namesByTcp: boolean;
  /** The folder of this run alone: home, temporary files, Deno's cache. */
  readonly runFolder: string;
}

/**
 * The environment of a kernel: the little that Deno needs, folders of this run's own, and what
 * makes its outputs the same on every machine. The rest of the caller's environment, which may
 * hold secrets (proxies with their passwords, the home's path), does not reach it.
 */
export function kernelEnvironment(options: EnvironmentOptions): Record<string, string> {
  const { runFolder } = options;
  const get = (name: string, change = (value: string) => value) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, change(value)] as const];
  };
  const temporary = join(runFolder, "tmp");
  return {
    ...Object.fromEntries(KEPT.flatMap((name) => get(name))),
    ...Object.fromEntries(REGISTRIES.flatMap((name) => get(name, withoutPassword))),
    HOME: join(runFolder, "home"),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    DENO_DIR: join(runFolder, "deno"),
    ...DISPLAY_ENVIRONMENT,
    ...(options.namesByTcp ? { RES_OPTIONS: "use-vc" } : {}),
    DENO_PERMISSION_BROKER_PATH: options.broker,
    DENO_NO_PROMPT: "1",
    DENO_NO_UPDATE_CHECK: "1",
    DENO_V8_FLAGS: `--expose-gc,--max-old-space-size=${options.memory}`,
  };
}
