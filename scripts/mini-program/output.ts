// What Taro wrote for one platform, file by file: every part of every page, the styles, and nothing that phones refuse.
import UNKNOWN_TO_PHONES from '../unknown-to-phones.json'
import { type Files, readText } from './files'
import type { Platform } from './platforms'

/** An undefined `process.env.X` stays in the script, but mini-programs have no `process`. */
const NODE = /\bprocess\.\w+(\.\w+)?/
/** A rule of the component's style sheet. */
const STYLE = '.lnl-button'

/** Finds what is wrong with a build, one sentence each. */
export function findOutputProblems(files: Files, { template, style }: Platform): string[] {
  if (!files.has('app.json')) return ['app.json is missing']
  const { pages } = JSON.parse(readText(files, 'app.json')) as { pages: readonly string[] }
  const expected = [
    'app.js',
    ...pages.flatMap((page) => ['js', 'json', template].map((extension) => `${page}.${extension}`)),
  ]
  return [
    ...expected.filter((path) => !files.has(path)).map((path) => `${path} is missing`),
    ...(readText(files, `app.${style}`).includes(STYLE) ? [] : [`app.${style} lacks the component's styles`]),
    ...[...files.keys()]
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => findForbiddenWords(readText(files, path)).map((word) => `${path} contains ${word}`)),
  ]
}

function findForbiddenWords(script: string): string[] {
  return [...(NODE.exec(script)?.slice(0, 1) ?? []), ...UNKNOWN_TO_PHONES.filter((word) => script.includes(word))]
}
