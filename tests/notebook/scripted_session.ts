/** A session whose kernel answers what a test says, so that what a run makes of answers takes no kernel. */
import type { Message } from "../../lib/notebook/message.ts";
import type { RunOptions } from "../../lib/notebook/kernel.ts";
import type { NotebookSession, Reads } from "../../lib/notebook/session.ts";

/** What the kernel answers to one cell. */
export interface Answer {
  /** The messages of the output channel, by type and content. */
  readonly messages?: readonly (readonly [type: string, content: Record<string, unknown>])[];
  /** The content of the reply; that all went well unless given. */
  readonly reply?: Record<string, unknown>;
  /** What nobody caught. */
  readonly uncaught?: readonly string[];
  /** What was refused. */
  readonly denied?: readonly string[];
  /** Thrown instead of an answer. */
  readonly throws?: unknown;
  /** Waits for a limit instead of an answer. */
  readonly waits?: boolean;
}

/** What was asked of it. */
export interface Asked {
  readonly cells: { code: string; counts: boolean; limit: number }[];
  ended: number;
  killed: number;
}

/** A session that answers the cells in their order. */
export function scriptedSession(
  answers: readonly Answer[],
  given: { readonly reads?: Reads; readonly missing?: string } = {},
): { session: NotebookSession; asked: Asked; folder: string } {
  const asked: Asked = { cells: [], ended: 0, killed: 0 };
  const folder = Deno.makeTempDirSync();
  let denied: readonly string[] = [];
  let uncaught: readonly string[] = [];
  const message = (type: string, content: Record<string, unknown>) =>
    ({
      header: { msg_type: type },
      parent: {},
      content,
      bytes: JSON.stringify(content).length,
    }) as unknown as Message;
  const session = {
    folder,
    wall: { missing: given.missing ?? null },
    kernel: {
      pid: Deno.pid,
      languageInfo: { version: "5", name: "typescript", mimetype: "text/x.typescript" },
      async run(code: string, { counts, limit, guard, onOutput }: RunOptions) {
        const answer = answers[asked.cells.length] ?? {};
        asked.cells.push({ code, counts, limit });
        for (const [type, content] of answer.messages ?? []) onOutput?.(message(type, content));
        denied = answer.denied ?? [];
        uncaught = answer.uncaught ?? [];
        if (answer.waits) await guard;
        if (answer.throws !== undefined) throw answer.throws;
        return { reply: message("execute_reply", answer.reply ?? { status: "ok" }), barrier: {} };
      },
      kill() {
        asked.killed++;
        return Promise.resolve();
      },
    },
    takeDenied: () => denied,
    newUncaught: () => uncaught,
    reads: () =>
      Promise.resolve(
        given.reads ?? { project: {}, outside: {}, refused: [], denied: [], unlisted: [] },
      ),
    end() {
      asked.ended++;
      Deno.removeSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
  return { session: session as unknown as NotebookSession, asked, folder };
}
