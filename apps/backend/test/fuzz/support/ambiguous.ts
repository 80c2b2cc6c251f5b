// Requests whose end two readers may find in different places, so that one of them takes the rest for a second request
// (request smuggling). RFC 9112 demands that each is refused, and its connection closed.

const POST = 'POST /api/local-number/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

/** What would be smuggled, with a trace id that the log would show. */
export const SMUGGLED_TRACE_ID = 'f'.repeat(32)
const SMUGGLED = `POST /api/local-number/sign HTTP/1.1\r\nHost: x\r\nX-Trace-Id: ${SMUGGLED_TRACE_ID}\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}`

const inLength = (headers: string) => `${POST}${headers}\r\n\r\n0\r\n\r\n${SMUGGLED}`
const inChunks = (chunks: string) => `${POST}Transfer-Encoding: chunked\r\n\r\n${chunks}${SMUGGLED}`

export const AMBIGUOUS: Readonly<Record<string, string>> = {
  'a length and chunks': inLength('Content-Length: 5\r\nTransfer-Encoding: chunked'),
  'chunks and a length': inLength('Transfer-Encoding: chunked\r\nContent-Length: 5'),
  'two lengths': inLength('Content-Length: 5\r\nContent-Length: 300'),
  'two lengths in one line': inLength('Content-Length: 5, 300'),
  'a length with a sign': inLength('Content-Length: +5'),
  'a negative length': inLength('Content-Length: -5'),
  'a length in hex': inLength('Content-Length: 0x5'),
  'a length with a space inside': inLength('Content-Length: 5 5'),
  'a length beyond 64 bits': inLength('Content-Length: 18446744073709551621'),
  'a space in front of the colon': inLength('Content-Length : 5'),
  'a tab in front of the colon': inLength('Transfer-Encoding\t: chunked'),
  'a name with a zero byte': inLength('Content-Length\0: 5'),
  'a value with a zero byte': inLength('Transfer-Encoding: chunked\0'),
  'chunks that are not the last encoding': inLength('Transfer-Encoding: chunked, identity'),
  'chunks twice': inLength('Transfer-Encoding: chunked, chunked'),
  'chunks in two lines': inLength('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'),
  'an encoding like chunks': inLength('Transfer-Encoding: not-chunked'),
  'a folded line': inLength('Transfer-Encoding:\r\n chunked\r\nContent-Length: 5'),
  'a line that ends with a line feed alone': inLength('Content-Length: 5\nTransfer-Encoding: chunked'),
  'a line that ends with a carriage return alone': inLength('X: y\rContent-Length: 5'),
  'a chunk size with a sign': inChunks('+0\r\n\r\n'),
  'a chunk size in hex notation': inChunks('0x0\r\n\r\n'),
  'a chunk size beyond 64 bits': inChunks('10000000000000002\r\n{}\r\n0\r\n\r\n'),
  'a chunk without its line end': inChunks('2\r\n{}0\r\n\r\n'),
  'a chunk size that ends with a line feed alone': inChunks('2\n{}\r\n0\r\n\r\n'),
  'a negative chunk': inChunks('-1\r\n{}\r\n0\r\n\r\n'),
}
