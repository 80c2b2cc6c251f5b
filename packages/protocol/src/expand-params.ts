// expandParams: `k=v` pairs joined by `|` [S 2.4].
import { ProtocolError } from './errors'

/** Extension parameters by name. Values are texts without `|`. */
export type ExpandParams = Readonly<Record<string, string>>

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Writes the pairs in their order.
 *
 * @throws ProtocolError `expandParamsSeparatorInside` for a `|` in a name or value or a `=` in a name,
 *   `expandParamsMalformed` for an empty name, `expandParamsForbiddenKey`.
 */
export function formatExpandParams(params: ExpandParams): string {
  return Object.keys(params)
    .map((key) => `${checkedKey(key)}=${checkedValue(key, params[key] ?? '')}`)
    .join('|')
}

/**
 * Reads the pairs into an object without a prototype. A value may hold `=`; the first one ends the name.
 *
 * @throws ProtocolError `expandParamsMalformed` for a piece that is no pair, `expandParamsDuplicateKey`,
 *   `expandParamsForbiddenKey`.
 */
export function parseExpandParams(text: string): ExpandParams {
  const params: Record<string, string> = Object.create(null)
  if (text === '') return params
  for (const piece of text.split('|')) {
    const equals = piece.indexOf('=')
    if (equals < 1) throw new ProtocolError('expandParamsMalformed', 'expandParams is k=v pairs joined by |')
    const key = checkedKey(piece.slice(0, equals))
    if (key in params) throw new ProtocolError('expandParamsDuplicateKey', `expandParams names ${key} twice`)
    params[key] = piece.slice(equals + 1)
  }
  return params
}

function checkedKey(key: string): string {
  if (key === '') throw new ProtocolError('expandParamsMalformed', 'expandParams has a pair without a name')
  if (FORBIDDEN_KEYS.includes(key)) {
    throw new ProtocolError('expandParamsForbiddenKey', `expandParams must not name ${key}`)
  }
  if (/[|=]/.test(key)) {
    throw new ProtocolError('expandParamsSeparatorInside', 'a name in expandParams must hold neither | nor =')
  }
  return key
}

function checkedValue(key: string, value: string): string {
  if (value.includes('|')) {
    throw new ProtocolError('expandParamsSeparatorInside', `the value of ${key} in expandParams must not hold |`)
  }
  return value
}
