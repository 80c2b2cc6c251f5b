// The chosen login: its summary, its diagram, and its link and exports.
import type { Trace } from '@local-number/simulator-contract'
import { Button, CopyButton, Group } from '@mantine/core'
import { IconArrowLeft, IconBraces, IconCheck, IconFileTypeHtml, IconLink } from '@tabler/icons-react'
import { Diagram } from '../diagram/Diagram'
import css from '../diagram/diagram.css?inline'
import { type HandsetNames, HandsetNamesProvider, toHandsetNames } from '../diagram/handset-names'
import { Summary } from '../diagram/Summary'
import { download } from '../export/download'
import { toFileName } from '../export/file-name'
import { useHandsets } from '../handsets/use-handsets'
import { toHash, toTraceHash } from '../state/route'
import { useTexts, useWords } from '../texts/words'

export function TraceView({ trace }: { readonly trace: Trace }) {
  const texts = useTexts().timeline
  const handsets = useHandsets()
  const names = toHandsetNames(handsets)
  return (
    <HandsetNamesProvider value={names}>
      <Group justify="space-between" className="trace-actions">
        <Button
          className="trace-back"
          component="a"
          href={toHash('timeline')}
          variant="subtle"
          size="compact-md"
          leftSection={<IconArrowLeft size={17} aria-hidden />}
        >
          {texts.back}
        </Button>
        <Group gap={6} ml="auto" className="trace-take">
          {window.isSecureContext && <CopyLink id={trace.id} />}
          <ExportButtons trace={trace} names={names} />
        </Group>
      </Group>
      <Summary trace={trace} />
      <Diagram key={trace.id} trace={trace} />
    </HandsetNamesProvider>
  )
}

function CopyLink({ id }: { readonly id: string }) {
  const texts = useTexts()
  const address = `${window.location.href.split('#')[0]}${toTraceHash(id)}`
  return (
    <CopyButton value={address}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
        >
          {copied ? texts.shell.copied : texts.timeline.copyLink}
        </Button>
      )}
    </CopyButton>
  )
}

function ExportButtons({ trace, names }: { readonly trace: Trace; readonly names: HandsetNames }) {
  const { locale, texts } = useWords()
  const exportJson = () =>
    download({
      name: toFileName(trace, 'json'),
      type: 'application/json',
      content: `${JSON.stringify(trace, null, 2)}\n`,
    })
  const exportHtml = async () => {
    // Loaded on demand, because it contains react-dom/server.
    const { exportPage } = await import('../export/export-page')
    const content = exportPage({ trace, names, locale, css, now: Date.now() })
    download({ name: toFileName(trace, 'html'), type: 'text/html', content })
  }
  return (
    <>
      <Button variant="default" size="xs" onClick={exportJson} leftSection={<IconBraces size={16} aria-hidden />}>
        {texts.timeline.exportJson}
      </Button>
      <Button variant="default" size="xs" onClick={exportHtml} leftSection={<IconFileTypeHtml size={16} aria-hidden />}>
        {texts.timeline.exportHtml}
      </Button>
    </>
  )
}
