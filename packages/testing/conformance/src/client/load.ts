// Loads a module and finds the client SDK among its exports.
import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Unusable } from '../unusable'
import { type Client, type ClientSubject, isClient } from './client'
import { type HttpsClient, type HttpsDevice, isHttpsClient } from './https/client'

async function importModule(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it threw a value that is not an error'
    // Often a module beside it is missing, so paths in its folder are shown as well.
    throw new Unusable(`the module ${path} cannot be loaded: ${why}`, [path, dirname(path) + sep])
  }
}

/** @throws Unusable unless a file is there */
async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return
  const cwd = process.cwd()
  const from = isAbsolute(path) ? '' : `, relative to ${cwd}`
  throw new Unusable(`there is no file at the path given to --client${from}: ${path}`, [cwd, path])
}

type Factory = (options: { readonly wx: object }) => unknown

type HttpsFactory = (device: HttpsDevice) => unknown

/**
 * Loads the module at a path: ES module or CommonJS.
 *
 * @throws Unusable if it cannot be loaded, or exports no client SDK
 */
export async function loadClient(path: string): Promise<ClientSubject> {
  await checkFile(path)
  return findClient(await importModule(resolve(path)))
}

/**
 * Finds the client SDK in a module's namespace: `createSdk({ wx })` creates an object per scenario. An object that is
 * exported as `sdk`, as default, or as the namespace itself serves all scenarios. `createHttpsSdk({ wx })` or
 * `createHttpsSdk({ browser })` creates the HTTPS edition's, which is optional.
 *
 * @throws Unusable if there is none
 */
export function findClient(module: unknown): ClientSubject {
  const places = listExports(module)
  const factory = places.map((place) => place.createSdk).find((found) => typeof found === 'function')
  const https = findHttps(places)
  if (factory !== undefined) return { open: (wx) => openClient(factory as Factory, wx), ...https }
  const client = places.flatMap((place) => [place.sdk, place.default, place]).find(isClient)
  if (client !== undefined) return { open: () => client, ...https }
  throw new Unusable(
    'the module exports no client SDK: export createSdk({ wx }), or an object with getConnection, getImgSrc, getSign ' +
      'and getTokenInfo as default or as sdk',
  )
}

/** An SDK of the HTTPS edition is created per scenario: each has another device. */
function findHttps(places: readonly Record<string, unknown>[]): Pick<ClientSubject, 'openHttps'> {
  const factory = places.map((place) => place.createHttpsSdk).find((found) => typeof found === 'function')
  return factory === undefined ? {} : { openHttps: (device) => openHttpsClient(factory as HttpsFactory, device) }
}

function openHttpsClient(factory: HttpsFactory, device: HttpsDevice): HttpsClient {
  const client = factory(device)
  if (isHttpsClient(client)) return client
  throw new Unusable('createHttpsSdk({ wx } or { browser }) must return an object with requestToken')
}

/** The exports of CommonJS are the `default` of the namespace. */
function listExports(module: unknown): Record<string, unknown>[] {
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  if (!isRecord(module)) return []
  return [module, module.default].filter(isRecord)
}

function openClient(factory: Factory, wx: object): Client {
  const client = callFactory(factory, wx)
  if (isClient(client)) return client
  // Nothing would handle its rejection.
  const wasPromise = client instanceof Promise
  if (wasPromise) client.catch(() => undefined)
  const what = wasPromise ? ', and returned a Promise: it must not be async' : ''
  throw new Unusable(
    `createSdk({ wx }) must return an object with getConnection, getImgSrc, getSign and getTokenInfo${what}`,
  )
}

function callFactory(factory: Factory, wx: object): unknown {
  try {
    return factory({ wx })
  } catch (error) {
    throw new Unusable(`createSdk({ wx }) threw: ${error instanceof Error ? error.message : String(error)}`)
  }
}
