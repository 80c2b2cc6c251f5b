// Parses keys in variables, so that a problem is reported under the variable's name.
import { importPrivateKey, importPublicKey, type PrivateKey, type PublicKey, RsaError } from '@local-number/rsa'
import { isRefusal, type Refusal, refuse } from '@local-number/service-kit'
import { ServerError } from '../errors'
import { importTicketKey, importTicketPublicKey } from '../ticket/key'

export function parsePrivateKey(text: string): PrivateKey | Refusal {
  return importOrRefuse(() => importPrivateKey(text))
}

/** A list of one. */
export function parsePrivateKeys(text: string): readonly PrivateKey[] | Refusal {
  const key = parsePrivateKey(text)
  return isRefusal(key) ? key : [key]
}

export function parsePublicKey(text: string): PublicKey | Refusal {
  return importOrRefuse(() => importPublicKey(text))
}

/** Checks the key and returns its text, which is what a ticket issuer accepts. */
export function parseTicketKey(text: string): string | Refusal {
  return importOrRefuse(() => {
    importTicketKey(text)
    return text
  })
}

/** Checks the one key of the text, as the only one of a list. */
export function parseTicketPublicKeys(text: string): readonly string[] | Refusal {
  return importOrRefuse(() => {
    importTicketPublicKey(text)
    return [text]
  })
}

/** The messages of these two errors never quote the key. */
function importOrRefuse<T>(importKey: () => T): T | Refusal {
  try {
    return importKey()
  } catch (error) {
    if (error instanceof RsaError || error instanceof ServerError) return refuse(`is unusable: ${error.message}`)
    throw error
  }
}
