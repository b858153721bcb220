// Where the parts of a server tell what happened: a log that people read when something is wrong.

/** How grave a line of the log is; editors show them apart, and leave out those below what somebody chose. */
export type LogLevel = "error" | "warning" | "info";

/** Takes a whole sentence for the log; without a level it only informs. */
export type Report = (sentence: string, level?: LogLevel) => void;
