// What a template of the topic page says to those who see it and to those who hear it, without a browser to draw it.
import type { TemplateResult } from "lit-html";

/** What is read of an element besides its text. */
const spoken = /\s(?:aria-label|aria-roledescription|title|placeholder)="([^"]*)"/g;

/** The texts of a template, or of what else can stand in one. */
export function saidIn(value: unknown): readonly string[] {
  const markup = markupOf(value);
  const attributes = [...markup.matchAll(spoken)].map(([, text = ""]) => text);
  return [...attributes, ...markup.split(/<[^>]*>/)].map((text) => text.trim()).filter(Boolean);
}

/** As the browser would be told, but for listeners and properties, which say nothing. */
function markupOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupOf).join("");
  if (!isTemplate(value)) return typeof value === "string" || typeof value === "number" ? String(value).replace(/[<>"]/g, "") : "";
  return value.strings.map((text, at) => text + valueIn(text, value.values[at])).join("");
}

const valueIn = (before: string, value: unknown) => (before.endsWith("=") ? `"${markupOf(value)}"` : markupOf(value));

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === "object" && value !== null && "strings" in value && "values" in value;
