// The table of our own requests: method -> function. All but one are asked of the notes as they are now.
import type { Connection } from "vscode-languageserver";
import type { Report } from "../host/report";
import type { Requests } from "../protocol";
import { callTool } from "../tools/tools";
import { askedVault } from "./askedVault";
import { groupNotes, noteGroups } from "./groupAnswers";
import { guarded } from "./guard";
import { blockId, linkTo, pasted } from "./linkAnswers";
import { counted } from "./looks";
import { merge } from "./merging";
import { linkMention, links } from "./noteLinkAnswers";
import { graph, openQuestions, papers, topicAlone, topicPage } from "./pageAnswers";
import { candidateSources, citing, paperList } from "./paperAnswers";
import { refile } from "./refiling";
import { renameOf } from "./renaming";
import { renderModel } from "./renderAnswers";
import type { Session } from "./session";
import { status } from "./statusAnswer";
import { inLinkTarget } from "./suggestions";
import { counts, newNote, noteCard, questions, randomNote, related, topicNotes, topicTree } from "./vaultAnswers";

/** What it takes to answer one: the answer where there is none to give, and who gives it. */
interface Answer<M extends keyof Requests> {
  readonly empty: Requests[M]["result"];
  readonly give: (session: Session, params: Requests[M]["params"]) => Requests[M]["result"] | Promise<Requests[M]["result"]>;
}

type Answers = { readonly [M in keyof Requests]: Answer<M> };

const silent = { kind: "impossible", why: "The Quaestio language server gives no answer. The log says why." } as const;

const answers: Answers = {
  "quaestio/topics": { empty: [], give: topicTree },
  "quaestio/topicNotes": { empty: { total: 0, notes: [] }, give: topicNotes },
  "quaestio/noteGroups": { empty: { groups: [], groupCount: 0, noteCount: 0 }, give: noteGroups },
  "quaestio/groupNotes": { empty: { total: 0, notes: [] }, give: groupNotes },
  "quaestio/topic": { empty: null, give: topicPage },
  "quaestio/topicAlone": { empty: null, give: topicAlone },
  "quaestio/papers": { empty: [], give: papers },
  "quaestio/paperList": { empty: { total: 0, unfiltered: 0, papers: [] }, give: paperList },
  "quaestio/citing": { empty: { total: 0, notes: [] }, give: citing },
  "quaestio/candidateSources": { empty: [], give: candidateSources },
  "quaestio/graph": { empty: { groups: [], nodes: [], edges: [] }, give: graph },
  "quaestio/note": { empty: null, give: noteCard },
  "quaestio/inLinkTarget": { empty: false, give: inLinkTarget },
  "quaestio/counted": { empty: [], give: counted },
  "quaestio/related": { empty: [], give: related },
  "quaestio/links": { empty: null, give: links },
  "quaestio/linkMention": { empty: null, give: linkMention },
  "quaestio/openQuestions": { empty: { total: 0, questions: [] }, give: openQuestions },
  "quaestio/counts": { empty: { notes: 0, errors: 0, warnings: 0, broken: 0 }, give: counts },
  "quaestio/newNote": { empty: silent, give: newNote },
  "quaestio/merge": { empty: silent, give: merge },
  "quaestio/rename": { empty: silent, give: renameOf },
  "quaestio/refile": { empty: silent, give: refile },
  "quaestio/questions": { empty: [], give: questions },
  "quaestio/randomNote": { empty: null, give: randomNote },
  "quaestio/linkTo": { empty: null, give: linkTo },
  "quaestio/blockId": { empty: null, give: blockId },
  "quaestio/pasted": { empty: null, give: pasted },
  "quaestio/tool": {
    empty: { kind: "refused", why: silent.why },
    give: (session, { name, input }) => callTool(askedVault(session), name, input),
  },
  "quaestio/rescan": { empty: 0, give: (session, params) => session.rescan(params) },
  "quaestio/status": { empty: null, give: status },
  "quaestio/renderModel": { empty: null, give: renderModel },
};

/** Asked at each key, of the document alone: the index need not know it yet. */
const ofDocument: ReadonlySet<keyof Requests> = new Set(["quaestio/inLinkTarget"]);

/** What answering begins with, and who is told of failures. */
export interface Answering {
  flush(): void;
  readonly report: Report;
}

/** Answers all of them. */
export function answerOwnRequests(connection: Connection, session: Session, { flush, report }: Answering): void {
  const answer = <M extends keyof Requests>(method: M, { empty, give }: Answer<M>) => {
    const begin = ofDocument.has(method) ? () => undefined : flush;
    const handle = async (params: Requests[M]["params"]): Promise<unknown> => give(session, params);
    connection.onRequest(method, guarded(method.slice("quaestio/".length), begin, report, Promise.resolve<unknown>(empty), handle));
  };
  for (const method of Object.keys(answers) as (keyof Requests)[]) answer(method, answers[method] as Answer<typeof method>);
}
