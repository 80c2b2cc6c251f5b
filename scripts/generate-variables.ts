// Writes the table of the theme's variables in docs/{en,zh}/customizing.md, and its pictures. Run after a change to the
// component's style sheet or its list of variables: npm run docs:variables
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { drawVariables, type Language, replaceVariablesTable } from './variables-document'

const LANGUAGES: readonly Language[] = ['en', 'zh']
const css = readFileSync(new URL('../packages/taro/src/style.css', import.meta.url), 'utf8')

for (const language of LANGUAGES) {
  const page = new URL(`../docs/${language}/customizing.md`, import.meta.url)
  writeFileSync(page, replaceVariablesTable(readFileSync(page, 'utf8'), css, language))
}

const pictures = new URL('../docs/images/variables/', import.meta.url)
mkdirSync(pictures, { recursive: true })
for (const [name, svg] of drawVariables(css)) writeFileSync(new URL(name, pictures), svg)
