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
    .map((key) => `${requireKey(key)}=${requireValue(key, params[key] ?? '')}`)
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
    const equals = piece.indexOf('=')
    if (equals < 1) throw new ProtocolError('expandParamsMalformed', 'expandParams must be k=v pairs joined by |')
    const key = requireKey(piece.slice(0, equals))
    if (key in params)
      throw new ProtocolError('expandParamsDuplicateKey', `expandParams must name ${key} once, and names it twice`)
    params[key] = piece.slice(equals + 1)
  }
  return params
}

function requireKey(key: string): string {
  if (key === '') throw new ProtocolError('expandParamsMalformed', 'every pair of expandParams must have a name')
  if (FORBIDDEN_KEYS.includes(key)) {
    throw new ProtocolError('expandParamsForbiddenKey', `expandParams must not name ${key}`)
  }
  if (/[|=]/.test(key)) {
    throw new ProtocolError('expandParamsSeparatorInside', 'a name in expandParams must contain neither | nor =')
  }
  return key
}

function requireValue(key: string, value: string): string {
  if (value.includes('|')) {
    throw new ProtocolError('expandParamsSeparatorInside', `the value of ${key} in expandParams must not contain |`)
  }
  return value
}
