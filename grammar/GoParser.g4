// Syntax of Go 1.26, in the order of https://go.dev/ref/spec; the comment above a group is the anchor there.
//
// The language is that of gc's own parser, which is a little wider than the spec's EBNF: what needs names or
// types to be decided is left to frontend/parse and to the checker. README.md lists the deviations and the reasons.
// In short: a type in expression position is an `expression`; operators are flat lists, precedence is
// applied when the AST is built; the `header` family has no composite literal of a type name, because there `{` opens the block.
//
// One token of lookahead decides everything. Where ANTLR sees an overlap (almost always with what may follow a
// rule anywhere in the grammar), the first alternative that can start with the token is the right one: see parser_base.h.
parser grammar GoParser;

options {
  tokenVocab = GoLexer;
  superClass = ParserBase;
  contextSuperClass = RuleContextBase;
}

@parser::postinclude {
#include "grammar/parser_base.h"
}

// ---------------------------------------------------------------------------------------------------------
// #Types

type_
    : baseType
    | '(' type_ ')'
    ;

// A type that does not begin with '('.
baseType
    : typeName
    | typeLiteral
    ;

// A type that begins neither with a name nor with '('.
typeLiteral
    : pointerType
    | functionType
    | channelType
    | interfaceType
    | arrayType
    | structType
    | mapType
    ;

typeName: IDENT ('.' IDENT)? typeArguments?;

typeArguments: '[' type_ (',' type_)* TRAILING_COMMA? ']';

// #Array_types, #Slice_types: the length may be missing or '...'.
arrayType: '[' ( ']' | '...' ']' | expression ']' ) type_;

// #Struct_types
structType: 'struct' '{' (fieldDeclaration (';' fieldDeclaration)* TRAILING_SEMI?)? '}';

fieldDeclaration
    : IDENT ( '.' IDENT typeArguments?          // embedded pkg.T
            | (',' IDENT)+ type_                // a, b T
            | bracketed                         // a []T, a [n]T; embedded T[A, B]
            | typeNoBracket                     // a T
            )? tag?
    | '*' typeName tag?
    ;

tag: INTERPRETED_STRING_LIT | RAW_STRING_LIT;

// What may follow a name that is followed by '[': a slice or array type, or the arguments of an instantiated type. Which
// one it is shows behind ']'.
bracketed: '[' ( ']' type_
               | '...' ']' type_
               | expression (',' expression)* TRAILING_COMMA? ']' type_?
               );

// A type that does not begin with '['.
typeNoBracket
    : typeName
    | pointerType
    | functionType
    | channelType
    | interfaceType
    | structType
    | mapType
    | '(' type_ ')'
    ;

// #Pointer_types
pointerType: '*' type_;

// #Function_types
functionType: 'func' signature;

signature: parameters result?;

result
    : parameters
    | baseType
    ;

parameters: '(' (parameter (',' parameter)* TRAILING_COMMA?)? ')';

// A name, a type, or both: a list of names is told from a list of types when the whole list is known.
parameter
    : IDENT ( '.' IDENT typeArguments?
            | '...' type_
            | bracketed
            | typeNoBracket
            )?
    | '...' type_
    | typeLiteral
    | '(' type_ ')'
    ;

// #Interface_types
interfaceType: 'interface' '{' (interfaceElement (';' interfaceElement)* TRAILING_SEMI?)? '}';

interfaceElement
    : IDENT ( signature
            | ('.' IDENT)? typeArguments? ('|' typeTerm)*
            )
    | (TILDE type_ | typeLiteral | '(' type_ ')') ('|' typeTerm)*
    ;

typeTerm: TILDE? type_;

// #Map_types
mapType: 'map' '[' type_ ']' type_;

// #Channel_types
channelType
    : 'chan' '<-'? type_
    | '<-' 'chan' type_
    ;

// ---------------------------------------------------------------------------------------------------------
// #Blocks

block: '{' statementList '}';

statementList: statement? (';' statement?)* TRAILING_SEMI?;

