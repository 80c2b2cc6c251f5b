// The box with the consent text. Never pre-ticked: `agreed` is what the user did.
import { Text, View } from '@tarojs/components'
import { Fragment, useContext } from 'react'
import { fill } from '../texts'
import { toAria } from './aria'
import { createKeyboardProps, Press } from './press'
import { ProvidedSurroundings } from './provided-surroundings'
import { OUTSIDE, type Surroundings, SurroundingsContext } from './surroundings'

export interface ConsentBoxProps {
  readonly agreed: boolean
  readonly onChange: (agreed: boolean) => void
}

/**
 * The consent text with its links and its box, for a slot of your own: `<ConsentBox agreed={view.agreed}
 * onChange={view.setAgreed} />`. With the hook, `LocalNumberProvider` tells it `appName`, `terms` and `locale`.
 *
 * @supported weapp, h5
 */
export function ConsentBox(props: ConsentBoxProps) {
  return useContext(SurroundingsContext) === OUTSIDE ? (
    <ProvidedSurroundings>
      <Box {...props} />
    </ProvidedSurroundings>
  ) : (
    <Box {...props} />
  )
}

/** The same inside the component, whose apps then ship nothing for other places. */
export function Box({ agreed, onChange }: ConsentBoxProps) {
  const surroundings = useContext(SurroundingsContext)
  const { texts } = surroundings
  const toggle = () => onChange(!agreed)
  const label = composeSentence(texts.consent, surroundings).whole
  const keyboard = process.env.TARO_ENV === 'h5' ? createKeyboardProps('checkbox', toggle) : {}
  return (
    <View className="lnl-consent" onClick={toggle}>
      <View className="lnl-line">
        <View
          className={agreed ? 'lnl-checkbox lnl-checkbox-ticked' : 'lnl-checkbox'}
          {...toAria({ role: 'checkbox', checked: agreed, label })}
          {...keyboard}
        />
      </View>
      <ConsentText sentence={texts.consent} />
    </View>
  )
}

/** A text about the terms, such as the consent, with links to them. */
export function ConsentText({ sentence }: { readonly sentence: string }) {
  const surroundings = useContext(SurroundingsContext)
  const { before, links } = composeSentence(sentence, surroundings)
  const { openTerms } = surroundings
  return (
    <View className="lnl-consent-text">
      {before}
      {links.map(({ terms: each, title, mark, joint }) => (
        <Fragment key={title}>
          <View className="lnl-term">
            <Press kind="link" className="lnl-link" onPress={() => openTerms(each)}>
              {title}
            </Press>
            {mark}
          </View>
          <Text>{joint}</Text>
        </Fragment>
      ))}
    </View>
  )
}

/** A text in its parts: each link with the mark that stays beside it, and the text up to the next. */
function composeSentence(sentence: string, { texts, appName, terms }: Surroundings) {
  const { and, comma, quotes } = texts
  const [before = '', after = ''] = sentence.split('{terms}').map((part) => fill(part, { app: appName }))
  const links = terms.map((each, at) => {
    const following = terms.length - 1 - at
    const text = following === 0 ? after : following === 1 ? and : comma
    const [mark = ''] = /^[，、,]?/.exec(text) ?? []
    return { terms: each, title: quotes.join(each.title), mark, joint: text.slice(mark.length) }
  })
  return { before, links, whole: [before, ...links.map(({ title, mark, joint }) => title + mark + joint)].join('') }
}
