// The picture as a plane that one looks at through a window: dragged, pinched, zoomed, moved by keys.

const STEP = 1.25;
const CLOSEST = 40;
const FAR = 1.6;
const NARROW = 0.5; // at less of its size, in pixels a point, nothing can be read
const READABLE = 1.1;
const STILL = 4; // a hand that clicks moves a few pixels

/** Makes the picture in a box movable; `pick` is told what was clicked. */
function plane(box, picture, pick) {
  const base = picture.viewBox.baseVal;
  const all = { x: base.x, y: base.y, width: base.width, height: base.height };
  let seen = { ...all };
  const hands = new Map();
  let moved = false;

  function look(next) {
    seen = next;
    picture.setAttribute(
      "viewBox",
      [seen.x, seen.y, seen.width, seen.height].map((one) => one.toFixed(2)).join(" "),
    );
  }

  function spot(x, y) {
    return new DOMPoint(x, y).matrixTransform(picture.getScreenCTM().inverse());
  }

  function zoom(by, x, y) {
    const frame = box.getBoundingClientRect();
    const around = spot(x ?? frame.left + frame.width / 2, y ?? frame.top + frame.height / 2);
    const width = Math.min(all.width * FAR, Math.max(all.width / CLOSEST, seen.width / by));
    const scale = width / seen.width;
    look({
      x: around.x - (around.x - seen.x) * scale,
      y: around.y - (around.y - seen.y) * scale,
      width,
      height: seen.height * scale,
    });
  }

  function move(x, y) {
    const scale = picture.getScreenCTM().a;
    look({ ...seen, x: seen.x - x / scale, y: seen.y - y / scale });
  }

  /** What is too wide to be read in the room there is, is shown from its beginning: it can be moved. */
  function begin() {
    if (box.clientWidth >= all.width * NARROW) return;
    const [width, height] = [box.clientWidth / READABLE, box.clientHeight / READABLE];
    look({ ...all, width, height: Math.min(all.height, height) });
  }

  /** Brings something into sight, at its place in the middle, if it is not wholly there. */
  function reveal(element) {
    const it = element.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (it.left >= frame.left && it.right <= frame.right && it.top >= frame.top && it.bottom <= frame.bottom)
      return;
    move(
      frame.left + frame.width / 2 - it.left - it.width / 2,
      frame.top + frame.height / 2 - it.top - it.height / 2,
    );
  }

  function drag(event) {
    const before = hands.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < STILL) return;
    if (!moved) box.setPointerCapture(event.pointerId);
    moved = true;
    const other = [...hands].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (one) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
      zoom(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else {
      move(now.x - before.x, now.y - before.y);
    }
    hands.set(event.pointerId, now);
  }

  function press(event) {
    const far = Math.min(box.clientWidth, box.clientHeight) / 6;
    const keys = {
      ArrowLeft: () => move(far, 0),
      ArrowRight: () => move(-far, 0),
      ArrowUp: () => move(0, far),
      ArrowDown: () => move(0, -far),
      "+": () => zoom(STEP),
      "=": () => zoom(STEP),
      "-": () => zoom(1 / STEP),
      0: () => look({ ...all }),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  box.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!hands.size) moved = false;
    hands.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  box.addEventListener("pointermove", drag);
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    box.addEventListener(end, (event) => hands.delete(event.pointerId));
  }
  box.addEventListener("click", (event) => moved || pick(event.target));
  box.addEventListener("keydown", press);
  box.addEventListener(
    "wheel",
    (event) => {
      // A page that is only scrolled past must not catch the wheel: it zooms where the picture was clicked before.
      if (!event.ctrlKey && !event.metaKey && !box.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
    },
    { passive: false },
  );
  look(seen);
  let before = all;
  addEventListener("beforeprint", () => {
    before = seen;
    look({ ...all });
  });
  addEventListener("afterprint", () => look(before));
  return { zoom, reveal, begin, whole: () => look({ ...all }) };
}
