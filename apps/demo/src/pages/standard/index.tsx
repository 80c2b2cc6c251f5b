// The component as a shop would use it: with a logo, other ways to log in, and a session that it opens.
import { LocalNumberLogin } from '@local-number/taro'
import { useState } from 'react'
import logo from '../../assets/logo.svg'
import { Frame } from '../../demo/frame'
import { createLoginOptions } from '../../demo/login-options'
import type { Demo } from '../../demo/use-demo'
import { Home } from '../../shop/home'
import { createSessionOpener } from '../../shop/session'
import { SHOP_TEXTS } from '../../shop/shop-texts'
import { createShopWays } from '../../shop/shop-ways'
import { SURROUNDINGS } from '../../shop/surroundings'
import { Welcome } from '../../shop/welcome'

export default function StandardPage() {
  return <Frame page="standard">{(demo) => <Shop demo={demo} />}</Frame>
}

function Shop({ demo }: { readonly demo: Demo }) {
  const { lang, layout, cancel, session } = demo.switches
  const texts = SHOP_TEXTS[lang]
  const [member, setMember] = useState<string | null>(null)
  const [inShop, setInShop] = useState(false)
  const [openSession] = useState(() =>
    createSessionOpener({
      refusal: session === 'fails' ? texts.sessionRefused : null,
      onOpened: ({ phone }) => setMember(phone),
    }),
  )
  if (inShop) {
    const showLogin = () => {
      setMember(null)
      setInShop(false)
    }
    return <Home texts={texts} phone={member} main={layout === 'page'} onSwitch={showLogin} />
  }
  const Surroundings = SURROUNDINGS[layout]
  return (
    <Surroundings texts={texts}>
      <LocalNumberLogin
        {...createLoginOptions(demo)}
        logo={logo}
        slogan={texts.slogan}
        otherWays={createShopWays(demo)}
        onVerified={openSession}
        // A panel over the shop can always be closed.
        {...(cancel === '1' || layout === 'sheet' ? { onCancel: () => setInShop(true) } : {})}
        footer={member !== null && <Welcome texts={texts} onEnter={() => setInShop(true)} />}
      />
    </Surroundings>
  )
}
