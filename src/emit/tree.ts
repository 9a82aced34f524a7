/**
 * The TypeScript tree: the subset of TS-ESTree that emitted code is made of, and a builder for each node.
 * Visitors build these nodes and nothing else; `print-module.ts` turns them into text.
 */

/** Where a node comes from in the Python file: 1-based line, 0-based column, as the printer's source map wants it. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Base<T extends string> {
  readonly type: T;
  loc?: Location;
}

export interface Identifier extends Base<"Identifier"> {
  name: string;
  optional?: boolean;
  typeAnnotation?: TypeAnnotation;
}
export interface Literal extends Base<"Literal"> {
  readonly value: string | number | boolean | null | RegExp | bigint;
  readonly raw?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly bigint?: string;
}
export interface TemplateLiteral extends Base<"TemplateLiteral"> {
  readonly quasis: readonly TemplateElement[];
  readonly expressions: readonly Expression[];
}
export interface TemplateElement extends Base<"TemplateElement"> {
  readonly value: { readonly raw: string };
  readonly tail: boolean;
}
export interface ArrayExpression extends Base<"ArrayExpression"> {
  readonly elements: readonly (Expression | SpreadElement)[];
}
export interface ObjectExpression extends Base<"ObjectExpression"> {
  readonly properties: readonly (Property | SpreadElement)[];
}
export interface Property extends Base<"Property"> {
  readonly key: Expression;
  readonly value: Expression | Pattern;
  readonly kind: "init";
  readonly computed: boolean;
  readonly method: false;
  readonly shorthand: boolean;
}
export interface SpreadElement extends Base<"SpreadElement"> {
  readonly argument: Expression;
}
export interface UnaryExpression extends Base<"UnaryExpression"> {
  readonly operator: "!" | "-" | "+" | "~" | "typeof" | "void" | "delete";
  readonly prefix: true;
  readonly argument: Expression;
}
export interface BinaryExpression extends Base<"BinaryExpression"> {
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface LogicalExpression extends Base<"LogicalExpression"> {
  readonly operator: "&&" | "||" | "??";
  readonly left: Expression;
  readonly right: Expression;
}
export interface ConditionalExpression extends Base<"ConditionalExpression"> {
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}
export interface AssignmentExpression extends Base<"AssignmentExpression"> {
  readonly operator: string;
  readonly left: Expression | Pattern;
  readonly right: Expression;
}
export interface UpdateExpression extends Base<"UpdateExpression"> {
  readonly operator: "++" | "--";
  readonly prefix: boolean;
  readonly argument: Expression;
}
export interface CallExpression extends Base<"CallExpression"> {
  readonly callee: Expression | Super;
  readonly arguments: readonly (Expression | SpreadElement)[];
  readonly optional: boolean;
  readonly typeArguments?: TypeParameterInstantiation;
}
export interface NewExpression extends Base<"NewExpression"> {
  readonly callee: Expression;
  readonly arguments: readonly (Expression | SpreadElement)[];
  readonly typeArguments?: TypeParameterInstantiation;
}
export interface MemberExpression extends Base<"MemberExpression"> {
  readonly object: Expression | Super;
  readonly property: Expression;
  readonly computed: boolean;
  readonly optional: boolean;
}
export interface ThisExpression extends Base<"ThisExpression"> {}
export interface Super extends Base<"Super"> {}
export interface AwaitExpression extends Base<"AwaitExpression"> {
  readonly argument: Expression;
}
export interface YieldExpression extends Base<"YieldExpression"> {
  readonly argument: Expression | null;
  readonly delegate: boolean;
}
export interface MetaProperty extends Base<"MetaProperty"> {
  readonly meta: Identifier;
  readonly property: Identifier;
}
export interface ArrowFunctionExpression extends Base<"ArrowFunctionExpression"> {
  readonly async: boolean;
  readonly expression: boolean;
  readonly params: readonly Pattern[];
  readonly body: Expression | BlockStatement;
  readonly returnType?: TypeAnnotation;
}
export interface FunctionExpression extends Base<"FunctionExpression"> {
  readonly id: Identifier | null;
  readonly async: boolean;
  readonly generator: boolean;
  readonly params: readonly Pattern[];
  readonly body: BlockStatement;
  readonly returnType?: TypeAnnotation;
  readonly typeParameters?: TypeParameterDeclaration;
}
export interface AsExpression extends Base<"TSAsExpression"> {
  readonly expression: Expression;
  readonly typeAnnotation: TypeNode;
}
export interface NonNullExpression extends Base<"TSNonNullExpression"> {
  readonly expression: Expression;
}

export type Expression =
  | Identifier
  | Literal
  | TemplateLiteral
  | ArrayExpression
  | ObjectExpression
  | UnaryExpression
  | BinaryExpression
  | LogicalExpression
  | ConditionalExpression
  | AssignmentExpression
  | UpdateExpression
  | CallExpression
  | NewExpression
  | MemberExpression
  | ThisExpression
  | AwaitExpression
  | YieldExpression
  | MetaProperty
  | ArrowFunctionExpression
  | FunctionExpression
  | AsExpression
  | NonNullExpression;

export interface ArrayPattern extends Base<"ArrayPattern"> {
  /** A null is a place that nothing takes: `[, second]`. */
  readonly elements: readonly (Pattern | null)[];
  readonly typeAnnotation?: TypeAnnotation;
}
export interface RestElement extends Base<"RestElement"> {
  readonly argument: Identifier;
  readonly typeAnnotation?: TypeAnnotation;
}
export interface AssignmentPattern extends Base<"AssignmentPattern"> {
  readonly left: Identifier;
  readonly right: Expression;
}
export type Pattern = Identifier | ArrayPattern | RestElement | AssignmentPattern | MemberExpression;

