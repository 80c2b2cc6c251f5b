// expandParams: `k=v` pairs joined by `|` [S 2.4].
import { ProtocolError } from './errors'

/** Extension parameters by name. Values are texts without `|`. */
export type ExpandParams = Readonly<Record<string, string>>

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Writes the pairs in their order.
 *
 * @throws ProtocolError `expandParamsSeparatorInside` for a `|` in a name or value or a `=` in a name,
 *   `expandParamsMalformed` for an empty name, `expandParamsForbiddenKey`
 */
export function formatExpandParams(params: ExpandParams): string {
  return Object.keys(params)
    .map((key) => {
      const value = params[key] ?? ''
      checkKey(key)
      if (SEPARATOR.test(key) || value.includes('|')) refuse('SeparatorInside', `must not contain | or = inside ${key}`)
      return `${key}=${value}`
    })
    .join('|')
}

/**
 * Reads the pairs into an object without a prototype. The first `=` ends the name; a value may contain more of them.
 *
 * @throws ProtocolError `expandParamsMalformed` for a piece without `=`, `expandParamsDuplicateKey`,
 *   `expandParamsForbiddenKey`
 */
export function parseExpandParams(text: string): ExpandParams {
  const params: Record<string, string> = Object.create(null)
  if (text === '') return params
  for (const piece of text.split('|')) {
    const key = piece.slice(0, Math.max(0, piece.indexOf('=')))
    checkKey(key)
    if (key in params) refuse('DuplicateKey', `must name ${key} once`)
    params[key] = piece.slice(key.length + 1)
  }
  return params
}

const SEPARATOR = /[|=]/

function checkKey(key: string): void {
  if (key === '') refuse('Malformed', 'must be k=v pairs joined by |')
  if (FORBIDDEN_KEYS.includes(key)) refuse('ForbiddenKey', `must not name ${key}`)
}

type Refusal = 'DuplicateKey' | 'ForbiddenKey' | 'Malformed' | 'SeparatorInside'

function refuse(what: Refusal, remedy: string): never {
  throw new ProtocolError(`expandParams${what}`, `expandParams ${remedy}`)
}
