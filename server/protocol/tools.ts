// What tools for agents answer.

/** An answer as the tool's schema has it; or why there is none, in sentences for who asked. */
export type ToolAnswer = { readonly kind: "answer"; readonly answer: object } | { readonly kind: "refused"; readonly why: string };
