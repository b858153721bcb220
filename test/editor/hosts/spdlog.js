// Stands in for the editor's native log writer, which is not built here: appends each line to its file, without rotation.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

exports.version = 0;
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (
	_name,
	file,
) => new Logger("", "", file);

class Logger {
	#level = 2;
	#file;
	#bare = false;

	constructor(_type, _name, file) {
		mkdirSync(dirname(file), { recursive: true });
		this.#file = file;
	}

	trace = (line) => this.#write(0, "trace", line);
	debug = (line) => this.#write(1, "debug", line);
	info = (line) => this.#write(2, "info", line);
	warn = (line) => this.#write(3, "warning", line);
	error = (line) => this.#write(4, "error", line);
	critical = (line) => this.#write(5, "critical", line);

	getLevel = () => this.#level;
	setLevel = (level) => (this.#level = level);
	// The output panel's own files hold what an extension wrote and nothing else.
	clearFormatters = () => (this.#bare = true);
	setPattern = () => (this.#bare = false);
	flush() {}
	drop() {}

	#write(level, name, line) {
		if (level < this.#level) return;
		const time = new Date().toISOString().replace("T", " ").replace("Z", "");
		appendFileSync(
			this.#file,
			this.#bare ? line : `${time} [${name}] ${line}\n`,
		);
	}
}
exports.Logger = Logger;
