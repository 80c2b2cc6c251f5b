// The first elements that the keyboard reaches. They are buttons, because the router uses the hash.
import type { Page } from '../state/route'
import { useTexts } from '../texts/words'
import { focusOn } from './use-focus'

export function SkipLinks({ page }: { readonly page: Page | null }) {
  const texts = useTexts().shell
  return (
    <>
      <Skip to="main" text={texts.skip} />
      {page === 'timeline' && <Skip to=".timeline-chosen" text={texts.skipToLogin} />}
    </>
  )
}

function Skip({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <button type="button" className="skip" onClick={() => focusOn(document.querySelector(to))}>
      {text}
    </button>
  )
}
