// Writes the table of settings in docs/{en,zh}/backend.md. Run after a change to the server's options or variables:
// npm run docs:options
import { readFileSync, writeFileSync } from 'node:fs'
import { type Language, replaceOptionsTable } from './options-document'

const LANGUAGES: readonly Language[] = ['en', 'zh']

for (const language of LANGUAGES) {
  const page = new URL(`../docs/${language}/backend.md`, import.meta.url)
  writeFileSync(page, replaceOptionsTable(readFileSync(page, 'utf8'), language))
}
