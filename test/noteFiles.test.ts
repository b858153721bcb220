// The file port on Node.
import { nodeFiles } from "../server/host/nodeFiles";
import { contract } from "./noteFilesContract";

contract("Node", nodeFiles, { folderLinks: true, modes: true });
