// One of the app's own ways. What it reports counts only while this visit of it lasts.
import type { StateOf } from '@local-number/login'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { WayContext } from '../ways'
import { Exits } from './exits'
import { Press } from './press'
import type { Screen } from './screen'

/** Needs a `key` of the visit. */
export function OtherWayView({ screen }: { readonly screen: Screen<StateOf<'otherWay'>> }) {
  const { props, texts, login, state } = screen
  const lasts = useRef(true)
  useEffect(() => {
    lasts.current = true
    return () => {
      lasts.current = false
    }
  }, [])
  const [context] = useState<WayContext>(() => ({
    phone: state.phone,
    remembered: state.remembered,
    traceId: state.traceId,
    session: login.session,
    readBinding: login.readBinding,
    consent: { version: props.consentVersion, agreed: state.agreed },
    edit: (text) => {
      if (lasts.current) login.edit(text)
    },
    finish: ({ phone, ticket = null }) => {
      if (lasts.current) login.finishWay({ phone, ticket })
    },
    fail: (reason, code) => {
      if (lasts.current) login.failWay(reason, code)
    },
    leave: () => {
      if (lasts.current) login.leave()
    },
  }))
  return (
    <View className="lnl-view">
      {props.otherWays?.find(({ id }) => id === state.id)?.render(context)}
      <Press className="lnl-button-quiet" onPress={context.leave}>
        {texts.back}
      </Press>
      <Exits screen={screen} own />
    </View>
  )
}
