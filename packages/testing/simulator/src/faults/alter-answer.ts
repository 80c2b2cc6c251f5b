// What a fault does to an answer that the platform has given, before it is sent.
import { randomBytes } from 'node:crypto'
import type { FaultEffect } from '@local-number/simulator-contract'
import type { ParameterizedContext } from 'koa'
import { isJson } from './body'

/** Leaves other kinds of answers alone: a refusal is not a truncated image, a proxy's page has no msgId. */
export function alterAnswer(ctx: ParameterizedContext, effect: FaultEffect): void {
  if (effect.wrongMsgId) replaceMsgId(ctx)
  if (effect.malformedJson) truncateJson(ctx)
  if (effect.truncatedImage) truncateImage(ctx)
  if (effect.contentType) ctx.set('content-type', effect.contentType)
}

/** Puts another msgId of the mini-program edition's form into the header. */
function replaceMsgId(ctx: ParameterizedContext): void {
  const { body } = ctx
  if (!isJson(body) || !isJson(body.header)) return
  ctx.body = { ...body, header: { ...body.header, msgId: randomBytes(16).toString('hex') } }
}

/** Sends a complete HTTP answer with half of the JSON. */
function truncateJson(ctx: ParameterizedContext): void {
  if (!isJson(ctx.body)) return
  const text = JSON.stringify(ctx.body)
  ctx.body = text.slice(0, Math.ceil(text.length / 2))
}

/** Keeps the length of the whole image and closes the connection after half of it, so that clients notice. */
function truncateImage(ctx: ParameterizedContext): void {
  const { body } = ctx
  if (!Buffer.isBuffer(body)) return
  ctx.body = body.subarray(0, Math.floor(body.length / 2))
  ctx.length = body.length
  ctx.set('connection', 'close')
}
