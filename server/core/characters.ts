// The characters that mean something to our inline parsers, by their codes.

export const newline = 10;
export const bang = 33;
export const dollar = 36;
export const percent = 37;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const atSign = 64;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
