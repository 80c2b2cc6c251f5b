// Every code that the simulated platform can answer a call with is in the protocol's registry under that call, with its
// causes and remedies. The codes are read from the simulator's own sources.
import { resolve } from 'node:path'
import { type Call, lookUp } from '@local-number/protocol/return-codes'
import ts from 'typescript'
import { DOCUMENT_CODES, type DocumentCode, toDialect } from '../../src/platform/codes'

const PLATFORM = resolve(__dirname, '../../src/platform')

interface Service {
  readonly file: string
  /** The function that decides the call. */
  readonly decides: string
  /** The codes that its route adds (src/carrier). */
  readonly routeCodes: DocumentCode[]
}

const SERVICES: Record<Call, Service> = {
  getMobile: { file: `${PLATFORM}/retrieve-number.ts`, decides: 'retrieveNumber', routeCodes: ['500'] },
  getToken: { file: `${PLATFORM}/issue-token.ts`, decides: 'issueToken', routeCodes: ['000000'] },
  httpsGetMobile: {
    file: `${PLATFORM}/issue-https-token.ts`,
    decides: 'issueHttpsToken',
    routeCodes: ['103000'],
  },
  verify: { file: `${PLATFORM}/verify-number.ts`, decides: 'verifyNumber', routeCodes: [] },
}

const program = ts.createProgram(
  Object.values(SERVICES).map(({ file }) => file),
  { noLib: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
)
const checker = program.getTypeChecker()

/** Finds the code literals in a function and in everything of the platform that it mentions, except in types. */
function findCodes(node: ts.Node, found = new Set<DocumentCode>(), seen = new Set<ts.Node>()): Set<DocumentCode> {
  if (ts.isTypeNode(node) || seen.has(node)) return found
  seen.add(node)
  if (ts.isStringLiteral(node)) {
    const code = DOCUMENT_CODES.find((code) => code === node.text)
    if (code) found.add(code)
  }
  if (ts.isIdentifier(node)) for (const declaration of findDeclarations(node)) findCodes(declaration, found, seen)
  ts.forEachChild(node, (child) => void findCodes(child, found, seen))
  return found
}

/** Finds every `refuse(code, cause)` with literals that a call can reach. */
function findRefusals(node: ts.Node, found: [string, string][] = [], seen = new Set<ts.Node>()): [string, string][] {
  if (ts.isTypeNode(node) || seen.has(node)) return found
  seen.add(node)
  if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
    const [code, cause] = node.arguments
    if (code && cause && ts.isStringLiteral(code) && ts.isStringLiteral(cause)) found.push([code.text, cause.text])
  }
  if (ts.isIdentifier(node)) for (const declaration of findDeclarations(node)) findRefusals(declaration, found, seen)
  ts.forEachChild(node, (child) => void findRefusals(child, found, seen))
  return found
}

function findDeclarations(name: ts.Identifier): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(name)
  const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const declarations = original?.declarations ?? []
  return declarations.filter((node) => node.getSourceFile().fileName.startsWith(PLATFORM) && !isType(node))
}

const isType = (node: ts.Node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

function findDecidingFunction(call: Call): ts.Node {
  const { file, decides } = SERVICES[call]
  const functions = program.getSourceFile(file)?.statements.filter(ts.isFunctionDeclaration)
  const node = functions?.find(({ name }) => name?.text === decides)
  if (!node) throw new Error(`${file} has no function ${decides}`)
  return node
}

function listAnswers(call: Call): DocumentCode[] {
  return [...SERVICES[call].routeCodes, ...findCodes(findDecidingFunction(call))].sort()
}

const CALLS = Object.keys(SERVICES) as Call[]

test('the codes found in the sources are all codes of the simulator', () => {
  expect([...new Set(CALLS.flatMap(listAnswers))].sort()).toEqual([...DOCUMENT_CODES].sort())
})

test('codes of one call only are not found for the others', () => {
  const findCalls = (code: DocumentCode) => CALLS.filter((call) => listAnswers(call).includes(code))
  expect(['111002', '111034'].map((code) => findCalls(code as DocumentCode))).toEqual([
    ['getMobile', 'httpsGetMobile'],
    ['getMobile'],
  ])
  expect(findCalls('103911')).toEqual(['getToken', 'httpsGetMobile'])
  expect(['110004', '121011'].map((code) => findCalls(code as DocumentCode))).toEqual([['verify'], ['verify']])
  expect(findCalls('110028')).toEqual(['getMobile', 'getToken', 'verify'])
})

describe.each(CALLS)('the registry lists under %s the code', (call) => {
  test.each(listAnswers(call))('%s', (code) => {
    expect(lookUp(call, code).known).toBe(true)
  })
})

describe.each(CALLS)('the registry lists under %s the cause of', (call) => {
  test.each(findRefusals(findDecidingFunction(call)))('%s: %s', (code, cause) => {
    expect(lookUp(call, code).causes).toContain(cause)
  })
})

describe('the registry lists under verify the code of the family dialect', () => {
  test.each([...new Set(listAnswers('verify').map((code) => toDialect('verify', { code, cause: null }, 'family')))])(
    '%s',
    (code) => {
      expect(lookUp('verify', code).known).toBe(true)
    },
  )
})
