// Asks a user who went on without ticking the box.
import { View } from '@tarojs/components'
import type { Texts } from '../texts'
import { ConsentText } from './consent-box'
import { Press } from './press'
import { Sheet } from './sheet'

export interface AgreeDialogProps {
  readonly texts: Texts
  /**
   * On the button that agrees.
   *
   * @default the texts', which speak of the login
   */
  readonly agree?: string | undefined
  readonly onAgree: () => void
  readonly onClose: () => void
}

export function AgreeDialog({ texts, agree, onAgree, onClose }: AgreeDialogProps) {
  const { title, body, disagree, agree: itsAgree } = texts.agreeDialog
  return (
    <Sheet title={title} onClose={onClose}>
      {(leave) => (
        <>
          <ConsentText sentence={body} />
          <View className="lnl-choice">
            <Press className="lnl-button lnl-button-plain" onPress={() => leave(onClose)}>
              {disagree}
            </Press>
            <Press className="lnl-button" onPress={() => leave(onAgree)}>
              {agree || itsAgree}
            </Press>
          </View>
        </>
      )}
    </Sheet>
  )
}
