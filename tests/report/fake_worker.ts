/** Workers that do nothing until a test has them answer. */
export class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: (event: { message: string; preventDefault: () => void }) => void = () => {};
  readonly tasks: unknown[] = [];
  ended = false;
  prevented = 0;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(task: unknown): void {
    this.tasks.push(task);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(data: unknown): void {
    this.onmessage({ data });
  }
  fail(message: string): void {
    this.onerror({ message, preventDefault: () => this.prevented++ });
  }
}

/** Runs a test in which every new worker is a fake one. */
export async function withFakeWorkers(
  run: (made: readonly FakeWorker[]) => Promise<void>,
): Promise<void> {
  const own = globalThis.Worker;
  FakeWorker.made = [];
  globalThis.Worker = FakeWorker as unknown as typeof Worker;
  try {
    await run(FakeWorker.made);
  } finally {
    globalThis.Worker = own;
  }
}
