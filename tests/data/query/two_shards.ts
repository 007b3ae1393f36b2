/** Two ClickHouse servers on loopback that hold one database between them. */
export interface TwoShards {
  readonly address: string;
  /** The same servers with another database. */
  readonly second: string;
  /** Ends the second server for good. */
  stopSecond(): Promise<void>;
  stop(): Promise<void>;
}

/** Why the tests on a server cannot run here; null where they can. */
export function noServer(): string | null {
  if (Deno.build.os !== "linux") return `no server is started on ${Deno.build.os}`;
  try {
    new Deno.Command("clickhouse-server", { args: ["--version"], stdout: "null", stderr: "null" })
      .outputSync();
    return null;
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    return "clickhouse-server is not installed";
  }
}

/** Ports that nobody uses now. */
function freePorts(count: number): number[] {
  const listeners = Array.from(
    { length: count },
    () => Deno.listen({ port: 0, hostname: "127.0.0.1" }),
  );
  return listeners.map((listener) => {
    const { port } = listener.addr as Deno.NetAddr;
    listener.close();
    return port;
  });
}

function configuration(folder: string, http: number, tcp: number, all: readonly number[]): string {
  const shards = all.map((port) =>
    `<shard><replica><host>127.0.0.1</host><port>${port}</port><password>${PASSWORD}</password></replica></shard>`
  );
  return `<yandex>
<logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
<format_schema_path>${folder}/formats/</format_schema_path><users_config>users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>67108864</mark_cache_size>
<remote_servers><two>${shards.join("")}</two></remote_servers>
</yandex>`;
}

/** What the servers' user must say; `reader` needs no password, as a notebook has none. */
export const PASSWORD = "a-secret-of-the-test";

// The profile skips shards that are gone, so that the tests show that a query does not.
const USERS = `<yandex>
<profiles><default><max_memory_usage>1000000000</max_memory_usage>
<skip_unavailable_shards>1</skip_unavailable_shards></default></profiles>
<users><default><password>${PASSWORD}</password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></default>
<reader><password></password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></reader></users>
<quotas><default></default></quotas>
</yandex>`;

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/ping`);
    return (await response.text()).startsWith("Ok");
  } catch {
    return false;
  }
}

/** Starts both servers, in a folder of their own. */
export async function startTwoShards(): Promise<TwoShards> {
  const folder = await Deno.makeTempDir({ prefix: "two-shards-" });
  const [http1, http2, tcp1, tcp2] = freePorts(4) as [number, number, number, number];
  const processes = [[http1, tcp1], [http2, tcp2]].map(([http, tcp], i) => {
    const own = `${folder}/${i}`;
    for (const part of ["data", "tmp", "formats"]) {
      Deno.mkdirSync(`${own}/${part}`, { recursive: true });
    }
    Deno.writeTextFileSync(
      `${own}/config.xml`,
      configuration(own, http!, tcp!, [tcp1, tcp2]),
    );
    Deno.writeTextFileSync(`${own}/users.xml`, USERS);
    return new Deno.Command("clickhouse-server", {
      args: [`--config-file=${own}/config.xml`],
      cwd: own,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
  });
  const end = async (process: Deno.ChildProcess) => {
    try {
      process.kill("SIGKILL");
    } catch (cause) {
      // It has ended by itself.
      if (!(cause instanceof TypeError)) throw cause;
    }
    await process.status;
  };
  const stop = async () => {
    await Promise.all(processes.map(end));
    await Deno.remove(folder, { recursive: true });
  };
  for (const port of [http1, http2]) {
    for (let tries = 0; !(await answers(port)); tries++) {
      if (tries === 300) {
        await stop();
        throw new Error("clickhouse-server does not answer after 30 seconds");
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const database of ["tallybook", "second"]) {
      const made = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        headers: { "X-ClickHouse-User": "default", "X-ClickHouse-Key": PASSWORD },
        body: `CREATE DATABASE ${database}`,
      });
      const said = await made.text();
      if (!made.ok) throw new Error(said);
    }
  }
  const address = (database: string) =>
    `clickhouse://127.0.0.1:${http1}/${database}?cluster=two&shards=127.0.0.1:${http2}`;
  return {
    address: address("tallybook"),
    second: address("second"),
    stopSecond: () => end(processes[1]!),
    stop,
  };
}
