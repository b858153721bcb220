// The topic page in a file that somebody was given: what it shows stands in it as JSON, and nobody is there to open notes.
import type { ShownTopic } from "../messages";
import { nobody } from "./host";
import { filterByKey, Page } from "./page";
import { speak } from "./texts";

speak();
const shown = JSON.parse(document.getElementById("shown")?.textContent ?? "") as ShownTopic;
document.title = shown.topic.label;
new Page({ scroller: document.getElementById("page") as HTMLElement, host: nobody, shown });
window.addEventListener("keydown", filterByKey);
