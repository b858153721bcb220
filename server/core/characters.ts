// The characters that mean something to our inline parsers, by their codes.

export const newline = 10;
export const space = 32;
export const bang = 33;
export const dollar = 36;
export const percent = 37;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const asterisk = 42;
export const slash = 47;
export const semicolon = 59;
export const less = 60;
export const question = 63;
export const atSign = 64;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const underscore = 95;
export const backtick = 96;
export const tilde = 126;

/** A blank, a tab or the end of a line. */
export const isWhite = (char: number): boolean => char === space || char === 9 || char === newline || char === 13;
