// Terms that open neither in a page nor in a tab: a text, or a link that a mini-program's web-view cannot show.
import { Text, View } from '@tarojs/components'
import { useContext } from 'react'
import type { Terms } from '../terms'
import { CopyButton } from './copy-button'
import { Press } from './press'
import { Sheet } from './sheet'
import { SurroundingsContext } from './surroundings'

export function TermsSheet({ terms, onClose }: { readonly terms: Terms; readonly onClose: () => void }) {
  const { texts } = useContext(SurroundingsContext)
  const { title, url, content } = terms
  return (
    <Sheet title={texts.quotes.join(title)} onClose={onClose}>
      {(leave) => (
        <>
          {url === undefined ? (
            <View className="lnl-terms">{content}</View>
          ) : (
            <>
              <View className="lnl-advice">{texts.sheet.advice}</View>
              <Text className="lnl-url" selectable>
                {url}
              </Text>
              <CopyButton className="lnl-button" text={url} />
            </>
          )}
          <Press className="lnl-button-quiet" onPress={() => leave(onClose)}>
            {texts.sheet.close}
          </Press>
        </>
      )}
    </Sheet>
  )
}
