// A consent of the app's own. It goes on with a ticked box alone; without, the dialog asks.
import { type ReactNode, useContext, useRef, useState } from 'react'
import type { ConsentView } from '../slots'
import { AgreeDialog } from './agree-dialog'
import { SurroundingsContext } from './surroundings'

interface OwnConsentProps {
  readonly view: ConsentView
  readonly render: (view: ConsentView) => ReactNode
}

export function OwnConsent({ view, render }: OwnConsentProps) {
  const { texts } = useContext(SurroundingsContext)
  const [asks, setAsks] = useState(false)
  // What the user did last: a button may tick and go on before the next render.
  const agreed = useRef(view.agreed)
  agreed.current = view.agreed
  const setAgreed = (ticked: boolean) => {
    agreed.current = ticked
    view.setAgreed(ticked)
  }
  const agree = () => (agreed.current ? view.agree() : setAsks(true))
  const answer = () => {
    setAsks(false)
    setAgreed(true)
    view.agree()
  }
  return (
    <>
      {render({ ...view, setAgreed, agree })}
      {asks && <AgreeDialog texts={texts} onAgree={answer} onClose={() => setAsks(false)} />}
    </>
  )
}
