// Measures one activation in the served editor, in a fresh profile.
import { join } from "node:path";
import { exitWith, runSuite, servedEditor } from "../../editor/suite";

exitWith(runSuite({ executable: servedEditor(), testsPath: join(__dirname, "inside") }));
