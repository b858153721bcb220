// Runs the inside suite in a desktop editor, downloaded where the network allows.
import { exitWith, runSuite } from "./suite";

exitWith(runSuite());
