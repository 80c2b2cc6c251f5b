// What goes over the admin API, as types: the console and other programs are written against these.
export type * from './admin-api'
export type * from './app'
export type * from './error-codes'
export type * from './fault'
export * from './handset'
export type * from './signing'
export type * from './trace'
