// The topic page as it is in the package, before an extension that a test plays.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before } from "mocha";
import type { FromPage, ToPage, View } from "../../../client/topicPage/messages";
import { projectRoot } from "../paths";
import type { Answers } from "./madeTopic";
import { type PageServer, type ServedOptions, type ServedPage, servePage, topicScript } from "./served";

export interface TopicPageOptions extends ServedOptions {
  /** What the editor kept of the page. */
  readonly kept?: unknown;
}

export interface OpenTopicPage extends ServedPage {
  /** What the page told the extension, in order. */
  sent(): Promise<readonly FromPage[]>;
  tell(message: ToPage): Promise<void>;
  /** Chooses a view, as a person does. */
  show(view: View): Promise<void>;
  /** Keeps a picture of the page, for eyes. */
  picture(name: string): Promise<void>;
}

/** To be called in a suite: serves the page for its tests and closes what each has opened, with a picture where it failed. */
export function atTopicPage(): { open(answers: Answers, options?: TopicPageOptions): Promise<OpenTopicPage> } {
  let server: PageServer | undefined;
  let opened: OpenTopicPage | undefined;
  before(async () => {
    server = await servePage(topicScript());
  });
  after(() => server?.end());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await opened?.picture(`failed-${this.currentTest.title.replace(/\W+/g, "-")}`);
    await opened?.close();
    opened = undefined;
  });
  return {
    async open(answers, options = {}) {
      if (!server) throw new Error("The page is not served.");
      opened = await openTopicPage(server, answers, options);
      return opened;
    },
  };
}

async function openTopicPage(server: PageServer, answers: Answers, options: TopicPageOptions): Promise<OpenTopicPage> {
  const served = await server.open({
    theme: "vscode-dark",
    width: 1000,
    height: 700,
    ...options,
    prepare: (page) => page.addInitScript(playExtension, { answers, kept: options.kept }).then(() => undefined),
  });
  const { page } = served;
  return {
    ...served,
    sent: () => page.evaluate(() => Reflect.get(window, "sent") as FromPage[]),
    tell: (message) => page.evaluate((it) => window.postMessage(it, "*"), message),
    show: (view) => page.locator(".views label", { has: page.locator(`[value=${view}]`) }).click(),
    async picture(name) {
      const folder = join(projectRoot, ".screens");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `page-${name}.png`) });
    },
  };
}

/** Stands for the editor and the extension: keeps what the page tells and answers it. Runs in the page. */
function playExtension({ answers, kept }: { readonly answers: Answers; readonly kept: unknown }): void {
  const sent: FromPage[] = [];
  let state = kept;
  const answerTo = (message: FromPage): ToPage | undefined => {
    const { shown, view, graph, related } = answers;
    if (message.kind === "ready") return { kind: "topic", shown, view };
    if (message.kind === "graph") return { kind: "graph", graph };
    return message.kind === "explore" ? { kind: "related", uri: message.uri, related } : undefined;
  };
  const postMessage = (message: FromPage) => {
    sent.push(message);
    const answer = answerTo(message);
    if (answer) window.postMessage(answer, "*");
  };
  const api = { postMessage, getState: () => state, setState: (next: unknown) => (state = next) };
  Object.assign(window, { sent, acquireVsCodeApi: () => api, harm: () => Reflect.set(window, "harmed", true) });
}
