// Stands in for the module `mocha` in a browser, where Mocha puts its functions into the global scope.
export const { after, afterEach, before, beforeEach, describe, it } = globalThis as unknown as typeof import("mocha");
