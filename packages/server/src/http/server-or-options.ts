// What the API is mounted from.
import type { LocalNumberServerOptions } from '../options'
import { createLocalNumberServer, type LocalNumberServer } from '../server'

/** The server's options; or a server, if you also close it or call it yourself. */
export type ServerOrOptions<Server = LocalNumberServer> = Server | LocalNumberServerOptions

/** @throws as `createLocalNumberServer` */
export function toServer<Server extends object>(given: ServerOrOptions<Server>): Server | LocalNumberServer {
  return isServer(given) ? given : createLocalNumberServer(given)
}

function isServer<Server extends object>(given: ServerOrOptions<Server>): given is Server {
  return 'sign' in given
}
