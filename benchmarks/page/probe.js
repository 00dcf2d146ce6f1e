// Runs before any script of the page. Times end when a frame is painted, its pixels read back.
(() => {
  const SIDE = 320;
  const copy = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  const brush = copy.getContext("2d", { willReadFrequently: true });
  const getContext = HTMLCanvasElement.prototype.getContext;

  // What WebGL has drawn is gone after its frame unless it is kept.
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return getContext.call(this, kind, kind.startsWith("webgl") ? { ...options, preserveDrawingBuffer: true } : options);
  };

  function readPixels() {
    const all = Array.from(document.querySelectorAll("canvas"));
    const largest = Math.max(0, ...all.map((canvas) => canvas.width * canvas.height));
    brush.clearRect(0, 0, SIDE, SIDE);
    all.filter((canvas) => canvas.width && canvas.height && canvas.width * canvas.height === largest)
      .forEach((canvas) => brush.drawImage(canvas, 0, 0, SIDE, SIDE));
    const words = new Uint32Array(brush.getImageData(0, 0, SIDE, SIDE).data.buffer);
    let hash = 17;
    let drawn = 0;
    for (const word of words) {
      hash = (Math.imul(hash, 31) + word) | 0;
      if (word >>> 24 && word !== 0xffffffff) { drawn += 1; }
    }
    return { hash, drawn };
  }

  // After the next frame, when all that was asked to draw in it has drawn.
  function nextFrame() {
    return new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(null);
    }));
  }

  async function findFirstFrame() {
    for (;;) {
      await nextFrame();
      if (document.querySelector("canvas") && readPixels().drawn > 200) { return performance.now(); }
    }
  }

  // Milliseconds from the action to the last frame it changed; eight frames without a change end it.
  async function settle(action) {
    let pixels = readPixels().hash;
    const start = performance.now();
    let end = null;
    action();
    for (let calm = 0; calm < 8 || (end === null && performance.now() - start < 3000); calm += 1) {
      await nextFrame();
      const hash = readPixels().hash;
      if (hash !== pixels) { pixels = hash; end = performance.now(); calm = 0; }
    }
    return end === null ? null : end - start;
  }

  function send(target, kind, x, y) {
    const values = { clientX: x, clientY: y, bubbles: true, cancelable: true, button: 0, buttons: kind === "up" ? 0 : 1 };
    target.dispatchEvent(new PointerEvent("pointer" + kind, { ...values, pointerId: 1, pointerType: "mouse", isPrimary: true }));
    target.dispatchEvent(new MouseEvent("mouse" + kind, values));
  }

  // Frames a second while the ground is dragged, one move a frame, for up to three seconds.
  async function pan(x, y) {
    const target = document.elementFromPoint(x, y);
    const before = readPixels().hash;
    send(target, "down", x, y);
    send(target, "move", x + 12, y);
    await nextFrame();
    const start = performance.now();
    let frames = 0;
    while (frames < 90 && performance.now() - start < 3000) {
      frames += 1;
      send(target, "move", x + 12 + 70 * Math.sin(frames / 12), y + 50 * Math.sin(frames / 9));
      await nextFrame();
      brush.drawImage(document.querySelector("canvas"), 0, 0, 1, 1, 0, 0, 1, 1);
    }
    const rate = 1000 * frames / (performance.now() - start);
    const moved = readPixels().hash !== before;
    send(target, "up", x + 12, y);
    await nextFrame();
    await nextFrame();
    return moved ? rate : null;
  }

  window.probe = { firstFrame: findFirstFrame(), settle, pan };
})();
