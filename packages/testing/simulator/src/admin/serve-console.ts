// The console's build: a handful of files, read once, so that no request waits for the disk or fails with it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { LineMiddleware } from '../http/context'

interface ConsoleFile {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
}

/** @param folder of the build; if it is missing, only the API answers */
export function serveConsole(folder: string): LineMiddleware {
  const files = existsSync(folder) ? readFolder(folder) : new Map<string, ConsoleFile>()
  return (ctx, next) => {
    const file = files.get(ctx.path === '/' ? '/index.html' : ctx.path)
    if (!file || !['GET', 'HEAD'].includes(ctx.method)) return next()
    ctx.status = 200
    ctx.type = file.type
    ctx.etag = file.etag
    if (ctx.fresh) ctx.status = 304
    else ctx.body = file.bytes
  }
}

/** Keyed by URL path. */
function readFolder(folder: string): ReadonlyMap<string, ConsoleFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [`/${relative(folder, path).replaceAll(sep, '/')}`, readFile(path)]))
}

function readFile(path: string): ConsoleFile {
  const bytes = readFileSync(path)
  return { type: extname(path), etag: createHash('sha256').update(bytes).digest('base64url'), bytes }
}
