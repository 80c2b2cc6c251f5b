// Loads an optional package of CommonJS, whose exports are found in different places by Node and by bundlers.
import { ServerError } from '../errors'

/** @throws ServerError `optionUnusable` if the package is not installed */
export async function loadPackage<T extends object>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    const loaded = await load()
    const { default: whole } = loaded as { readonly default?: { readonly __esModule?: boolean } }
    return whole?.__esModule ? (whole as T) : loaded
  } catch (cause) {
    throw new ServerError('optionUnusable', { detail: `sms needs the package ${name}: install it`, cause })
  }
}
