// Finds the page of a topic in an editor's page.
import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { eventually } from "./workbench";

/** The document of the page of a topic, inside the frames of the editor, once it shows the topic. */
export async function topicFrame(page: Page, topic: string): Promise<Frame> {
  const showing = (frame: Frame) =>
    frame
      .locator("#page h1", { hasText: topic })
      .isVisible()
      .catch(() => false);
  const found = async () => {
    for (const frame of page.frames()) if (await showing(frame)) return frame;
    return undefined;
  };
  const frame = await eventually(found, (it) => it !== undefined);
  assert.ok(frame, `no page of ${topic} is shown`);
  return frame;
}
