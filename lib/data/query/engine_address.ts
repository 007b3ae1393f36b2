import { refusal } from "../../check/mod.ts";

/** Where a ClickHouse server answers. */
export interface EngineAddress {
  /** `host:port` of each shard's HTTP interface; the first is the one that is asked. */
  readonly shards: readonly string[];
  readonly database: string;
  readonly user: string;
  /** The cluster's name in the servers' configuration; null for one server. */
  readonly cluster: string | null;
}

const FORM = "clickhouse://[user@]host:port/database[?cluster=name&shards=host:port,…]";

/**
 * Reads an engine's address: `clickhouse://[user@]host:port/database`, and for several servers
 * `?cluster=name&shards=host:port,…`, where the shards are those beside the one that is asked.
 *
 * @throws {RangeError} for another form, or one with a password in it, which is not repeated.
 */
export function parseEngineAddress(text: string): EngineAddress {
  // What stands before an @ may hold a password: no message shows it.
  const shownText = text.replace(/\/\/[^/]*@/, "//…@");
  const refuse = (expected: string) =>
    new RangeError(
      refusal({ task: "use an engine", where: "its address", found: shownText, expected }),
    );
  let url: URL;
  try {
    // The URL parser knows ports and paths of http alone.
    url = new URL(text.replace(/^clickhouse:/, "http:"));
  } catch {
    throw refuse(FORM);
  }
  if (!text.startsWith("clickhouse://")) throw refuse(FORM);
  if (url.password !== "") {
    throw refuse("no password in it: TALLYBOOK_ENGINE_PASSWORD holds it");
  }
  const database = url.pathname.slice(1);
  if (!/^\w+$/.test(database)) throw refuse(FORM);
  for (const name of url.searchParams.keys()) {
    if (name !== "cluster" && name !== "shards") throw refuse(FORM);
  }
  const cluster = url.searchParams.get("cluster");
  const others = (url.searchParams.get("shards") ?? "").split(",").filter((one) => one !== "");
  if (cluster !== null && !/^\w+$/.test(cluster)) throw refuse(FORM);
  if (others.some((one) => !/^[\w.-]+:\d+$/.test(one))) throw refuse(FORM);
  if (cluster === null && others.length > 0) throw refuse("a cluster's name with its shards");
  const port = /:\d+$/.exec(url.host) ? "" : ":8123";
  return {
    shards: [url.host + port, ...others],
    database,
    user: decodeURIComponent(url.username) || "default",
    cluster,
  };
}

/** A variable of the environment, where it may be read. */
export function environment(variable: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  return state === "granted" ? Deno.env.get(variable) : undefined;
}

/** The engine that is asked for, or that the environment names; otherwise the embedded one. */
export function engineOf(asked: string | undefined): "embedded" | EngineAddress {
  const text = asked ?? environment("TALLYBOOK_ENGINE") ?? "embedded";
  return text === "embedded" || text === "" ? "embedded" : parseEngineAddress(text);
}
