// Runs the inside suite in the served editor, which needs neither a display nor a download from an editor's vendor.
import { exitWith, runSuite, servedEditor } from "./suite";

exitWith(runSuite({ executable: servedEditor() }));
