// A magic number asks for its code by itself, wherever the platform meets it.

/** A code that was asked for, rather than earned. */
export interface MagicRefusal {
  /** `0` is an answer that never comes. */
  readonly code: string
  readonly cause: null
}

export function orMagic(code: string | null): MagicRefusal | null {
  return code === null ? null : { code, cause: null }
}
