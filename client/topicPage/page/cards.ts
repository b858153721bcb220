// A topic's notes as cards: question, summary, topics, counts, and what is related, which opens in the card itself.
import * as l10n from "@vscode/l10n";
import { html, nothing, type TemplateResult } from "lit-html";
import type { NoteCard, RelatedNote } from "../../../server/protocol";
import { linksHereCounted, problemsCounted, sourcesCounted } from "../../counts";
import { ago } from "../../language";
import type { Actions } from "./actions";
import type { PageState } from "./state";
import type { Rows } from "./virtualRows";
import { day, moment, noAnswer } from "./words";

/** The least width of a card and the most cards in a row; of wider lines a summary is hard to read. */
const narrowest = 360;
const mostColumns = 3;

/** The cards in as many columns as fit a width in pixels. */
export function cardRows(state: PageState, notes: readonly NoteCard[], width: number, actions: Actions): Rows {
  const columns = Math.max(1, Math.min(mostColumns, Math.floor(width / narrowest)));
  const inRow = (index: number) => notes.slice(index * columns, (index + 1) * columns);
  return {
    count: Math.ceil(notes.length / columns),
    height: 190,
    key: (index) => `${columns} ${inRow(index).map(({ uri }) => uri)}`,
    row: (index) =>
      html`<div class="card-row columns-${columns}${inRow(index).some(({ uri }) => state.trails.has(uri)) ? " explored" : ""}">${inRow(index).map((card) => cardOf(state, card, actions))}</div>`,
  };
}

function cardOf(state: PageState, card: NoteCard, actions: Actions): TemplateResult {
  const { uri, title, summary } = card;
  const trail = state.trails.get(uri);
  return html`<article class="card" aria-label=${title}>
    <h2>${question(uri, title, actions)}</h2>
    ${summary ? html`<p class="summary">${summary}</p>` : nothing}
    <p class="facts">${facts(card)}</p>
    ${chips(state, card, actions)}
    ${actions.isLive ? buttons(card, trail !== undefined, actions) : nothing}
    ${trail ? explored(state, uri, trail, actions) : nothing}
  </article>`;
}

/** A question that opens its note. */
export function question(uri: string, title: string, { isLive, open }: Actions): TemplateResult {
  if (!isLive) return html`${title}`;
  return html`<button class="link question" @click=${(event: Event) => open(uri, event)}>${title}</button>`;
}

function facts({ sourceCount, incoming, problems, modified }: NoteCard): TemplateResult {
  const counts = [...(sourceCount > 0 ? [sourcesCounted(sourceCount)] : []), ...(incoming > 0 ? [linksHereCounted(incoming)] : [])];
  const wrong = problems > 0 ? html`<span class="problems">${problemsCounted(problems)}</span> · ` : nothing;
  return html`${wrong}${counts.map((it) => html`${it} · `)}<time datetime=${moment(modified)} title=${day(modified)}>${l10n.t("changed {0}", ago(modified, Date.now()))}</time>`;
}

/** The topics of a note but for the one that the page is of. */
function chips({ shown }: PageState, { topics }: NoteCard, { isLive, openTopic }: Actions): TemplateResult | typeof nothing {
  const others = topics.filter((id) => id !== shown?.topic.id);
  if (others.length === 0) return nothing;
  const label = (id: string) => shown?.labels[id] ?? id;
  const chip = (id: string) =>
    isLive ? html`<button class="chip" @click=${() => openTopic(id)}>${label(id)}</button>` : html`<span class="chip">${label(id)}</span>`;
  return html`<ul class="chips" aria-label=${l10n.t("Topics")}>${others.map((id) => html`<li>${chip(id)}</li>`)}</ul>`;
}

function buttons({ uri, title }: NoteCard, isExplored: boolean, { explore, closeTrail, read }: Actions): TemplateResult {
  return html`<p class="actions">
    <button class="link" aria-expanded=${isExplored} aria-label=${l10n.t("Explore related of {0}", title)} @click=${() => (isExplored ? closeTrail(uri) : explore(uri, uri))}>
      <span class="codicon codicon-compass" aria-hidden="true"></span> ${l10n.t("Explore related")}
    </button>
    <button class="link" aria-label=${l10n.t("Read {0}", title)} @click=${() => read(uri)}>${l10n.t("Read")} <span class="codicon codicon-arrow-right" aria-hidden="true"></span></button>
  </p>`;
}

/** What is related to the last note of a trail, with the way back. */
function explored(state: PageState, card: string, trail: readonly string[], actions: Actions): TemplateResult {
  const last = trail.at(-1) ?? card;
  const related = state.related.get(last);
  const back =
    trail.length > 1
      ? html`<button class="tool" title=${l10n.t("Back")} aria-label=${l10n.t("Back")} @click=${() => actions.goBack(card)}>
          <span class="codicon codicon-arrow-left" aria-hidden="true"></span>
        </button>`
      : nothing;
  return html`<section class="related" aria-label=${l10n.t("Related notes")}>
    <div class="related-head">${back}<h3 tabindex="-1" .card=${card}>${trail.length > 1 ? l10n.t("Related to “{0}”", titleIn(state, last)) : l10n.t("Related")}</h3></div>
    ${rowsOf(related, card, actions)}
  </section>`;
}

/** Puts the keyboard at the head of what is related in a card, which says what is shown now. */
export function focusRelated(page: HTMLElement, card: string): void {
  const heads = [...page.querySelectorAll<HTMLElement>(".related h3")];
  heads.find((head) => Reflect.get(head, "card") === card)?.focus();
}

/** The title of a note that is shown somewhere on the page. */
function titleIn({ shown, related }: PageState, uri: string): string {
  const own = shown?.topic.notes.find((card) => card.uri === uri);
  const found = [...related.values()].flatMap((it) => (it === "failed" ? [] : it)).find(({ card }) => card.uri === uri);
  return own?.title ?? found?.card.title ?? "";
}

function rowsOf(related: readonly RelatedNote[] | "failed" | undefined, card: string, actions: Actions): TemplateResult {
  if (related === undefined) return html`<p class="quiet" role="status">${l10n.t("Looking for what is related…")}</p>`;
  if (related === "failed") return html`<p class="quiet" role="status">${noAnswer()}</p>`;
  if (related.length === 0) return html`<p class="quiet" role="status">${l10n.t("Nothing in the vault comes close to it yet.")}</p>`;
  return html`<ul>${related.map((it) => html`<li>${relatedRow(it, card, actions)}</li>`)}</ul>`;
}

function relatedRow({ card: { uri, title }, linked, reasons }: RelatedNote, card: string, actions: Actions): TemplateResult {
  const isSaid = reasons.some(({ kind }) => kind === "links-here" || kind === "linked-from-here");
  const why = [...(linked && !isSaid ? [l10n.t("linked")] : []), ...reasons.map(({ text }) => text)];
  return html`<div class="related-row">${question(uri, title, actions)}
    <button class="tool" title=${l10n.t("Explore Related of This One")} aria-label=${l10n.t("Explore related of {0}", title)} @click=${() => actions.explore(card, uri)}>
      <span class="codicon codicon-compass" aria-hidden="true"></span>
    </button>
    </div>
    <span class="reasons">${why.join(" · ")}</span>`;
}
