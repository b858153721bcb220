// A text of another note as Markdown that shows that very text: nothing in it is a link, a mark, HTML, a formula or a tag.

/** One line; what begins no mark where it stands is left as it is. */
export function escapedLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*[\]<>$^~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|[#@](?=[\p{L}\p{N}_{])|&(?=#?\w+;)|%(?=%)|=(?==)/gu, "\\$&")
    .replace(/:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[-+#=](?=[-+#=\s]|$)/, "\\$&");
}
