// What WXS has: WeChat's documentation of the language, developers.weixin.qq.com/miniprogram/dev/reference/wxs.

/** The global names, by 基础类库 and the chapters on modules and data types. */
export const WXS_NAMES: readonly string[] = [
  ...['module', 'require', 'getDate', 'getRegExp', 'console', 'Math', 'JSON', 'Number', 'Date'],
  ...['NaN', 'Infinity', 'undefined', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
]

/** 保留标识符, as far as JavaScript allows them as the name of a variable. */
export const RESERVED_NAMES: readonly string[] = ['undefined', 'NaN', 'Infinity', 'require', 'arguments']

/** The types of nodes that a syntax tree of WXS consists of: 语句, 运算符 and 数据类型. */
export const WXS_NODES: readonly string[] = [
  ...['Program', 'FunctionDeclaration', 'FunctionExpression', 'BlockStatement', 'EmptyStatement'],
  ...['ExpressionStatement', 'IfStatement', 'SwitchStatement', 'SwitchCase', 'ForStatement', 'WhileStatement'],
  ...['DoWhileStatement', 'BreakStatement', 'ContinueStatement', 'ReturnStatement', 'VariableDeclaration'],
  ...['VariableDeclarator', 'Identifier', 'Literal', 'ThisExpression', 'ArrayExpression', 'ObjectExpression'],
  ...['Property', 'UnaryExpression', 'BinaryExpression', 'LogicalExpression', 'AssignmentExpression'],
  ...['UpdateExpression', 'ConditionalExpression', 'CallExpression', 'MemberExpression', 'SequenceExpression'],
]

/** What others are called in a message. */
export const NODE_NAMES: Readonly<Record<string, string>> = {
  NewExpression: 'new',
  TryStatement: 'try',
  ThrowStatement: 'throw',
  WithStatement: 'with',
  ForInStatement: 'for … in',
  ForOfStatement: 'for … of',
  LabeledStatement: 'labels',
  DebuggerStatement: 'debugger',
  ArrowFunctionExpression: 'arrow functions',
  ClassDeclaration: 'classes',
  ClassExpression: 'classes',
  TemplateLiteral: 'template literals',
  TaggedTemplateExpression: 'template literals',
  SpreadElement: 'spread',
  RestElement: 'rest parameters',
  AssignmentPattern: 'default values',
  ObjectPattern: 'destructuring',
  ArrayPattern: 'destructuring',
}

/** Operators of ECMAScript 5 that WXS lacks. */
export const REFUSED_OPERATORS: readonly string[] = ['in', 'instanceof']
