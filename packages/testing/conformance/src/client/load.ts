// Finds the client SDK in a module, whichever way it is exported.
import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Unusable } from '../unusable'
import { type Client, type ClientSubject, isClient } from './client'

async function moduleAt(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'something was thrown'
    // What is not found is often what the module imports from beside it.
    throw new Unusable(`the module ${path} cannot be loaded: ${why}`, [path, dirname(path) + sep])
  }
}

/** @throws Unusable unless a file is there */
async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return
  const cwd = process.cwd()
  const from = isAbsolute(path) ? '' : `, seen from ${cwd}`
  throw new Unusable(`no file is at the path given to --client${from}: ${path}`, [cwd, path])
}

type Factory = (surroundings: { readonly wx: object }) => unknown

/**
 * Loads the module at a path: ES module or CommonJS.
 *
 * @throws Unusable when it cannot be loaded, or exports no client SDK
 */
export async function loadClient(path: string): Promise<ClientSubject> {
  await checkFile(path)
  return clientOf(await moduleAt(resolve(path)))
}

/**
 * A factory `createSdk({ wx })` gives each scenario an object of its own; an object serves all of them, as one does the
 * pages of a mini-program.
 *
 * @param module its namespace: `createSdk`, or `sdk` or the default export with the four methods
 * @throws Unusable
 */
export function clientOf(module: unknown): ClientSubject {
  const places = placesOf(module)
  const factory = places.map((place) => place.createSdk).find((found) => typeof found === 'function')
  if (factory !== undefined) return { open: (wx) => opened(factory as Factory, wx) }
  const client = places.flatMap((place) => [place.sdk, place.default, place]).find(isClient)
  if (client !== undefined) return { open: () => client }
  throw new Unusable(
    'the module exports no client SDK: export createSdk({ wx }), or an object with getConnection, getImgSrc, getSign and getTokenInfo as default or as sdk',
  )
}

/** What CommonJS exports arrives as `default` of the namespace. */
function placesOf(module: unknown): Record<string, unknown>[] {
  const isPlace = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  if (!isPlace(module)) return []
  return [module, module.default].filter(isPlace)
}

function opened(factory: Factory, wx: object): Client {
  const client = made(factory, wx)
  if (isClient(client)) return client
  // What a Promise holds comes too late: nothing would hear of a rejection.
  const wasPromise = client instanceof Promise
  if (wasPromise) client.catch(() => undefined)
  const what = wasPromise ? ', and returned a Promise: it must not be async' : ''
  throw new Unusable(
    `createSdk({ wx }) must return an object with getConnection, getImgSrc, getSign and getTokenInfo${what}`,
  )
}

function made(factory: Factory, wx: object): unknown {
  try {
    return factory({ wx })
  } catch (error) {
    throw new Unusable(`createSdk({ wx }) threw: ${error instanceof Error ? error.message : String(error)}`)
  }
}
