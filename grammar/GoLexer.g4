// Tokens of Go 1.26, in the order of https://go.dev/ref/spec#Lexical_elements.
//
// The input alphabet is bytes (see byte_stream.h): '\u0080'..'\u00FF' below are the bytes of UTF-8 sequences.
// There are no lexer actions, because table_generator.cpp turns this grammar into a table at build time; what
// a rule alone cannot say is done by scanner.cpp: it drops WS and comments, turns NEWLINE into SEMI where the
// spec asks for one, makes an IDENT of each valid UNICODE_IDENT, and gives a separator that stands before a closing bracket
// the types TRAILING_COMMA and TRAILING_SEMI.
//
// Literals are scanned as loosely as gc does (09, 0b12, '\q', 'ab' are one token each), so that an error in a
// literal is one message about that literal. The front end checks them when it computes their values.
lexer grammar GoLexer;

tokens { TRAILING_COMMA, TRAILING_SEMI }

// #Comments
GENERAL_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'+ '/';
LINE_COMMENT: '//' ~'\n'*;
UNTERMINATED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;

// #Tokens: white space
WS: [ \t\r]+;
NEWLINE: '\n' [ \t\r\n]*;

// #Keywords
BREAK: 'break';
CASE: 'case';
CHAN: 'chan';
CONST: 'const';
CONTINUE: 'continue';
DEFAULT: 'default';
DEFER: 'defer';
ELSE: 'else';
FALLTHROUGH: 'fallthrough';
FOR: 'for';
FUNC: 'func';
GO: 'go';
GOTO: 'goto';
IF: 'if';
IMPORT: 'import';
INTERFACE: 'interface';
MAP: 'map';
PACKAGE: 'package';
RANGE: 'range';
RETURN: 'return';
SELECT: 'select';
STRUCT: 'struct';
SWITCH: 'switch';
TYPE: 'type';
VAR: 'var';

// #Identifiers. Whether the runes of a UNICODE_IDENT are letters and digits is for scanner.cpp.
IDENT: [a-zA-Z_] [a-zA-Z0-9_]*;
UNICODE_IDENT: [a-zA-Z_\u0080-\u00FF] [a-zA-Z0-9_\u0080-\u00FF]*;

// #Operators_and_punctuation
ADD: '+';
SUB: '-';
MUL: '*';
DIV: '/';
REM: '%';
AND: '&';
OR: '|';
XOR: '^';
SHL: '<<';
SHR: '>>';
AND_NOT: '&^';
ADD_ASSIGN: '+=';
SUB_ASSIGN: '-=';
MUL_ASSIGN: '*=';
DIV_ASSIGN: '/=';
REM_ASSIGN: '%=';
AND_ASSIGN: '&=';
OR_ASSIGN: '|=';
XOR_ASSIGN: '^=';
SHL_ASSIGN: '<<=';
SHR_ASSIGN: '>>=';
AND_NOT_ASSIGN: '&^=';
LAND: '&&';
LOR: '||';
ARROW: '<-';
INC: '++';
DEC: '--';
EQL: '==';
LSS: '<';
GTR: '>';
ASSIGN: '=';
NOT: '!';
TILDE: '~';
NEQ: '!=';
LEQ: '<=';
GEQ: '>=';
DEFINE: ':=';
ELLIPSIS: '...';
LPAREN: '(';
LBRACK: '[';
LBRACE: '{';
COMMA: ',';
PERIOD: '.';
RPAREN: ')';
RBRACK: ']';
RBRACE: '}';
SEMI: ';';
COLON: ':';

// #Integer_literals
INT_LIT: DIGIT DIGITS | HEX_PREFIX HEX_DIGITS | OTHER_PREFIX DIGITS;

// #Floating-point_literals
FLOAT_LIT
    : DIGIT DIGITS ('.' DIGITS EXPONENT? | EXPONENT)
    | '.' DIGIT DIGITS EXPONENT?
    | HEX_PREFIX HEX_DIGITS ('.' HEX_DIGITS HEX_EXPONENT? | HEX_EXPONENT)
    | OTHER_PREFIX DIGITS ('.' DIGITS EXPONENT? | EXPONENT)
    ;

// #Imaginary_literals
IMAGINARY_LIT: (INT_LIT | FLOAT_LIT) 'i';

fragment DIGIT: [0-9];
fragment DIGITS: [0-9_]*;
fragment HEX_DIGITS: [0-9a-fA-F_]*;
fragment HEX_PREFIX: '0' [xX];
fragment OTHER_PREFIX: '0' [bBoO];
fragment EXPONENT: [eEpP] [+\-]? DIGITS;
fragment HEX_EXPONENT: [pP] [+\-]? DIGITS;

// #Rune_literals
RUNE_LIT: '\'' (~['\\\n] | '\\' ~'\n')* '\'';
UNTERMINATED_RUNE: '\'' (~['\\\n] | '\\' ~'\n')* '\\'?;

// #String_literals
RAW_STRING_LIT: '`' ~'`'* '`';
INTERPRETED_STRING_LIT: '"' (~["\\\n] | '\\' ~'\n')* '"';
UNTERMINATED_RAW_STRING: '`' ~'`'*;
UNTERMINATED_STRING: '"' (~["\\\n] | '\\' ~'\n')* '\\'?;

// Anything else: gc reports the character and goes on behind it.
ILLEGAL: .;
