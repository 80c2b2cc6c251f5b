// How a text of the environment becomes a value. Every refusal is half a sentence that continues the variable's name.
import { importPrivateKey, importPublicKey, RsaError } from '@local-number/rsa'
import { z } from 'zod'
import { ServerError } from '../errors'
import { importTicketKey } from '../ticket-key'

/** A text that must be there. `remedy` says where it comes from. */
export function required(remedy: string) {
  return z.string({ error: `is missing: ${remedy}` })
}

export function wholeNumber(min: number, max: number) {
  return parsedBy((text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return number >= min && number <= max ? number : refused(`must be a whole number from ${min} to ${max}`)
  })
}

export function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices, { error: `must be one of ${choices.join(', ')}` })
}

/** Comma-separated, at least one. */
export function list(what: string) {
  return parsedBy((text) => {
    const items = splitList(text)
    return items.length > 0 ? items : refused(`must be ${what}, separated by commas`)
  })
}

export function listOf<const T extends string>(choices: readonly T[]) {
  return parsedBy((text) => {
    const items = splitList(text)
    const known = choices.filter((choice) => items.includes(choice))
    const complete = items.length > 0 && items.every((item) => (choices as readonly string[]).includes(item))
    return complete ? known : refused(`must be of ${choices.join(', ')}, separated by commas`)
  })
}

/** Scheme, host and port. */
export const origin = parsedBy((text) =>
  isOrigin(text) ? text : refused('must be scheme, host and port alone, such as https://www.cmpassport.com'),
)

/** Origins, or `*` for any. */
export const origins = parsedBy((text) => {
  const items = splitList(text)
  const fit = items.every((item) => item === '*' || isOrigin(item))
  return fit ? items : refused('must be * or origins such as https://shop.example.com, separated by commas')
})

export const customerPrivateKey = (remedy: string) => required(remedy).transform(orRefused(importPrivateKey))
export const platformPublicKey = (remedy: string) => required(remedy).transform(orRefused(importPublicKey))

/** Stays a text: it is read again by the ticket issuer. */
export const ticketPrivateKey = (remedy: string) =>
  required(remedy).transform(
    orRefused((text) => {
      importTicketKey(text)
      return text
    }),
  )

interface Refusal {
  readonly refusal: string
}

function refused(refusal: string): Refusal {
  return { refusal }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

function parsedBy<T>(parse: (text: string) => T | Refusal) {
  return z.string().transform((text, context): T => {
    const value = parse(text)
    if (!isRefusal(value)) return value
    context.addIssue({ code: 'custom', message: value.refusal })
    return z.NEVER
  })
}

/** The keys' own errors are in plain words and quote nothing. */
function orRefused<T>(read: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof RsaError || error instanceof ServerError)) throw error
      context.addIssue({ code: 'custom', message: `is unusable: ${error.message}` })
      return z.NEVER
    }
  }
}

/** The items of a comma-separated text, without empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
