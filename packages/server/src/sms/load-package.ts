// Loads an optional package of CommonJS, whose exports are found in different places by Node and by bundlers.
import { ServerError } from '../errors'

/**
 * @param owner what needs it, for the error
 *
 * @throws ServerError `optionUnusable` if the package is not installed
 */
export async function loadPackage<T extends object>(owner: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    const loaded = await load()
    const { default: whole } = loaded as { readonly default?: { readonly __esModule?: boolean } }
    return whole?.__esModule ? (whole as T) : loaded
  } catch (cause) {
    throw new ServerError('optionUnusable', {
      detail: `${owner} needs the package ${name}: npm install ${name}`,
      cause,
    })
  }
}
