// Every code that the simulated platform can answer a call with is in the protocol's registry under that very call, so
// that whoever meets it finds causes and a remedy. The codes are read off the simulator's own sources.
import { resolve } from 'node:path'
import { type Call, lookUp } from '@local-number/protocol/return-codes'
import ts from 'typescript'
import { RESULT_CODES, type ResultCode, toDialect } from '../../src/platform/codes'

const PLATFORM = resolve(__dirname, '../../src/platform')

/** The function that judges each call, and the codes that its route adds (src/http). */
const SERVICES: Record<Call, { readonly file: string; readonly judge: string; readonly ofRoute: ResultCode[] }> = {
  getMobile: { file: `${PLATFORM}/retrieve-number.ts`, judge: 'retrieveNumber', ofRoute: ['500'] },
  getToken: { file: `${PLATFORM}/issue-token.ts`, judge: 'issueToken', ofRoute: ['000000'] },
  verify: { file: `${PLATFORM}/verify-number.ts`, judge: 'verifyNumber', ofRoute: [] },
}

const program = ts.createProgram(
  Object.values(SERVICES).map(({ file }) => file),
  { noLib: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
)
const checker = program.getTypeChecker()

/** The code literals in a function and in whatever of the platform it mentions, however far away. Types say nothing. */
function codesIn(node: ts.Node, found = new Set<ResultCode>(), seen = new Set<ts.Node>()): Set<ResultCode> {
  if (ts.isTypeNode(node) || seen.has(node)) return found
  seen.add(node)
  if (ts.isStringLiteral(node)) {
    const code = RESULT_CODES.find((code) => code === node.text)
    if (code) found.add(code)
  }
  if (ts.isIdentifier(node)) for (const declaration of declarationsOf(node)) codesIn(declaration, found, seen)
  ts.forEachChild(node, (child) => void codesIn(child, found, seen))
  return found
}

/** Every `refuse(code, cause)` that is written out in what a call can reach. */
function refusalsIn(node: ts.Node, found: [string, string][] = [], seen = new Set<ts.Node>()): [string, string][] {
  if (ts.isTypeNode(node) || seen.has(node)) return found
  seen.add(node)
  if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
    const [code, cause] = node.arguments
    if (code && cause && ts.isStringLiteral(code) && ts.isStringLiteral(cause)) found.push([code.text, cause.text])
  }
  if (ts.isIdentifier(node)) for (const declaration of declarationsOf(node)) refusalsIn(declaration, found, seen)
  ts.forEachChild(node, (child) => void refusalsIn(child, found, seen))
  return found
}

function declarationsOf(name: ts.Identifier): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(name)
  const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declarations = original?.declarations ?? []
  return declarations.filter((node) => node.getSourceFile().fileName.startsWith(PLATFORM) && !isType(node))
}

const isType = (node: ts.Node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

function judgeOf(call: Call): ts.Node {
  const { file, judge } = SERVICES[call]
  const judges = program.getSourceFile(file)?.statements.filter(ts.isFunctionDeclaration)
  const node = judges?.find(({ name }) => name?.text === judge)
  if (!node) throw new Error(`${file} has no function ${judge}`)
  return node
}

function answersOf(call: Call): ResultCode[] {
  return [...SERVICES[call].ofRoute, ...codesIn(judgeOf(call))].sort()
}

const CALLS = Object.keys(SERVICES) as Call[]

test('the sources are read whole: each code of the simulator is some call’s answer', () => {
  expect([...new Set(CALLS.flatMap(answersOf))].sort()).toEqual([...RESULT_CODES].sort())
})

test('and read apart: what one call alone can meet is no answer of the others', () => {
  const askers = (code: ResultCode) => CALLS.filter((call) => answersOf(call).includes(code))
  expect(['111002', '111034'].map((code) => askers(code as ResultCode))).toEqual([['getMobile'], ['getMobile']])
  expect(askers('103911')).toEqual(['getToken'])
  expect(['110004', '121011'].map((code) => askers(code as ResultCode))).toEqual([['verify'], ['verify']])
  expect(askers('110028')).toEqual(CALLS)
})

describe.each(CALLS)('every answer of %s is a row of the registry', (call) => {
  test.each(answersOf(call))('%s', (code) => {
    expect(lookUp(call, code).known).toBe(true)
  })
})

describe.each(CALLS)('every cause that %s names is one of its row’s', (call) => {
  test.each(refusalsIn(judgeOf(call)))('%s: %s', (code, cause) => {
    expect(lookUp(call, code).causes).toContain(cause)
  })
})

describe('and so is every answer of verify to an app of the family dialect', () => {
  test.each([...new Set(answersOf('verify').map((code) => toDialect('verify', { code, cause: null }, 'family')))])(
    '%s',
    (code) => {
      expect(lookUp('verify', code).known).toBe(true)
    },
  )
})
