// What Taro put out for one platform, file by file: all parts of every page, styles, and nothing that a phone refuses.
import UNKNOWN_TO_PHONES from '../unknown-to-phones.json'
import type { Files } from './files'
import type { Platform } from './platforms'

/** An undefined `process.env.X` stays in the script, and there is no `process` in a mini-program. */
const NODE = /\bprocess\.\w+(\.\w+)?/
/** A rule of the component's style sheet. */
const STYLE = '.lnl-button'

export function outputComplaints(files: Files, { template, style }: Platform): string[] {
  const textOf = (path: string) => files.get(path)?.toString('utf8') ?? ''
  if (!files.has('app.json')) return ['there is no app.json: run npm run build:taro-apps']
  const { pages } = JSON.parse(textOf('app.json')) as { pages: readonly string[] }
  const expected = [
    'app.js',
    ...pages.flatMap((page) => ['js', 'json', template].map((extension) => `${page}.${extension}`)),
  ]
  return [
    ...expected.filter((path) => !files.has(path)).map((path) => `${path} is missing`),
    ...(textOf(`app.${style}`).includes(STYLE) ? [] : [`app.${style} is without the component's styles`]),
    ...[...files.keys()]
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => wordsForbidden(textOf(path)).map((word) => `${path} holds ${word}`)),
  ]
}

const wordsForbidden = (script: string) => [
  ...(NODE.exec(script)?.slice(0, 1) ?? []),
  ...UNKNOWN_TO_PHONES.filter((word) => script.includes(word)),
]
