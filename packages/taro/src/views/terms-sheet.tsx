// Terms that the app does not open itself: a mini-program's web-view cannot show the operator's page, so the sheet offers
// its title and a link to copy.
import { Button, Text, View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useState } from 'react'
import type { Terms } from '../terms'
import type { Texts } from '../texts'
import { LinkButton } from './link-button'

export interface TermsSheetProps {
  readonly texts: Texts
  readonly terms: Terms
  readonly onClose: () => void
}

export function TermsSheet({ texts, terms, onClose }: TermsSheetProps) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // A clipboard that refuses leaves the link to be read.
    setClipboardData({ data: terms.url }).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <View className="lnl-sheet-cover" ariaRole="dialog">
      <View className="lnl-sheet">
        <Text className="lnl-headline">{`《${terms.title}》`}</Text>
        <Text className="lnl-advice">{texts.sheet.advice}</Text>
        <Text className="lnl-url" selectable>
          {terms.url}
        </Text>
        <Button className="lnl-button" onClick={copy}>
          {copied ? texts.sheet.copied : texts.sheet.copy}
        </Button>
        <LinkButton onClick={onClose}>{texts.sheet.close}</LinkButton>
      </View>
    </View>
  )
}