// ---------------------------------------------------------------------------------------------------------
// #Declarations_and_scope

declaration
    : constDeclaration
    | typeDeclaration
    | varDeclaration
    ;

topLevelDeclaration
    : declaration
    | functionDeclaration
    ;

// #Constant_declarations
constDeclaration: 'const' ( constSpec | '(' (constSpec (';' constSpec)* TRAILING_SEMI?)? ')' );

constSpec: identifierList type_? ('=' expressionList)?;

identifierList: IDENT (',' IDENT)*;

// #Type_declarations
typeDeclaration: 'type' ( typeSpec | '(' (typeSpec (';' typeSpec)* TRAILING_SEMI?)? ')' );

typeSpec: IDENT ( '=' type_
                | typeNoBracket
                | '[' typeSpecBracket
                );

// Behind `type T [`: a slice or array type, or type parameters. `P *C` and `P (C)` read as expressions (a product, a
// call); the builder decides, as gc does, from the shape of the expression and the token behind it.
typeSpecBracket
    : ']' type_
    | '...' ']' type_
    | IDENT ( constraint (',' typeParameter)* TRAILING_COMMA? ']' '='? type_
            | expressionTail (',' typeParameter)* TRAILING_COMMA? ']' '='? type_
            )
    | expression ']' type_
    ;

// #Type_parameter_declarations
typeParameters: '[' typeParameter (',' typeParameter)* TRAILING_COMMA? ']';

// A parameter without a name is reported by the builder, in the words of gc.
typeParameter
    : IDENT typeElement?
    | (TILDE type_ | typeLiteral | '(' type_ ')') ('|' typeTerm)*
    ;

typeElement: typeTerm ('|' typeTerm)*;

// A type element that cannot go on an expression that began with a name.
constraint: (TILDE type_ | constraintType) ('|' typeTerm)*;

constraintType
    : typeName
    | functionType
    | channelType
    | interfaceType
    | arrayType
    | structType
    | mapType
    ;

// #Variable_declarations
varDeclaration: 'var' ( varSpec | '(' (varSpec (';' varSpec)* TRAILING_SEMI?)? ')' );

varSpec: identifierList ( type_ ('=' expressionList)? | '=' expressionList );

// #Function_declarations, #Method_declarations
functionDeclaration: 'func' parameters? IDENT typeParameters? signature block?;

// ---------------------------------------------------------------------------------------------------------
// #Expressions

expressionList: expression (',' expression)*;

expression: unaryExpression (binaryOperator unaryExpression)*;

binaryOperator
    : '||' | '&&'
    | '==' | '!=' | '<' | '<=' | '>' | '>='
    | '+' | '-' | '|' | '^'
    | '*' | '/' | '%' | '<<' | '>>' | '&' | '&^'
    ;

unaryExpression: unaryOperator* primaryExpression;

unaryOperator: '+' | '-' | '!' | '^' | '*' | '&' | '<-' | TILDE;

// #Primary_expressions
primaryExpression: (operand | compositeType) (suffix | literalValue)*;

// The rest of an expression whose first operand was an identifier.
expressionTail: (nonIndexSuffix (suffix | literalValue)*)? (binaryOperator unaryExpression)*;

nonIndexSuffix: selector | arguments | literalValue;

// #Operands
operand
    : IDENT
    | literal
    | '(' expression ')'
    | functionLiteral
    | channelOperand
    | interfaceType
    ;

literal: INT_LIT | FLOAT_LIT | IMAGINARY_LIT | RUNE_LIT | RAW_STRING_LIT | INTERPRETED_STRING_LIT;

// '<-' before 'chan' is a unary operator here; the builder makes a receive-only channel type of it.
channelOperand: 'chan' '<-'? type_;

// #Composite_literals
compositeType: arrayType | structType | mapType;

literalValue: '{' (keyedElement (',' keyedElement)* TRAILING_COMMA?)? '}';

keyedElement: element (':' element)?;

element: expression | literalValue;

