// A box whose words filter a view while they are typed.
import { window } from "vscode";

/** Milliseconds that typing must rest. */
const rest = 150;

export interface FilterBox {
  readonly title: string;
  readonly placeholder: string;
  /** What is below the box. */
  readonly prompt: string;
  /** The filter that is in force. */
  readonly value: string;
  /** Called with what stands in the box, when typing rests. */
  readonly apply: (words: string) => void;
}

/** The filter stays when the box is closed, whichever way: a click on a row closes it as well. */
export function askFilter({ title, placeholder, prompt, value, apply }: FilterBox): void {
  const box = window.createInputBox();
  let timer: NodeJS.Timeout | undefined;
  const follow = () => {
    clearTimeout(timer);
    apply(box.value);
  };
  Object.assign(box, { title, placeholder, prompt, value });
  box.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(follow, rest);
  });
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => {
    follow();
    box.dispose();
  });
  box.show();
}