export interface TypeAnnotation extends Base<"TSTypeAnnotation"> {
  readonly typeAnnotation: TypeNode;
}
export interface TypeKeyword extends Base<
  | "TSStringKeyword"
  | "TSNumberKeyword"
  | "TSBooleanKeyword"
  | "TSNullKeyword"
  | "TSUndefinedKeyword"
  | "TSVoidKeyword"
  | "TSUnknownKeyword"
  | "TSNeverKeyword"
  | "TSBigIntKeyword"
  | "TSAnyKeyword"
> {}
export interface TypeReference extends Base<"TSTypeReference"> {
  readonly typeName: Identifier;
  readonly typeArguments?: TypeParameterInstantiation;
}
export interface TypeParameterInstantiation extends Base<"TSTypeParameterInstantiation"> {
  readonly params: readonly TypeNode[];
}
export interface TypeParameterDeclaration extends Base<"TSTypeParameterDeclaration"> {
  readonly params: readonly TypeParameter[];
}
export interface TypeParameter extends Base<"TSTypeParameter"> {
  readonly name: Identifier;
  readonly constraint?: TypeNode;
}
export interface ArrayType extends Base<"TSArrayType"> {
  readonly elementType: TypeNode;
}
export interface TupleType extends Base<"TSTupleType"> {
  readonly elementTypes: readonly TypeNode[];
}
/** `T?` in a tuple. */
export interface OptionalType extends Base<"TSOptionalType"> {
  readonly typeAnnotation: TypeNode;
}
/** `...T[]` at the end of a tuple. */
export interface RestType extends Base<"TSRestType"> {
  readonly typeAnnotation: TypeNode;
}
export interface IndexedAccessType extends Base<"TSIndexedAccessType"> {
  readonly objectType: TypeNode;
  readonly indexType: TypeNode;
}
export interface LiteralType extends Base<"TSLiteralType"> {
  readonly literal: Literal;
}
export interface UnionType extends Base<"TSUnionType"> {
  readonly types: readonly TypeNode[];
}
export interface ParenthesizedType extends Base<"TSParenthesizedType"> {
  readonly typeAnnotation: TypeNode;
}
export interface TypeQuery extends Base<"TSTypeQuery"> {
  readonly exprName: Identifier;
}
export interface FunctionType extends Base<"TSFunctionType"> {
  readonly parameters: readonly (Identifier | RestElement)[];
  readonly returnType: TypeAnnotation;
}
export interface TypeLiteral extends Base<"TSTypeLiteral"> {
  readonly members: readonly PropertySignature[];
}
/** `type Name = { … }`. */
export interface TypeAliasDeclaration extends Base<"TSTypeAliasDeclaration"> {
  readonly id: Identifier;
  readonly typeAnnotation: TypeNode;
}
export interface PropertySignature extends Base<"TSPropertySignature"> {
  readonly key: Identifier | Literal;
  readonly computed: false;
  readonly optional: boolean;
  readonly typeAnnotation: TypeAnnotation;
}
export type TypeNode =
  | TypeKeyword
  | TypeReference
  | ArrayType
  | TupleType
  | OptionalType
  | RestType
  | IndexedAccessType
  | LiteralType
  | TypeLiteral
  | UnionType
  | ParenthesizedType
  | TypeQuery
  | FunctionType
  | TypeLiteral;

