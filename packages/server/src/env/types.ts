// Variable types of keys. Every message is half a sentence that continues the variable's name.
import { importPrivateKey, importPublicKey, RsaError } from '@local-number/rsa'
import { required } from '@local-number/service-kit'
import { z } from 'zod'
import { ServerError } from '../errors'
import { importTicketKey } from '../ticket/key'

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
