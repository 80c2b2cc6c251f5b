// The fingers on the screen, as an event of WeChat's carries them.

interface Finger {
  readonly identifier: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
}

/** Of a browser's event, if a finger made it; a mouse is one finger, on the screen while its button is down. */
export function touchesOf(original: unknown): { touches?: Finger[]; changedTouches?: Finger[] } {
  const { touches, changedTouches, type, clientX } = Object(original) as Partial<TouchEvent & MouseEvent>
  if (touches && changedTouches)
    return { touches: [...touches].map(finger), changedTouches: [...changedTouches].map(finger) }
  if (clientX === undefined) return {}
  const mouse = finger({ identifier: 0, ...position(original as MouseEvent) })
  return { touches: type === 'mouseup' ? [] : [mouse], changedTouches: [mouse] }
}

function finger({ identifier, ...where }: Finger): Finger {
  return { identifier, ...position(where) }
}

function position({ pageX, pageY, clientX, clientY }: Omit<Finger, 'identifier'>) {
  return { pageX, pageY, clientX, clientY }
}
