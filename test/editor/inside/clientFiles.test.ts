// In a Node extension host: the file port through the client, on the editor's own file system.
import { fileAnswers } from "../../../client/fileAnswers";
import { clientFiles } from "../../../server/host/clientFiles";
import { contract } from "../../noteFilesContract";

/** Questions and answers as they come over a wire. */
const overWire = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const answers = fileAnswers as unknown as Record<string, (params: unknown) => Thenable<unknown>>;
const client = {
  sendRequest: async (method: string, params: unknown) => overWire(await answers[method]?.(overWire(params))),
} as unknown as Parameters<typeof clientFiles>[0];

contract("through the client", clientFiles(client), { folderLinks: false, modes: false });