// #Function_literals: without a body it is a function type.
functionLiteral: 'func' signature block?;

// #Selectors, #Index_expressions, #Slice_expressions, #Type_assertions, #Calls, #Instantiations
suffix: selector | index | arguments;

selector: '.' ( IDENT | '(' ( 'type' | type_ ) ')' );

index: '[' ( expression ( sliceTail | (',' expression)* TRAILING_COMMA? ) | sliceTail ) ']';

sliceTail: ':' expression? (':' expression?)?;

arguments: '(' (argument (',' argument)* TRAILING_COMMA?)? ')';

argument: expression '...'?;

// The same between a statement's keyword and its block.
headerExpressionList: headerExpression (',' headerExpression)*;

headerExpression: headerUnaryExpression (binaryOperator headerUnaryExpression)*;

headerUnaryExpression: unaryOperator* headerPrimaryExpression;

headerPrimaryExpression: (operand | compositeType literalValue?) suffix*;

// ---------------------------------------------------------------------------------------------------------
// #Statements

statement
    : declaration
    | simpleOrLabeledStatement
    | goStatement
    | returnStatement
    | breakStatement
    | continueStatement
    | gotoStatement
    | fallthroughStatement
    | block
    | ifStatement
    | switchStatement
    | selectStatement
    | forStatement
    | deferStatement
    ;

// #Labeled_statements and #Expression_statements, #Send_statements, #IncDec_statements, #Assignment_statements,
// #Short_variable_declarations
simpleOrLabeledStatement: expressionList (simpleTail | ':' statement?)?;

simpleStatement: expressionList simpleTail?;

simpleTail
    : '<-' expression
    | '++'
    | '--'
    | assignmentOperator expressionList
    ;

assignmentOperator: '=' | ':=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '&^=';

headerStatement: headerExpressionList headerTail?;

headerTail
    : '<-' headerExpression
    | '++'
    | '--'
    | assignmentOperator headerExpressionList
    ;

// #If_statements
ifStatement: 'if' headerStatement? (';' headerStatement?)? block ('else' (ifStatement | block))?;

// #Switch_statements: the guard of a type switch is a headerStatement that ends in `.(type)`.
switchStatement: 'switch' headerStatement? (';' headerStatement?)? '{' caseClause* '}';

caseClause: ('case' expressionList | 'default') ':' statementList;

// #For_statements
forStatement: 'for' (rangeClause | forHeaderStatement)? (';' headerStatement? ';' headerStatement?)? block;

// #For_range
rangeClause: 'range' headerExpression;

forHeaderStatement: headerExpressionList forHeaderTail?;

forHeaderTail
    : '<-' headerExpression
    | '++'
    | '--'
    | assignmentOperator (rangeClause | headerExpressionList)
    ;

// #Go_statements
goStatement: 'go' primaryExpression;

// #Select_statements
selectStatement: 'select' '{' commClause* '}';

commClause: ('case' simpleStatement | 'default') ':' statementList;

// #Return_statements
returnStatement: 'return' expressionList?;

// #Break_statements
breakStatement: 'break' IDENT?;

// #Continue_statements
continueStatement: 'continue' IDENT?;

// #Goto_statements
gotoStatement: 'goto' IDENT;

// #Fallthrough_statements
fallthroughStatement: 'fallthrough';

// #Defer_statements
deferStatement: 'defer' primaryExpression;

// ---------------------------------------------------------------------------------------------------------
// #Source_file_organization

// That imports come first is checked where the loop goes on: see ParserBase::syncLoop.
sourceFile: packageClause ';' ((importDeclaration | topLevelDeclaration) ';')* EOF;

// #Package_clause
packageClause: 'package' IDENT;

// #Import_declarations
importDeclaration: 'import' ( importSpec | '(' (importSpec (';' importSpec)* TRAILING_SEMI?)? ')' );

importSpec: ('.' | IDENT)? importPath;

importPath: INTERPRETED_STRING_LIT | RAW_STRING_LIT;
