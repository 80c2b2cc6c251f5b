// What the user of the way sees: WeChat's own button, which asks for the number.
import { Button, Text, View } from '@tarojs/components'
import { useContext, useId } from 'react'
import { useStore } from 'zustand'
import { toAria } from '../views/aria'
import { ProblemLine } from '../views/problem-line'
import { SurroundingsContext } from '../views/surroundings'
import { ConsentQuestion, OwnTerms, type WayConsent } from '../way/own-terms'
import { describeProblem } from '../way/refusals'
import type { WayWords } from '../way/texts'
import { useVisit } from '../way/use-visit'
import type { WayContext } from '../ways'
import { type WechatTexts, wechatZhCN } from './texts'
import type { WechatApi, WechatMemory, WechatVisit } from './types'
import { createWechatVisit } from './visit'

interface WechatViewProps extends WayWords<WechatTexts> {
  readonly context: WayContext
  /** Called once for each visit. */
  readonly connect: () => WechatApi
  readonly memory: WechatMemory
  readonly consent: WayConsent
}

export function WechatView({ context, connect, memory, consent, ...words }: WechatViewProps) {
  const { visit, texts } = useVisit({
    builtIn: wechatZhCN,
    words,
    consent,
    create: (receipt) => createWechatVisit(context, { api: connect(), memory, receipt }),
  })
  return (
    <OwnTerms terms={consent.terms} texts={texts}>
      <WechatForm visit={visit} texts={texts} />
    </OwnTerms>
  )
}

function WechatForm({ visit, texts }: { readonly visit: WechatVisit; readonly texts: WechatTexts }) {
  const { texts: common } = useContext(SurroundingsContext)
  const id = useId()
  const state = useStore(visit.store)
  const { agreed, running, problem, problems } = state
  const label = running ? common.progress.verifying : texts.label
  return (
    <>
      <View className="lnl-live" {...toAria({ role: 'status' })}>
        {running ? label : ''}
      </View>
      <Button
        className={running ? 'lnl-button lnl-busy' : 'lnl-button'}
        hoverClass={running ? 'none' : 'lnl-pressed'}
        onClick={visit.press}
        // WeChat asks the user at once when it is tapped: only after the app's own consent.
        {...(agreed && !running ? { openType: 'getPhoneNumber' as const } : {})}
        onGetPhoneNumber={({ detail }) => visit.report(detail)}
        {...toAria({ busy: running || undefined, describedby: id })}
      >
        <View className="lnl-spinner lnl-spinner-small" />
        <Text>{label}</Text>
      </Button>
      <ProblemLine id={id} times={problems}>
        {problem && describeProblem(problem, texts.problems, common)}
      </ProblemLine>
      <ConsentQuestion state={state} actions={visit} missing={problem === 'consentMissing'} />
    </>
  )
}
