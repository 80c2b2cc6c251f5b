// The clock and the magic numbers.
import type { Texts } from '../shape'

export const clock: Texts['clock'] = {
  title: 'Clock',
  intro: 'The simulator uses its own clock for the age of tokens, the daily limit and the dates of apps.',
  now: "The simulator's time",
  shanghaiDay: (day) => `The daily limit counts by the date in Shanghai, now ${day}.`,
  offset: "Compared with the machine's clock: ",
  real: 'the same',
  ahead: (time) => `${time} ahead`,
  behind: (time) => `${time} behind`,
  advance: 'Advance',
  minute: '61 s (a token of the image edition expires)',
  twoMinutes: '121 s (one of the HTTPS edition expires)',
  day: '1 day (the daily limit resets)',
  own: 'Own value (seconds)',
  advanceOwn: 'Shift the clock',
  back: 'Back to real time',
}

export const magic: Texts['magic'] = {
  title: 'Magic numbers',
  intro: 'These numbers produce an outcome without any setup.',
  number: 'Number',
  call: 'Call',
  code: 'Code',
  as: 'Use',
  uses: { sim: "as the SIM's number", typed: 'typed by the user' },
  meaning: 'Meaning',
  messages: {
    '0': 'The message is accepted, and lost.',
    '2': 'The message arrives twice.',
    '60': 'The message arrives after 60 seconds.',
    '422': 'The carrier refuses the number.',
  },
  copyNumber: (number) => `Copy ${number}`,
  empty: 'This simulator has no magic numbers.',
}
