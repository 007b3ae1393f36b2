/**
 * The part of a browser that panels use, with types of its own: the library's
 * "dom" would give its globals to every module that is checked together.
 *
 * @module
 */

/** An element of the page, with what inputs have besides. */
export interface PageElement {
  readonly id: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly clientWidth: number;
  readonly validity: { readonly badInput: boolean };
  textContent: string | null;
  value: string;
  checked: boolean;
  selected: boolean;
  hidden: boolean;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  append(...content: (PageElement | string)[]): void;
  prepend(...content: PageElement[]): void;
  cloneNode(deep: boolean): PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  replaceChildren(...content: PageElement[]): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  focus(): void;
  click(): void;
}

/** Something that happened to an element. */
export interface PageEvent {
  preventDefault(): void;
}

/** The page and its address. */
export interface Browser {
  readonly document: {
    readonly activeElement: PageElement | null;
    createElement(name: string): PageElement;
    createElementNS(namespace: string, name: string): PageElement;
    getElementById(id: string): PageElement | null;
  };
  readonly location: { readonly hash: string; readonly search: string; readonly href: string };
  readonly navigator: {
    readonly clipboard?: { writeText(text: string): Promise<void> };
  };
  readonly XMLSerializer: new () => { serializeToString(node: PageElement): string };
  getComputedStyle(element: PageElement): { getPropertyValue(name: string): string };
  readonly history: { replaceState(data: null, unused: string, address: string): void };
  addEventListener(type: string, listener: () => void): void;
}

/** The browser that this runs in. */
export const browser: Browser = globalThis as unknown as Browser;
