// Consent: the box is never pre-ticked, and nothing is sent or mounted before the user continues.
import { Checkbox, CheckboxGroup, Label, Text, View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { listTerms, type Terms } from '../terms'
import { fill, type Texts } from '../texts'
import { toAria, toControlAria } from './aria'
import { Press } from './press'

export interface ConsentProps {
  readonly texts: Texts
  readonly appName: string
  readonly terms: readonly Terms[]
  readonly onOpen: (terms: Terms) => void
  readonly onAgree: () => void
  readonly onLeave: () => void
}

export function Consent({ texts, appName, terms, onOpen, onAgree, onLeave }: ConsentProps) {
  const [ticked, setTicked] = useState(false)
  const [reminded, setReminded] = useState(false)
  const { before, links, after } = composeSentence(texts, appName, listTerms(terms))
  const whole = [before, ...links.map(({ title, joint }) => title + joint), after].join('')
  const tick = (values: readonly unknown[]) => {
    setTicked(values.includes('agreed'))
    setReminded(false)
  }
  return (
    <View className="lnl-view">
      <Press className="lnl-button" onPress={() => (ticked ? onAgree() : setReminded(true))}>
        {texts.agree}
      </Press>
      <CheckboxGroup className="lnl-consent" onChange={(event) => tick(event.detail.value)}>
        <Label className="lnl-consent-box">
          <Checkbox className="lnl-checkbox" value="agreed" checked={ticked} {...toControlAria(whole)} />
          <Text className="lnl-consent-text">{before}</Text>
        </Label>
        {links.map(({ terms: each, title, joint }) => (
          <Fragment key={each.url}>
            <Press kind="link" className="lnl-link" onPress={() => onOpen(each)}>
              {title}
            </Press>
            {joint && <Text className="lnl-consent-text">{joint}</Text>}
          </Fragment>
        ))}
        <Text className="lnl-consent-text">{after}</Text>
      </CheckboxGroup>
      {reminded && (
        <View className="lnl-problem" {...toAria({ role: 'alert' })}>
          {texts.mustAgree}
        </View>
      )}
      <Press className="lnl-button-quiet" onPress={onLeave}>
        {texts.otherWay}
      </Press>
    </View>
  )
}

/** The consent text in its parts: each link with the text that joins it to the next. */
function composeSentence({ consent, and, comma }: Texts, appName: string, terms: readonly Terms[]) {
  const [before = '', after = ''] = consent.split('{terms}').map((part) => fill(part, { app: appName }))
  const links = terms.map((each, at) => {
    const following = terms.length - 1 - at
    return { terms: each, title: `《${each.title}》`, joint: following === 0 ? '' : following === 1 ? and : comma }
  })
  return { before, links, after }
}
