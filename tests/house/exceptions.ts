/** Exports that no task, notebook or panel reaches, each with its reason to stay. */
export const EXCEPTIONS: readonly {
  readonly reason: string;
  readonly exports: readonly string[];
}[] = [];
