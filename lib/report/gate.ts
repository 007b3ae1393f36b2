/** A gate that opens when all who came to it have left it or wait. */
export class Gate {
  #coming = 0;
  #opened = Promise.withResolvers<void>();

  /** Returns how to leave; to do so twice is to do it once. */
  come(): () => void {
    if (this.#coming++ === 0) this.#opened = Promise.withResolvers();
    let left = false;
    return () => {
      if (!left && --this.#coming === 0) this.#opened.resolve();
      left = true;
    };
  }

  /** Resolves when it opens for those who are there now. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }
}