export interface BlockStatement extends Base<"BlockStatement"> {
  readonly body: readonly Statement[];
}
export interface ExpressionStatement extends Base<"ExpressionStatement"> {
  readonly expression: Expression;
  readonly directive?: string;
}
export interface VariableDeclaration extends Base<"VariableDeclaration"> {
  readonly kind: "const" | "let";
  readonly declarations: readonly VariableDeclarator[];
  readonly declare?: boolean;
}
export interface VariableDeclarator extends Base<"VariableDeclarator"> {
  readonly id: Pattern;
  readonly init: Expression | null;
  /** `let x!: T`: assigned before it is read, as the flow analysis has shown. */
  readonly definite?: boolean;
}
export interface ReturnStatement extends Base<"ReturnStatement"> {
  readonly argument: Expression | null;
}
export interface ThrowStatement extends Base<"ThrowStatement"> {
  readonly argument: Expression;
}
export interface IfStatement extends Base<"IfStatement"> {
  readonly test: Expression;
  readonly consequent: Statement;
  readonly alternate: Statement | null;
}
export interface WhileStatement extends Base<"WhileStatement"> {
  readonly test: Expression;
  readonly body: Statement;
}
export interface ForStatement extends Base<"ForStatement"> {
  readonly init: VariableDeclaration | Expression | null;
  readonly test: Expression | null;
  readonly update: Expression | null;
  readonly body: Statement;
}
export interface ForOfStatement extends Base<"ForOfStatement"> {
  readonly await: boolean;
  readonly left: VariableDeclaration | Pattern;
  readonly right: Expression;
  readonly body: Statement;
}
export interface LabeledStatement extends Base<"LabeledStatement"> {
  readonly label: Identifier;
  readonly body: Statement;
}
export interface BreakStatement extends Base<"BreakStatement"> {
  readonly label: Identifier | null;
}
export interface ContinueStatement extends Base<"ContinueStatement"> {
  readonly label: Identifier | null;
}
export interface TryStatement extends Base<"TryStatement"> {
  readonly block: BlockStatement;
  readonly handler: CatchClause | null;
  readonly finalizer: BlockStatement | null;
}
export interface CatchClause extends Base<"CatchClause"> {
  readonly param: Identifier | null;
  readonly body: BlockStatement;
}
export interface FunctionDeclaration extends Base<"FunctionDeclaration"> {
  readonly id: Identifier;
  readonly async: boolean;
  readonly generator: boolean;
  readonly params: readonly Pattern[];
  readonly body: BlockStatement;
  readonly returnType?: TypeAnnotation;
  readonly typeParameters?: TypeParameterDeclaration;
}
export interface ClassDeclaration extends Base<"ClassDeclaration"> {
  readonly id: Identifier;
  readonly superClass: Expression | null;
  readonly superTypeArguments?: TypeParameterInstantiation;
  readonly body: ClassBody;
}
export interface ClassBody extends Base<"ClassBody"> {
  readonly body: readonly (MethodDefinition | PropertyDefinition | StaticBlock)[];
}
/** `static { … }`: runs when the class is made. */
export interface StaticBlock extends Base<"StaticBlock"> {
  readonly body: readonly Statement[];
}
export interface MethodDefinition extends Base<"MethodDefinition"> {
  readonly key: Expression;
  readonly computed: boolean;
  readonly kind: "constructor" | "method" | "get" | "set";
  readonly static: boolean;
  readonly override: boolean;
  readonly value: FunctionExpression | MethodSignature;
}
/** A method without a body: one of several signatures of the method that follows. */
export interface MethodSignature extends Base<"TSEmptyBodyFunctionExpression"> {
  readonly async: false;
  readonly generator: false;
  readonly params: readonly Pattern[];
  readonly body: null;
  readonly returnType: TypeAnnotation;
}
export interface PropertyDefinition extends Base<"PropertyDefinition"> {
  readonly key: Identifier;
  readonly computed: false;
  readonly static: boolean;
  readonly override: boolean;
  readonly declare: boolean;
  readonly readonly: boolean;
  readonly definite?: boolean;
  readonly value: Expression | null;
  readonly typeAnnotation?: TypeAnnotation;
}
export interface ImportDeclaration extends Base<"ImportDeclaration"> {
  readonly importKind: "value" | "type";
  readonly specifiers: readonly (ImportSpecifier | ImportNamespaceSpecifier)[];
  readonly source: Literal;
  readonly attributes: readonly never[];
}
export interface ImportSpecifier extends Base<"ImportSpecifier"> {
  readonly imported: Identifier;
  readonly local: Identifier;
  readonly importKind: "value" | "type";
}
export interface ImportNamespaceSpecifier extends Base<"ImportNamespaceSpecifier"> {
  readonly local: Identifier;
}
export interface ExportNamedDeclaration extends Base<"ExportNamedDeclaration"> {
  readonly declaration: FunctionDeclaration | ClassDeclaration | TypeAliasDeclaration | VariableDeclaration | null;
  readonly specifiers: readonly ExportSpecifier[];
  readonly source: Literal | null;
}
export interface ExportSpecifier extends Base<"ExportSpecifier"> {
  readonly local: Identifier;
  readonly exported: Identifier;
}

export type Statement =
  | BlockStatement
  | ExpressionStatement
  | VariableDeclaration
  | ReturnStatement
  | ThrowStatement
  | IfStatement
  | WhileStatement
  | ForStatement
  | ForOfStatement
  | LabeledStatement
  | BreakStatement
  | ContinueStatement
  | TryStatement
  | FunctionDeclaration
  | ClassDeclaration
  | TypeAliasDeclaration
  | ImportDeclaration
  | ExportNamedDeclaration;

export type TsNode = Statement | Expression | MethodDefinition | PropertyDefinition | StaticBlock | CatchClause;
