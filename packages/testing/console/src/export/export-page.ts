// A login as one HTML file that opens from disk: the same diagram with its style sheet, and no script. What a client
// sent is escaped; the file's own policy forbids everything else.
import type { Locale } from '@local-number/protocol/advice'
import type { Trace } from '@local-number/simulator-contract'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Diagram } from '../diagram/Diagram'
import { type HandsetNames, HandsetNamesProvider } from '../diagram/handset-names'
import { Summary } from '../diagram/Summary'
import { formatDateTime } from '../diagram/times'
import { getWords, WordsProvider } from '../texts/words'

export interface ExportedPage {
  readonly trace: Trace
  readonly names: HandsetNames
  readonly locale: Locale
  /** The diagram's style sheet. It is our own, so it is not escaped. */
  readonly css: string
  /** Milliseconds since 1970. */
  readonly now: number
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function exportPage({ trace, names, locale, css, now }: ExportedPage): string {
  const words = getWords(locale)
  const texts = words.texts.diagram
  const toMarkup = (...nodes: readonly ReactNode[]) =>
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
${toMarkup(createElement('title', null, `${texts.outcomes[trace.outcome]} · ${formatDateTime(trace.startedAt)}`))}
<style>${css}</style>
</head>
<body class="seq-page">
<main>
${toMarkup(createElement(Summary, { trace }), createElement(Diagram, { trace }))}
${toMarkup(createElement('footer', { className: 'seq-quiet' }, `${texts.exportedFrom} · ${formatDateTime(now)}`))}
</main>
</body>
</html>
`
}
