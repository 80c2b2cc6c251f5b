// A login as one HTML file that opens from disk: the same diagram, its style sheet inside, and no script. Everything a
// client sent is text in it; the file's own policy forbids the rest.
import type { Locale } from '@local-number/protocol/advice'
import type { Trace } from '@local-number/simulator-contract'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Diagram } from '../diagram/Diagram'
import { type HandsetNames, HandsetNamesProvider } from '../diagram/handset-names'
import { Summary } from '../diagram/Summary'
import { dateTime } from '../diagram/times'
import { WordsProvider, wordsIn } from '../texts/words'

export interface ExportedPage {
  readonly trace: Trace
  readonly names: HandsetNames
  readonly locale: Locale
  /** The diagram's style sheet: our own, so nothing in it needs escaping. */
  readonly css: string
  /** Milliseconds since 1970. */
  readonly now: number
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function exportPage({ trace, names, locale, css, now }: ExportedPage): string {
  const words = wordsIn(locale)
  const texts = words.texts.diagram
  const markup = (...nodes: readonly ReactNode[]) =>
    renderToStaticMarkup(
      createElement(WordsProvider, { value: words }, createElement(HandsetNamesProvider, { value: names }, ...nodes)),
    )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${markup(createElement('title', null, `${texts.outcomes[trace.outcome]} · ${dateTime(trace.startedAt)}`))}
<style>${css}</style>
</head>
<body class="seq-page">
<main>
${markup(createElement(Summary, { trace }), createElement(Diagram, { trace }))}
${markup(createElement('footer', { className: 'seq-quiet' }, `${texts.exportedFrom} · ${dateTime(now)}`))}
</main>
</body>
</html>
`
}
