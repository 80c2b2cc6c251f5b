// The clock and the magic numbers.
import type { Texts } from '../shape'

export const clock: Texts['clock'] = {
  title: 'Clock',
  intro: "By its own clock the simulator judges a token's age, the daily limit and an app's dates.",
  now: "The simulator's time",
  shanghaiDay: (day) => `The daily limit counts the day in Shanghai, now ${day}.`,
  offset: "Against the machine's clock: ",
  real: 'the same',
  ahead: (time) => `${time} ahead`,
  behind: (time) => `${time} behind`,
  advance: 'Advance',
  minute: '61 s (a token expires)',
  day: '1 day (the daily limit starts anew)',
  own: 'Own value (seconds)',
  advanceOwn: 'Shift the clock',
  back: 'Back to real time',
}

export const magic: Texts['magic'] = {
  title: 'Magic numbers',
  intro: 'These numbers give an outcome without any setup.',
  number: 'Number',
  call: 'Call',
  code: 'Code',
  as: 'Use it',
  uses: { sim: "as the SIM's number", typed: 'typed by the user' },
  meaning: 'Meaning',
  copyNumber: (number) => `Copy ${number}`,
  empty: 'This simulator has no magic numbers.',
}
