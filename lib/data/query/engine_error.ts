/** Says what an engine did instead of giving the whole answer. No password is ever part of it. */
export class EngineError extends Error {
  /** The error's name. */
  override readonly name = "EngineError";
}
