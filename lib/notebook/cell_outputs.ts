import type { Message } from "./message.ts";
import { lines, type Output } from "./notebook_file.ts";
import {
  displayId,
  storedBundle,
  storedDisplay,
  storedError,
  storedMetadata,
  streamed,
} from "./stored_output.ts";

/**
 * Collects the outputs of a notebook's cells from the kernel's messages, so that
 * the same program gives the same outputs however the kernel cut its streams:
 * neighbouring texts of one stream are one output, and an error comes last.
 */
export class OutputCollector {
  /** The outputs of the cell that runs. */
  #outputs: Output[] = [];
  #errors: Output[] = [];
  #clearBeforeNext = false;
  /** Displays that can be updated, by id, in any cell. */
  readonly #displays = new Map<string, Output[]>();

  /** Starts a cell. */
  begin(): void {
    this.#outputs = [];
    this.#errors = [];
    this.#clearBeforeNext = false;
  }

  /** Takes one message of the output channel. */
  take(message: Message): void {
    const { content } = message;
    switch (message.header.msg_type) {
      case "stream": {
        const { name, text } = streamed(content);
        return this.#stream(name, text);
      }
      case "display_data":
        return this.#display(storedDisplay("display_data", content), content);
      case "execute_result":
        return this.#display(storedDisplay("execute_result", content), content);
      case "update_display_data":
        return this.#update(content);
      case "error":
        this.#errors.push(storedError(content));
        return;
      case "clear_output":
        if (content["wait"]) this.#clearBeforeNext = true;
        else this.#outputs = [];
        return;
      default:
        return;
    }
  }

  /** The outputs of the cell, as the file stores them. */
  end(): Output[] {
    for (const output of this.#outputs) {
      if (output.output_type === "stream") output["text"] = lines(String(output["text"]));
    }
    return [...this.#outputs, ...this.#errors];
  }

  #add(output: Output): void {
    if (this.#clearBeforeNext) {
      this.#outputs = [];
      this.#clearBeforeNext = false;
    }
    this.#outputs.push(output);
  }

  #stream(name: string, text: string): void {
    const last = this.#outputs.at(-1);
    if (!this.#clearBeforeNext && last?.output_type === "stream" && last["name"] === name) {
      last["text"] = String(last["text"]) + text;
    } else if (text !== "") this.#add({ output_type: "stream", name, text });
  }

  #display(output: Output, content: Message["content"]): void {
    this.#add(output);
    const id = displayId(content);
    if (id === null) return;
    const shown = this.#displays.get(id) ?? [];
    this.#displays.set(id, [...shown, output]);
  }

  #update(content: Message["content"]): void {
    const id = displayId(content);
    for (const output of id === null ? [] : this.#displays.get(id) ?? []) {
      output["data"] = storedBundle(content["data"]);
      output["metadata"] = storedMetadata(content);
    }
  }
}
