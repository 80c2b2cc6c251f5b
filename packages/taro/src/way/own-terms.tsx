// A way's own consent: the app's terms and never the carrier's, in the component's box and dialog.
import { View } from '@tarojs/components'
import { type ReactNode, useContext, useState } from 'react'
import type { Terms } from '../terms'
import { AgreeDialog } from '../views/agree-dialog'
import { ConsentBox } from '../views/consent-box'
import { SurroundingsContext } from '../views/surroundings'
import type { ConsentActions, ConsentState } from './consent-actions'
import type { WayTexts } from './texts'

/** What the users of a way have to agree to. */
export interface WayConsent {
  /** The version of these terms, 1–64 characters: part of the consent receipt. */
  readonly version: string
  /** The app's own terms. The carrier's do not belong here. Each needs a different title. */
  readonly terms: readonly [Terms, ...Terms[]]
  /**
   * The language in which the terms are shown, as a BCP 47 tag of at most 35 characters: part of the consent receipt.
   *
   * @default the language of the way's texts
   */
  readonly locale?: string
}

interface OwnTermsProps {
  readonly terms: WayConsent['terms']
  readonly texts: WayTexts
  readonly children: ReactNode
}

/** Box and dialog within it ask for these terms, in these words. */
export function OwnTerms({ terms, texts: { consent }, children }: OwnTermsProps) {
  const surroundings = useContext(SurroundingsContext)
  const agreeDialog = { ...surroundings.texts.agreeDialog, body: '{terms}' }
  const texts = { ...surroundings.texts, consent, agreeDialog }
  return (
    <SurroundingsContext.Provider value={{ ...surroundings, terms, texts }}>{children}</SurroundingsContext.Provider>
  )
}

interface ConsentQuestionProps {
  readonly state: ConsentState
  readonly actions: ConsentActions
  /** The user has declined. */
  readonly missing: boolean
  /**
   * On the dialog's button: what follows.
   *
   * @default the component's, which speaks of the login
   */
  readonly agree?: string | undefined
}

/** The box, unless the user has agreed before; and the dialog. */
export function ConsentQuestion({ state: { agreed, asks }, actions, missing, agree }: ConsentQuestionProps) {
  const { texts } = useContext(SurroundingsContext)
  const [needed] = useState(!agreed)
  return (
    <>
      {needed && (
        <View className={missing ? 'lnl-asks' : ''}>
          <ConsentBox agreed={agreed} onChange={actions.setAgreed} />
        </View>
      )}
      {asks && <AgreeDialog texts={texts} agree={agree} onAgree={actions.agree} onClose={actions.decline} />}
    </>
  )
}
