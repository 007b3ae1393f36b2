/** What the Deno program itself needs from its surroundings to find its cache and its packages. */
const KEPT = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "LOCALAPPDATA",
  "SYSTEMROOT",
  "TMPDIR",
  "TEMP",
  "TMP",
  "XDG_CACHE_HOME",
  "DENO_DIR",
  "DENO_CERT",
  "DENO_TLS_CA_STORE",
  "SSL_CERT_FILE",
  "NODE_EXTRA_CA_CERTS",
  "NPM_CONFIG_REGISTRY",
  "npm_config_registry",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
];

/** What makes outputs the same on every machine: time zone, language, no colors. */
export const DISPLAY_ENVIRONMENT = {
  TZ: "UTC",
  LANG: "en_US.UTF-8",
  LC_ALL: "en_US.UTF-8",
  NO_COLOR: "1",
};

/**
 * The environment of a kernel: the little that Deno needs, and what makes its
 * outputs the same on every machine. The rest of the caller's environment, which
 * may hold secrets, does not reach it.
 *
 * `memory` is the limit of its JavaScript heap in MB, `broker` the socket where
 * it asks for permissions.
 */
export function kernelEnvironment(
  options: { readonly memory: number; readonly broker: string },
): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    ...DISPLAY_ENVIRONMENT,
    DENO_PERMISSION_BROKER_PATH: options.broker,
    DENO_NO_PROMPT: "1",
    DENO_NO_UPDATE_CHECK: "1",
    DENO_V8_FLAGS: `--expose-gc,--max-old-space-size=${options.memory}`,
  };
}
