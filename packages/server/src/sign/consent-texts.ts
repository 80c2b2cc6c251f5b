// The texts of the terms on file. A receipt names the one that the user saw by its hash, so that nobody can exchange it
// afterwards.
import { createHash } from 'node:crypto'

/** By version, then by locale: `{ '2026-01': { 'zh-CN': '…', en: '…' } }`. */
export type ConsentTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** @returns SHA-256 in hex; `undefined` if no text of this version is on file in this language */
export type FindTextHash = (version: string, locale: string | undefined) => string | undefined

type HashesByLocale = ReadonlyMap<string, string>

export function createTextFinder(texts: ConsentTexts): FindTextHash {
  const versions = new Map(Object.entries(texts).map(([version, byLocale]) => [version, hashTexts(byLocale)]))
  return (version, locale) => {
    const hashes: HashesByLocale = versions.get(version) ?? new Map()
    const [only, ...others] = hashes.values()
    return others.length === 0 ? only : findBase(hashes, locale)
  }
}

function hashTexts(byLocale: Readonly<Record<string, string>>): HashesByLocale {
  return new Map(
    Object.entries(byLocale).map(([locale, text]) => [locale, createHash('sha256').update(text).digest('hex')]),
  )
}

/** The text of the tag, or of the longest beginning of it: `zh-Hant-HK`, `zh-Hant`, `zh`. */
function findBase(hashes: HashesByLocale, locale = ''): string | undefined {
  const subtags = locale.split('-')
  const tags = subtags.map((_subtag, index) => subtags.slice(0, subtags.length - index).join('-'))
  return tags.map((tag) => hashes.get(tag)).find((hash) => hash !== undefined)
}
