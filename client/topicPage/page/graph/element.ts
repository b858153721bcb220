// Makes elements; their text is always text.

/** What an element is made with: attributes by name, and text. */
export interface Made {
  readonly class?: string;
  readonly role?: string;
  readonly label?: string;
  readonly title?: string;
  readonly text?: string;
}

/** A new element at the end of `parent`. */
export function elementIn<Name extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: Name,
  made: Made = {},
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (made.class) element.className = made.class;
  if (made.role) element.setAttribute("role", made.role);
  if (made.label) element.setAttribute("aria-label", made.label);
  if (made.title) element.title = made.title;
  if (made.text) element.textContent = made.text;
  parent.append(element);
  return element;
}

/** A button at the end of `parent`; one with `pressed` can be on or off. */
export function buttonIn(parent: Element, made: Made, pressed: "on" | "off" | undefined, act: () => void): HTMLButtonElement {
  const button = elementIn(parent, "button", made);
  button.type = "button";
  if (pressed) press(button, pressed);
  button.addEventListener("click", act);
  return button;
}

/** Shows a button as on or off. */
export function press(button: HTMLButtonElement, pressed: "on" | "off"): void {
  button.setAttribute("aria-pressed", pressed === "on" ? "true" : "false");
}
