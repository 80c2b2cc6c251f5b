// Types of environment variables, for zod. Each message is half a sentence that continues the variable's name.
import { z } from 'zod'

/** What {@link refuse} returns: the text is not of the type. */
export interface Refusal {
  readonly refusal: string
}

/** @param problem half a sentence after the variable's name: `must be …`. It must not quote the value. */
export function refuse(problem: string): Refusal {
  return { refusal: problem }
}

/**
 * Defines a type by a function from text to value.
 *
 * @example
 * const even = defineType((text) => (Number(text) % 2 === 0 ? Number(text) : refuse('must be an even number')))
 */
export function defineType<T>(parse: (text: string) => T | Refusal) {
  return z.string().transform((text, context): T => {
    const value = parse(text)
    if (!isRefusal(value)) return value
    context.addIssue({ code: 'custom', message: value.refusal })
    return z.NEVER
  })
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

/** A whole number, bounds included. */
export function wholeNumber(min: number, max: number) {
  return defineType((text) => {
    const number = parseWholeNumber(text)
    return number >= min && number <= max ? number : refuse(`must be a whole number from ${min} to ${max}`)
  })
}

/** NaN for anything but one to nine digits. */
export function parseWholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

export const LAST_PORT = 65_535

/** A port to listen on; 0 lets the system choose. */
export function port() {
  return defineType((text) =>
    parseWholeNumber(text) <= LAST_PORT
      ? Number(text)
      : refuse(`must be a port from 1 to ${LAST_PORT}, or 0 for any free one`),
  )
}

export function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices, { error: `must be one of ${choices.join(', ')}` })
}

/** Comma-separated origins; with `wildcard`, `*` stands for any. */
export function origins({ wildcard = false } = {}) {
  return defineType((text) => {
    const found = splitList(text)
    if (found.every((item) => (wildcard && item === '*') || isOrigin(item))) return found
    return refuse(`must be ${wildcard ? '* or ' : ''}origins such as https://shop.example.com, separated by commas`)
  })
}

/** The items of a comma-separated text: trimmed, without empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Whether the text is an http or https origin, written as `URL` writes it. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
