// Runs the inside suite in the oldest editor that the manifest asks for.
import { chooseOldest } from "./install";
import { exitWith, runSuite, servedEditor } from "./suite";

chooseOldest();
exitWith(runSuite({ executable: servedEditor() }));
