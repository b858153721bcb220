// Whatever a watcher tells of a disk, lost, twice, late, or of the folder alone: at rest, what is known and told is what a fresh reading says.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { checkFresh, Follower } from "./follower";
import { type Deed, deeds, foldersAbove, OddDisk } from "./oddDisk";

const root = "memory:///vault" as NoteUri;
/** How a deed comes to be known. */
type Telling = "at once" | "twice" | "late" | "by its folder" | "not";

interface Happening {
  readonly deed: Deed;
  readonly telling: Telling;
  /** Of all that is late, this comes first where it is smallest. */
  readonly order: number;
}

const happenings = (...tellings: readonly Telling[]): fc.Arbitrary<readonly Happening[]> =>
  fc.array(fc.record({ deed: deeds, telling: fc.constantFrom(...tellings), order: fc.nat() }), { minLength: 1, maxLength: 12 });

const innermostFolder = (path: string) => foldersAbove(path).at(-1) ?? "";

async function afterHistory(disk: OddDisk, history: readonly Happening[]): Promise<Follower> {
  const follower = new Follower(disk);
  await follower.load();
  const late: { readonly path: string; readonly order: number }[] = [];
  const tell = (paths: readonly string[]) => follower.told(...paths);
  for (const { deed, telling, order } of history) {
    // To deny a file alters neither its time nor its size: who was not told goes on with what was read.
    const isSeen = deed.kind !== "deny" || disk.fileAt(deed.path) === undefined;
    const places = disk.happen(deed);
    if (telling === "at once" || (telling === "not" && !isSeen)) await tell(places);
    if (telling === "twice") await tell([...places, ...[...places].reverse()]);
    if (telling === "by its folder") await tell(places.map(innermostFolder));
    if (telling === "late") late.push(...places.map((path, index) => ({ path, order: order ^ index })));
  }
  await tell(late.sort((a, b) => a.order - b.order).map(({ path }) => path));
  return follower;
}

/** The folder itself stays. */
function startingDisk(): OddDisk {
  const disk = new OddDisk(root);
  disk.write("stays.md", "# Quokka plot\n\n[[a]] [x](node_modules/p/x.png) [y](out/o.md) [@key]\n");
  return disk;
}

const seeded = { seed: 20261127, numRuns: 150 } as const;

describe("what a watcher tells", () => {
  it("twice, late and in any order ends as a fresh reading", () =>
    fc.assert(
      fc.asyncProperty(happenings("at once", "twice", "late"), async (history) => {
        const disk = startingDisk();
        const follower = await afterHistory(disk, history);
        await checkFresh(follower);
      }),
      seeded,
    ));

  it("of a folder alone ends as a fresh reading", () =>
    fc.assert(
      fc.asyncProperty(happenings("at once", "by its folder"), async (history) => {
        const disk = startingDisk();
        const follower = await afterHistory(disk, history);
        await checkFresh(follower);
      }),
      seeded,
    ));

  it("in part or not at all ends as a fresh reading once the disk was looked at, and a second look finds nothing", () =>
    fc.assert(
      fc.asyncProperty(happenings("at once", "late", "by its folder", "not", "not"), async (history) => {
        const disk = startingDisk();
        const follower = await afterHistory(disk, history);
        await follower.follow(await follower.changes());
        await checkFresh(follower);
        const triedAgain = (await follower.changes()).filter((uri) => follower.store.index.note(uri)?.fileSize !== -1);
        assert.deepEqual(triedAgain, [], "but for notes that could not be read");
      }),
      seeded,
    ));
});
