/** A page as a browser would give it to the panels' scripts: linkedom's document, and what it lacks. */
import { DOMParser } from "linkedom";

/** What the tests need of an element. */
export interface TestElement {
  readonly id: string;
  readonly tagName: string;
  textContent: string;
  value: string;
  checked: boolean;
  hidden: boolean;
  files: unknown;
  readonly outerHTML: string;
  readonly children: Iterable<TestElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): TestElement | null;
  querySelectorAll(selector: string): Iterable<TestElement>;
  dispatchEvent(event: unknown): boolean;
}

export interface TestDocument {
  getElementById(id: string): TestElement | null;
  querySelector(selector: string): TestElement | null;
  createEvent(
    kind: string,
  ): { initEvent(type: string, bubbles: boolean, cancelable: boolean): void };
}

/** A page with this body. */
export function openPage(body: string): TestDocument {
  return new DOMParser().parseFromString(
    `<!doctype html><html><body>${body}</body></html>`,
    "text/html",
  ) as unknown as TestDocument;
}

/** Runs with these values in place of the globals of these names, which others need afterwards. */
export async function withGlobals<T>(
  globals: Readonly<Record<string, unknown>>,
  run: () => T | Promise<T>,
): Promise<T> {
  const before = Object.keys(globals)
    .map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  }
  try {
    return await run();
  } finally {
    for (const [name, own] of before) {
      if (own === undefined) delete (globalThis as Record<string, unknown>)[name];
      else Object.defineProperty(globalThis, name, own);
    }
  }
}

/** Lets something happen to an element; whether its default was left to happen. */
export function fire(document: TestDocument, element: TestElement, type: string): boolean {
  const event = document.createEvent("Event");
  event.initEvent(type, true, true);
  return element.dispatchEvent(event);
}
