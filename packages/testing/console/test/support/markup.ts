// The HTML of the diagram and of the summary above it, as in the exported file.
import type { Locale } from '@local-number/protocol/advice'
import type { Exchange, Trace } from '@local-number/simulator-contract'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Diagram } from '../../src/diagram/Diagram'
import { HandsetNamesProvider } from '../../src/diagram/handset-names'
import { Summary } from '../../src/diagram/Summary'
import { getWords, WordsProvider } from '../../src/texts/words'
import { createTrace } from './exchanges'

const NAMES = { 'cm-5g': 'China Mobile 5G', 'cm-4g': 'China Mobile 4G' }

export function renderDiagram(
  exchanges: readonly Exchange[],
  over: Partial<Trace> = {},
  locale: Locale = 'en',
): string {
  return markup(createElement(Diagram, { trace: createTrace(exchanges, over) }), locale)
}

export function renderSummary(exchanges: readonly Exchange[], over: Partial<Trace>, locale: Locale = 'en'): string {
  return markup(createElement(Summary, { trace: createTrace(exchanges, over) }), locale)
}

function markup(element: ReactElement, locale: Locale): string {
  const named = createElement(HandsetNamesProvider, { value: NAMES }, element)
  return renderToStaticMarkup(createElement(WordsProvider, { value: getWords(locale) }, named))
}
