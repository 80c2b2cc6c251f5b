// What every language must provide: the texts of the Chinese one, all of them and nothing else.
import type { zh } from './zh'

/** The same texts in any language: literals become strings, functions keep their parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> }

export type Texts = Translated<typeof zh>
