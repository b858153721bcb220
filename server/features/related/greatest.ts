// The few greatest of many values, without sorting all of them: a heap keeps those found so far, the least of them on top.

/** The places of the greatest values above 0, greatest first; of equal values the first. */
export function greatest(values: Float32Array | Float64Array, most: number): readonly number[] {
  const heap: number[] = [];
  const isLess = (a: number, b: number) => (values[a] as number) < (values[b] as number) || (values[a] === values[b] && a > b);
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    if ((values[at] as number) <= least) continue;
    if (heap.length < most) siftUp(heap, at, isLess);
    else siftDown(heap, at, isLess);
    if (heap.length === most) least = values[heap[0] as number] as number;
  }
  return heap.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}

type IsLess = (a: number, b: number) => boolean;

function siftUp(heap: number[], value: number, isLess: IsLess): void {
  let at = heap.push(value) - 1;
  for (let parent = (at - 1) >> 1; at > 0 && isLess(value, heap[parent] as number); parent = (at - 1) >> 1) {
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = value;
}

/** Puts a value in place of the least one. */
function siftDown(heap: number[], value: number, isLess: IsLess): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isLess(heap[child + 1] as number, heap[child] as number)) child++;
    if (!isLess(heap[child] as number, value)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
