// `npm run docs:recipes`: writes docs/{zh,en}/recipes.md. Run it after a change to the scenarios or the advice.
import { writeFileSync } from 'node:fs'
import type { Locale } from '@local-number/protocol/advice'
import { createRecipesDocument } from './recipes-document'

const FILES: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh/recipes.md', en: 'en/recipes.md' }

for (const [locale, file] of Object.entries(FILES)) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), createRecipesDocument(locale as Locale))
}
