// Consent: the box is never ticked beforehand, and nothing is sent or mounted before the user has gone on from here.
import { Button, Checkbox, CheckboxGroup, Label, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { allTerms, type Terms } from '../terms'
import { fill, type Texts } from '../texts'
import { LinkButton } from './link-button'

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
  const [before = '', after = ''] = fill(texts.consent, { app: appName }).split('{terms}')
  const tick = (values: readonly unknown[]) => {
    setTicked(values.includes('agreed'))
    setReminded(false)
  }
  return (
    <View className="lnl-view">
      <Button className="lnl-button" onClick={() => (ticked ? onAgree() : setReminded(true))}>
        {texts.agree}
      </Button>
      <CheckboxGroup className="lnl-consent" onChange={(event) => tick(event.detail.value)}>
        <Label className="lnl-consent-box">
          <Checkbox className="lnl-checkbox" value="agreed" checked={ticked} />
          <Text className="lnl-consent-text">{before}</Text>
        </Label>
        {allTerms(terms).map((each, at, all) => (
          <Text key={each.url}>
            <Text className="lnl-link" onClick={() => onOpen(each)}>{`《${each.title}》`}</Text>
            {at < all.length - 1 && (
              <Text className="lnl-consent-text">{at === all.length - 2 ? texts.and : '、'}</Text>
            )}
          </Text>
        ))}
        <Text className="lnl-consent-text">{after}</Text>
      </CheckboxGroup>
      {reminded && (
        <View className="lnl-problem" ariaRole="alert">
          {texts.mustAgree}
        </View>
      )}
      <LinkButton onClick={onLeave}>{texts.otherWay}</LinkButton>
    </View>
  )
}
