// The fingers on the screen, as WeChat's events carry them.

interface Finger {
  readonly identifier: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
}

/** Reads the fingers of a browser's event. A mouse is one finger, on the screen while its button is down. */
export function readTouches(original: unknown): { touches?: Finger[]; changedTouches?: Finger[] } {
  const { touches, changedTouches, type, clientX } = Object(original) as Partial<TouchEvent & MouseEvent>
  if (touches && changedTouches)
    return { touches: [...touches].map(toFinger), changedTouches: [...changedTouches].map(toFinger) }
  if (clientX === undefined) return {}
  const mouse = toFinger({ identifier: 0, ...pickPosition(original as MouseEvent) })
  return { touches: type === 'mouseup' ? [] : [mouse], changedTouches: [mouse] }
}

function toFinger({ identifier, ...position }: Finger): Finger {
  return { identifier, ...pickPosition(position) }
}

function pickPosition({ pageX, pageY, clientX, clientY }: Omit<Finger, 'identifier'>) {
  return { pageX, pageY, clientX, clientY }
}
