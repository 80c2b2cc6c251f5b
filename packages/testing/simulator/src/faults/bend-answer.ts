// What a fault does to an answer that has already been given, before any of it is on the wire.
import { randomBytes } from 'node:crypto'
import type { FaultEffect } from '@local-number/simulator-contract'
import type { LineContext } from '../http/line'
import { isJson } from './body'

/** Leaves alone what is not there: an image that was not taken cannot be cut, a proxy's page has no msgId. */
export function bendAnswer(ctx: LineContext, effect: FaultEffect): void {
  if (effect.wrongMsgId) echoOtherMsgId(ctx)
  if (effect.malformedJson) cutJson(ctx)
  if (effect.truncatedImage) cutImage(ctx)
  if (effect.contentType) ctx.set('content-type', effect.contentType)
}

/** Another msgId in the header, of the mini-program edition's form. */
function echoOtherMsgId(ctx: LineContext): void {
  const { body } = ctx
  if (!isJson(body) || !isJson(body.header)) return
  ctx.body = { ...body, header: { ...body.header, msgId: randomBytes(16).toString('hex') } }
}

/** A whole HTTP answer with half a JSON in it. */
function cutJson(ctx: LineContext): void {
  if (!isJson(ctx.body)) return
  const text = JSON.stringify(ctx.body)
  ctx.body = text.slice(0, Math.ceil(text.length / 2))
}

/** The length of the whole, the bytes of the half and the end of the connection, so that nobody takes it for all. */
function cutImage(ctx: LineContext): void {
  const { body } = ctx
  if (!Buffer.isBuffer(body)) return
  ctx.body = body.subarray(0, Math.floor(body.length / 2))
  ctx.length = body.length
  ctx.set('connection', 'close')
}
